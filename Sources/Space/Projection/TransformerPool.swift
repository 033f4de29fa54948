public import Diagnostics
public import Geometry
internal import Synchronization
public import Territory

/// Transformers between two systems, lent to one task at a time and kept for the next.
///
/// Making one costs milliseconds in PROJ's database: a file read in a thousand blocks makes no more
/// than there are threads.
///
/// May cross threads: a transformer is only ever in the pool or with one borrower.
public final class TransformerPool<From: Frame, To: Frame>: @unchecked Sendable {
  private let make: @Sendable () throws(Problem) -> Transformer<From, To>
  private let lock = Mutex(())
  private var idle: [Transformer<From, To>] = []

  init(_ make: @escaping @Sendable () throws(Problem) -> Transformer<From, To>) {
    self.make = make
  }

  /// Lends a transformer for the time of `body`.
  ///
  /// - Throws: `projection.…` when one cannot be made
  public func lend<R>(
    _ body: (borrowing Transformer<From, To>) -> R
  ) throws(Problem) -> R {
    let kept = lock.withLock { _ in idle.popLast() }
    let transformer = if let kept { kept } else { try make() }
    defer { lock.withLock { _ in idle.append(transformer) } }
    return body(transformer)
  }
}

extension TransformerPool where From == AsDeclared, To == Projected {
  /// From the declared system of a file to the projected system of a territory.
  public convenience init(from: ReferenceSystem, to: TerritorySystem) {
    self.init { () throws(Problem) in try Transformer<AsDeclared, Projected>(from: from, to: to) }
  }
}
