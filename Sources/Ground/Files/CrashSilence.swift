internal import Glibc

/// A process that fails must not tell what it was reading: no register dump, no core file.
///
/// Swift's runtime answers a crash with a trace that quotes memory, and the system may write all of
/// it to the disk; both could hold a person's address.
public enum CrashSilence {
  private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT]

  /// From now on a crash ends the process with its signal, and nothing else.
  public static func keep() {
    for number in signals { signal(number, SIG_DFL) }
    // one byte holds no dump, and tells the kernel not to hand one to a collector either
    var oneByte = rlimit(rlim_cur: 1, rlim_max: 1)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &oneByte)
  }
}
