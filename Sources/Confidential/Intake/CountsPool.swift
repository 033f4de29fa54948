internal import Boundaries
internal import Diagnostics
internal import Synchronization

/// Counts lent to one block at a time, and kept for the next: no more of them than threads.
///
/// With fifty thousand IRIS, counts of a block's own would cost more than its rows.
///
/// - Confidential: small counts
final class CountsPool: Sendable {
  private let empty: PlacedCounts
  private let idle = Mutex<[PlacedCounts]>([])

  init(territory: IrisTerritory) { empty = PlacedCounts(territory: territory) }

  /// Lends counts for the time of `body`.
  func lend<R>(
    _ body: (inout PlacedCounts) throws(Problem) -> R
  ) throws(Problem) -> R {
    var counts = idle.withLock { $0.popLast() } ?? empty
    defer { idle.withLock { [counts] in $0.append(counts) } }
    return try body(&counts)
  }

  /// All that was counted, once nothing is lent; the same whoever counted what.
  var sum: PlacedCounts {
    idle.withLock { parts in
      var sum = empty
      for part in parts { sum.merge(part) }
      return sum
    }
  }
}
