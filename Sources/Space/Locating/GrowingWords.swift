internal import Glibc

/// 32-bit words that grow at their end. Large ones move by page tables, without being copied, so
/// that growing costs no second copy in memory.
struct GrowingWords: ~Copyable {
  private var start: UnsafeMutablePointer<UInt32>?
  private var capacity = 0
  private(set) var count = 0

  init() {}

  deinit { free(start) }

  subscript(index: Int) -> UInt32 {
    @inline(__always) get { bytesStart[index] }
    @inline(__always) nonmutating set { bytesStart[index] = newValue }
  }

  @inline(__always) private var bytesStart: UnsafeMutablePointer<UInt32> {
    start.unsafelyUnwrapped
  }

  @inline(__always) mutating func append(_ word: UInt32) {
    if count == capacity { grow(to: count + 1) }
    bytesStart[count] = word
    count += 1
  }

  /// Adds zeros and gives the index of the first.
  mutating func appendZeros(_ number: Int) -> Int {
    let first = count
    if count + number > capacity { grow(to: count + number) }
    (bytesStart + first).initialize(repeating: 0, count: number)
    count += number
    return first
  }

  /// Gives the words away, in memory of exactly their size; whoever takes them frees them.
  consuming func release() -> UnsafeMutableBufferPointer<UInt32> {
    grow(to: count, exactly: true)
    let words = UnsafeMutableBufferPointer(start: start, count: count)
    start = nil
    return words
  }

  private mutating func grow(to needed: Int, exactly: Bool = false) {
    let wanted = exactly ? max(needed, 1) : max(needed, capacity + capacity / 4, 1024)
    let moved = realloc(start, wanted * MemoryLayout<UInt32>.size)
    guard let moved else { preconditionFailure("memory for \(wanted) words of an area index") }
    start = moved.assumingMemoryBound(to: UInt32.self)
    capacity = wanted
  }
}
