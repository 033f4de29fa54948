@testable import Tables

/// What a scan of some text gives, in values that can be compared.
struct Scan: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var setAside: [RowScanner.SetAside] = []

  /// Scans a text as one block, all columns kept.
  init(_ text: String, width: Int, grammar: Grammar, firstLine: Int = 1) {
    let scanner = RowScanner(grammar: grammar, width: width, columns: Array(0..<width))
    let index = RowIndex(slotCount: width)
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { buffer in
      index.text = buffer
      index.firstLine = firstLine
      setAside = scanner.scan(into: index).map {
        RowScanner.SetAside(line: $0.line + firstLine, reason: $0.reason)
      }
      for row in 0..<index.rowCount {
        rows.append((0..<width).map { String(decoding: index.bytes(row, $0), as: UTF8.self) })
        lines.append(firstLine + Int(index.lines[row]))
      }
    }
  }

  /// Scans a text in blocks of about so many bytes.
  init(_ text: String, width: Int, grammar: Grammar, blocksOf target: Int) {
    var cutter = RowCutter(grammar)
    var rest = Array(text.utf8)
    var line = 1
    while !rest.isEmpty {
      let cut = rest.withUnsafeBytes { cutter.cut($0, target: target, isComplete: true) }
      guard case .at(let end) = cut, end > 0 else { return }
      let piece = String(decoding: rest[..<end], as: UTF8.self)
      let scan = Scan(piece, width: width, grammar: grammar, firstLine: line)
      rows += scan.rows
      lines += scan.lines
      setAside += scan.setAside
      line += rest[..<end].withUnsafeBytes { grammar.lineCount($0) }
      rest.removeFirst(end)
    }
  }
}

extension Grammar {
  static let semicolon = Grammar(separator: 0x3B, acceptsCarriageReturn: false)
  static let anyLineEnd = Grammar(separator: 0x3B, acceptsCarriageReturn: true)
}
