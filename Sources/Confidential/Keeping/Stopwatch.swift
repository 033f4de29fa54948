internal import Synchronization

/// Rings once an interval has passed, and begins again.
final class Stopwatch: Sendable {
  private let interval: Duration
  private let start = Mutex(ContinuousClock.now)

  init(_ interval: Duration) { self.interval = interval }

  func hasRung() -> Bool {
    start.withLock { start in
      guard ContinuousClock.now - start >= interval else { return false }
      start = .now
      return true
    }
  }
}
