/// How the bytes of a text file stand for characters.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8, of which ASCII is a part.
  case utf8 = "UTF-8"
  /// What French Windows programs write by default.
  case windows1252 = "Windows-1252"
  /// Excel's « Texte Unicode ».
  case utf16LittleEndian = "UTF-16LE"
  /// The same from big-endian systems.
  case utf16BigEndian = "UTF-16BE"
  /// Excel for Mac before 2016; only when declared, since nothing tells it from Windows-1252.
  case macRoman = "MacRoman"
}
