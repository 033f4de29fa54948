internal import Diagnostics
internal import Dispatch
internal import Glibc
internal import Synchronization

/// What happens when the user or the system ends the process early: files that have a temporary
/// name are removed, names in the middle of changing are finished first.
///
/// The signals are waited for on a queue of their own, so that the answer may do what a signal
/// handler may not.
public enum Interruption {
  private static let temporaryNames = Mutex<Set<String>>([])
  private static let publishing = Mutex(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static let queue = DispatchQueue(label: "interruption", qos: .userInteractive)
  /// Made once, on the first `install`, and only kept alive afterwards.
  nonisolated(unsafe) private static let sources = signals.map(source)

  /// From now on SIGINT, SIGTERM and SIGHUP end the process cleanly with exit code 130.
  public static func install() {
    signal(SIGPIPE, SIG_IGN)
    _ = sources.count
  }

  private static func source(for number: Int32) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler { leave() }
    source.resume()
    return source
  }

  static func removeOnExit(_ name: String) { temporaryNames.withLock { _ = $0.insert(name) } }

  static func keepOnExit(_ name: String) { temporaryNames.withLock { _ = $0.remove(name) } }

  /// Signals wait until the body has ended.
  static func postponed(during body: () throws(Problem) -> Void) throws(Problem) {
    let failure: Problem? = publishing.withLock { _ in
      do throws(Problem) { try body() } catch { return error }
      return nil
    }
    if let failure { throw failure }
  }

  private static func leave() {
    publishing.withLock { _ in
      temporaryNames.withLock { names in for name in names { unlink(name) } }
      _exit(Outcome.interrupted.rawValue)
    }
  }
}
