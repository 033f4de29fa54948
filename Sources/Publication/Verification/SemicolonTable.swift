/// A CSV between semicolons, taken apart by the letter of RFC 4180: the second reader, which shares
/// nothing with the writer.
struct SemicolonTable {
  private(set) var rows: [[String]] = []

  init(_ text: String) {
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var isAfterQuote = false
    for character in text.unicodeScalars where character != "\u{FEFF}" {
      if isQuoted && !isAfterQuote {
        if character == "\"" { isAfterQuote = true } else { field.unicodeScalars.append(character) }
        continue
      }
      if isAfterQuote && character == "\"" {
        field += "\""
        isAfterQuote = false
        continue
      }
      (isQuoted, isAfterQuote) = (isAfterQuote ? false : isQuoted, false)
      switch character {
      case "\"": isQuoted = true
      case ";":
        row.append(field)
        field = ""
      case "\n":
        rows.append(row + [field])
        (row, field) = ([], "")
      case "\r": break
      default: field.unicodeScalars.append(character)
      }
    }
    if !field.isEmpty || !row.isEmpty { rows.append(row + [field]) }
  }
}
