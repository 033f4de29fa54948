internal import Diagnostics
internal import Glibc
internal import Synchronization

/// What happens when the user or the system ends the process early: files and folders that have a
/// temporary name are removed, names in the middle of changing are finished first.
///
/// The signals are held back from all threads and waited for by one of their own, so that none is
/// lost however early it comes, and the answer may do what a signal handler may not.
public enum Interruption {
  private static let temporaryNames = Mutex<Set<String>>([])
  private static let publishing = Mutex(0)

  /// From now on SIGINT, SIGTERM and SIGHUP end the process cleanly with exit code 130.
  ///
  /// A mapped file that another program cuts short ends it too, with exit code 75: the reading thread
  /// is told by SIGBUS, where nothing may be done but wake the one that waits.
  ///
  /// A signal that whoever started the process had it ignore (`nohup`) stays ignored. To be called
  /// once, before there is another thread.
  public static func install() {
    signal(SIGPIPE, SIG_IGN)
    let set = signalSet([SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) } + [shortened])
    var held = set
    pthread_sigmask(SIG_BLOCK, &held, nil)
    Thread.start { wait(for: set) }
    signal(SIGBUS) { _ in
      kill(getpid(), SIGUSR1)
      while true { pause() }
    }
  }

  /// By which the thread whose file was cut short tells the waiting one.
  private static let shortened = SIGUSR1

  private static func signalSet(_ numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    let ignoring = unsafeBitCast(SIG_IGN, to: Int.self)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == ignoring
  }

  private static func wait(for set: sigset_t) {
    var set = set
    var number: Int32 = 0
    while sigwait(&set, &number) != 0 {}
    if number != shortened { return leave(.interrupted) }
    let message = Array((Wording.shortened.description + "\n").utf8)
    _ = message.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    leave(Wording.shortened.outcome)
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

  private static func leave(_ outcome: Outcome) {
    publishing.withLock { _ in
      temporaryNames.withLock { names in for name in names { FilePath.removeTree(name) } }
      _exit(outcome.rawValue)
    }
  }
}

/// A thread that outlives its maker.
private enum Thread {
  static func start(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { work in
        guard let work else { return nil }
        Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    pthread_detach(thread)
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
