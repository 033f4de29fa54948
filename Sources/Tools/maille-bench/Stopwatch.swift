internal import Glibc

/// How long something took.
struct Lap {
  /// By the wall.
  var seconds: Double
  /// By all threads of the process together.
  var cpuSeconds: Double
}

/// Measures by the monotonic clock and the process's own.
struct Stopwatch {
  private let wall = Self.read(CLOCK_MONOTONIC)
  private let cpu = Self.read(CLOCK_PROCESS_CPUTIME_ID)

  /// Since the stopwatch was made.
  var lap: Lap {
    Lap(
      seconds: Self.read(CLOCK_MONOTONIC) - wall,
      cpuSeconds: Self.read(CLOCK_PROCESS_CPUTIME_ID) - cpu)
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// What the process holds in memory.
enum Memory {
  /// Resident now, in bytes.
  static var resident: Int { field("VmRSS:") * 1024 }

  /// Resident now without the pages of mapped files, in bytes.
  static var anonymous: Int { field("RssAnon:") * 1024 }

  /// Resident at most since the process began or `forgetPeak`, in bytes.
  static var peak: Int { field("VmHWM:") * 1024 }

  /// Starts the peak again from what is resident now.
  static func forgetPeak() {
    let descriptor = open("/proc/self/clear_refs", O_WRONLY)
    guard descriptor >= 0 else { return }
    write(descriptor, "5", 1)
    close(descriptor)
  }

  private static func field(_ name: String) -> Int {
    for line in textOfFile("/proc/self/status").split(separator: "\n") where line.hasPrefix(name) {
      return line.split(whereSeparator: { " \t".contains($0) }).dropFirst().first
        .flatMap { Int($0) } ?? 0
    }
    return 0
  }
}
