internal import Glibc

/// A program of others that is installed, run in a process of its own.
struct Peer {
  /// Its name and version, as it says them.
  let version: String

  /// - Returns: `nil` when it is not installed
  init?(_ question: String) {
    guard let answer = Machine.output(of: question + " 2>/dev/null") else { return nil }
    version = answer
  }

  /// Runs a command line.
  ///
  /// - Returns: how long it took, threads of its own included; `nil` when it failed
  func run(_ command: String) -> Lap? {
    let before = Self.cpuSeconds
    let stopwatch = Stopwatch()
    guard system(command + " > /dev/null 2>&1") == 0 else { return nil }
    return Lap(seconds: stopwatch.lap.seconds, cpuSeconds: Self.cpuSeconds - before)
  }

  /// Of all children that have ended.
  private static var cpuSeconds: Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }
}
