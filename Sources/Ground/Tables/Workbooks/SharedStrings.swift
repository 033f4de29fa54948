/// The texts of a workbook, one after the other in one piece of memory.
///
/// Rich text is taken without its dress; phonetic guides are left out.
///
/// - Confidential: yes
final class SharedStrings: XMLListener, @unchecked Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isInText = false
  private var isInGuide = false

  /// More text than any table of people has.
  private static let limit = 256 << 20

  /// Whether it grew beyond what a table can hold.
  var isTooLarge: Bool { bytes.count > Self.limit || ends.count > 1 << 26 }

  var count: Int { ends.count }

  /// Lends one text; nothing when there is no such number.
  func withText(_ index: Int, _ body: (ArraySlice<UInt8>) -> Void) {
    guard ends.indices.contains(index) else { return }
    body(bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" { isInText = !isInGuide } else if name == "rPh" { isInGuide = true }
  }

  func end(_ name: XMLName) {
    switch name {
    case "t": isInText = false
    case "rPh": isInGuide = false
    case "si":
      EscapedText.decode(&bytes, from: ends.last ?? 0)
      ends.append(bytes.count)
    default: break
    }
  }

  func text(_ piece: UnsafeRawBufferPointer) {
    if isInText && !isTooLarge { bytes += piece }
  }
}
