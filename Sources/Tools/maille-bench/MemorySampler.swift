internal import Dispatch
internal import Glibc
internal import Synchronization

/// Watches the process's anonymous memory, twenty times a second: pages of mapped files, which the
/// kernel takes back when it wants to, are not counted.
final class MemorySampler: Sendable {
  private let isOver = Mutex(false)
  private let peak = Mutex(0)
  private let done = DispatchSemaphore(value: 0)

  init() {
    DispatchQueue.global(qos: .userInteractive).async { self.watch() }
  }

  /// - Returns: the most that was seen, in bytes
  func stop() -> Int {
    isOver.withLock { $0 = true }
    done.wait()
    return peak.withLock { $0 }
  }

  private func watch() {
    while !isOver.withLock({ $0 }) {
      let now = Memory.anonymous
      peak.withLock { $0 = max($0, now) }
      usleep(50_000)
    }
    done.signal()
  }
}
