internal import Files
public import Locating
public import Territory

extension Iris: AreaKey {
  /// The nine characters.
  public var indexText: String { code }

  /// The IRIS of a saved index.
  public init?(indexText: String) { self.init(indexText) }
}

/// The IRIS of some communes, ready to be asked which one owns a position.
///
/// - Confidential: no
public struct IrisTerritory: Sendable {
  /// The areas by code; the IRIS of one commune are neighbours in it.
  public let index: AreaIndex<Iris>
  /// The projected system of the index.
  public let system: TerritorySystem
  private let ordinalsByCommune: [Commune: Range<Int>]

  /// A territory over an index.
  public init(index: AreaIndex<Iris>, system: TerritorySystem) {
    self.index = index
    self.system = system
    var ranges: [Commune: Range<Int>] = [:]
    for (ordinal, iris) in index.keys.enumerated() {
      let start = ranges[iris.commune]?.lowerBound ?? ordinal
      ranges[iris.commune] = start..<ordinal + 1
    }
    ordinalsByCommune = ranges
  }

  /// A territory over contours at hand.
  public init(_ contours: Contours) {
    let areas = contours.areas.map { (key: $0.iris, shape: $0.shape) }
    self.init(index: AreaIndex.build(areas), system: contours.system)
  }

  /// The communes covered, in byte order.
  public var communes: [Commune] { ordinalsByCommune.keys.sorted() }

  /// The ordinals of a commune's IRIS; `nil` when the territory does not hold it.
  public func ordinals(of commune: Commune) -> Range<Int>? { ordinalsByCommune[commune] }

  /// The ordinal of an IRIS by its code; `nil` when the territory does not hold it.
  ///
  /// - Complexity: O(log n) of the IRIS of its commune
  public func ordinal(of iris: Iris) -> Int? {
    guard var range = ordinalsByCommune[iris.commune] else { return nil }
    while range.count > 1 {
      let middle = (range.lowerBound + range.upperBound) / 2
      range = index.keys[middle] <= iris ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return index.keys[range.lowerBound] == iris ? range.lowerBound : nil
  }
}
