/// Where addresses are, in metres of the projected system of the contours that they will weigh.
///
/// - Confidential: no, an address base is public
public struct AddressPositions: Sendable {
  /// Eastings.
  public let xs: [Double]
  /// Northings, in the same order.
  public let ys: [Double]

  /// Positions from their columns; NaN lies nowhere.
  public init(xs: [Double], ys: [Double]) {
    precondition(xs.count == ys.count, "one x and one y each")
    self.xs = xs
    self.ys = ys
  }

  /// How many there are.
  public var count: Int { xs.count }
}
