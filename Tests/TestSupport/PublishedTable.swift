/// A small comma-separated file of the project's references, quotes allowed, cells by column.
public struct PublishedTable {
  /// In the order of the file.
  public let rows: [[String: String]]

  /// - Parameters:
  ///   - name: from the folder of the real data; an absent file has no rows
  public init(_ name: String) {
    let text = String(decoding: readFile(RealData.path(name)) ?? [], as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map(Self.fields)
    rows = lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
