/// RFC 4180 character by character, written from the standard for comparison only.
///
/// It judges as well formed what the standard's grammar admits; on the rest it gives no opinion.
enum ReferenceCSV {
  /// - Returns: the records; `nil` when the text is not well formed
  static func records(_ text: String, separator: Character = ";") -> [[String]]? {
    var records: [[String]] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      guard let record = record(&rest, separator) else { return nil }
      records.append(record)
    }
    return records
  }

  private static func record(_ rest: inout Substring, _ separator: Character) -> [String]? {
    var fields: [String] = []
    while true {
      guard let field = field(&rest, separator) else { return nil }
      fields.append(field)
      guard let next = rest.popFirst() else { return fields }
      if next == "\n" || next == "\r\n" { return fields }
      if next != separator { return nil }
    }
  }

  private static func field(_ rest: inout Substring, _ separator: Character) -> String? {
    guard rest.first == "\"" else {
      let plain = rest.prefix { $0 != separator && $0 != "\n" && $0 != "\r\n" }
      rest = rest.dropFirst(plain.count)
      return plain.contains("\"") || plain.contains("\r") ? nil : String(plain)
    }
    rest.removeFirst()
    var content = ""
    while let next = rest.popFirst() {
      if next != "\"" {
        content.append(next)
      } else if rest.first == "\"" {
        content.append("\"")
        rest.removeFirst()
      } else {
        return content
      }
    }
    return nil
  }
}
