internal import Diagnostics
internal import Files

/// About how many lines a file has, from its first megabyte: for a time left, never for a figure.
public enum RowEstimate {
  private static let looked = 1 << 20

  /// - Returns: `nil` for a compressed file, an empty one and one that cannot be opened
  public static func lines(of path: String) -> Int? {
    guard let file = try? MappedFile(path) else { return nil }
    let counted = try? file.withBytes { bytes -> Int? in
      guard Compression.of(bytes) == nil, !bytes.isEmpty else { return nil }
      let head = bytes.prefix(looked)
      let ends = head.count { $0 == 0x0A }
      return Int(Double(max(1, ends)) * Double(bytes.count) / Double(head.count))
    }
    return counted ?? nil
  }
}
