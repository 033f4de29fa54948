/// The record that ends every .zip: without it the file was cut, even where its members still read.
public enum ZipEnd {
  /// Length of the record without its comment, and of the longest comment.
  private static let length = 22
  private static let longestComment = 0xFFFF

  /// Whether the bytes of a .zip hold their end.
  ///
  /// Readers that go from member to member do not notice that the last ones are missing.
  ///
  /// - Source: PKWARE APPNOTE 6.3, section 4.3.16
  public static func isPresent(in bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= length else { return false }
    let first = max(0, bytes.count - length - longestComment)
    return (first...bytes.count - length).reversed().contains { start in
      bytes[start] == 0x50 && bytes[start + 1] == 0x4B && bytes[start + 2] == 5
        && bytes[start + 3] == 6
    }
  }
}
