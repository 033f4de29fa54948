internal import Diagnostics
internal import Files
internal import Layers

/// The sheets of an Excel workbook, taken apart by the letter of ECMA-376: the second reader, which
/// shares nothing with the writer and tells a number from a text.
struct WorkbookSheets {
  /// In the order of the book.
  private(set) var names: [String] = []
  /// By name, rows of cells; what is not there is `nil`.
  private(set) var sheets: [String: [[Sighting.Value?]]] = [:]
  /// What the pages say when printed, one after the other.
  private(set) var footers: [String] = []

  init(_ file: MappedFile) throws(Problem) {
    let archive = ArchiveFile(file)
    let members = try archive.names()
    let parts = try archive.extracted(Set(members.filter { $0.hasPrefix("xl/") }))
    let part = { (name: String) in PageText(parts["xl/" + name] ?? []) }
    let texts = part("sharedStrings.xml").pieces(from: "<si>", to: "</si>").map { item in
      item.pieces(from: "<t", to: "</t>").compactMap { $0.after(">")?.unescaped }.joined()
    }
    let titles = part("workbook.xml").pieces(from: "<sheet ", to: ">")
    for (index, title) in titles.enumerated() {
      let page = part("worksheets/sheet\(index + 1).xml")
      names.append(title.attribute("name") ?? "")
      sheets[title.attribute("name") ?? ""] = page.pieces(from: "<row ", to: "</row>").map {
        Self.cells(of: $0, texts)
      }
      footers += page.pieces(from: "<oddFooter>", to: "</oddFooter>").compactMap {
        $0.after("<oddFooter>")?.unescaped
      }
    }
  }

  private static func cells(of row: PageText, _ texts: [String]) -> [Sighting.Value?] {
    var cells: [Sighting.Value?] = []
    for cell in row.pieces(from: "<c ", to: "</c>") {
      guard let column = cell.attribute("r").flatMap(columnNumber), column < 16_384,
        let content = cell.pieces(from: "<v>", to: "</v>").first?.after("<v>")?.unescaped
      else { continue }
      while cells.count <= column { cells.append(nil) }
      switch cell.attribute("t") {
      case "s":
        cells[column] = Int(content).flatMap { texts.indices.contains($0) ? .text(texts[$0]) : nil }
      case nil, "n": cells[column] = Double(content).map { .number($0) }
      default: cells[column] = .text(content)
      }
    }
    return cells
  }

  /// `AB12` → 27.
  private static func columnNumber(_ reference: String) -> Int? {
    let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
    if letters.isEmpty || letters.count > 3 { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
  }
}
