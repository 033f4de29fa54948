public import Diagnostics

/// How a long reading is kept on its way, and where it goes on.
///
/// - Confidential: what is kept holds small counts
public struct Checkpoints: Sendable {
  /// What an earlier reading of the same bytes kept last; `nil` to begin at the first row.
  public let last: [UInt8]?
  /// How many blocks of half a megabyte are read between two looks at `isDue`.
  public let stride: Int
  /// Whether it is time to keep one: decides nothing but what a kill costs.
  public let isDue: @Sendable () -> Bool
  /// Keeps one.
  public let keep: @Sendable ([UInt8]) throws(Problem) -> Void

  /// Checkpoints from the parts.
  public init(
    from last: [UInt8]?, stride: Int, isDue: @escaping @Sendable () -> Bool,
    keep: @escaping @Sendable ([UInt8]) throws(Problem) -> Void
  ) {
    precondition(stride > 0, "a stride of a block at least")
    self.last = last
    self.stride = stride
    self.isDue = isDue
    self.keep = keep
  }

  /// Nothing is kept.
  public static let none = Checkpoints(from: nil, stride: .max, isDue: { false }, keep: { _ in })
}
