internal import Dispatch
internal import Synchronization

/// What a second thread is worth on this machine: a loop in registers, cut in two. No code that shares
/// memory can do better, so that its own gain is read beside this one.
enum MachineLoop {
  /// - Returns: a number that does not depend on the threads
  static func sum(_ count: Int, threads: Int) -> UInt64 {
    let total = Mutex<UInt64>(0)
    DispatchQueue.concurrentPerform(iterations: threads) { part in
      let range = count * part / threads..<count * (part + 1) / threads
      var sum: UInt64 = 0
      for number in range {
        var mixed = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        sum &+= mixed ^ (mixed >> 27)
      }
      total.withLock { $0 &+= sum }
    }
    return total.withLock { $0 }
  }
}
