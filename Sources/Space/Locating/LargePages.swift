internal import Glibc

/// Asks the system to back some words by large pages, so that scattered reads need fewer entries of
/// the processor's address tables. It may refuse; nothing depends on it.
func preferLargePages(_ words: UnsafeMutableBufferPointer<UInt32>) {
  let page = 1 << 21
  guard let start = words.baseAddress else { return }
  let first = (UInt(bitPattern: start) + UInt(page) - 1) & ~UInt(page - 1)
  let end = UInt(bitPattern: start + words.count) & ~UInt(page - 1)
  guard end > first, let aligned = UnsafeMutableRawPointer(bitPattern: first) else { return }
  madvise(aligned, Int(end - first), 14)
}
