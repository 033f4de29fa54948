/// The sheet of an Excel workbook as rows of text.
final class SheetListener: XMLListener {
  private let workbook: Workbook
  private let rows: any SheetRows
  private let text: CellText
  private var cells = SheetCells()
  private var number = 0
  private var isHidden = false
  private var column = -1
  private var start = 0
  private var type = UInt8(ascii: "n")
  private var style = NumberStyle.plain
  private var isInText = false
  private var isInGuide = false
  private var hasFormula = false

  /// Greatest row and column that a sheet may have.
  static let lastRow = 1_048_576
  static let lastColumn = 16_383
  /// Longest text of a cell, in bytes.
  private static let longest = 1 << 17
  /// Set when rows come in no order or lie outside any sheet.
  private(set) var isImpossible = false

  init(_ workbook: Workbook, rows: any SheetRows) {
    self.workbook = workbook
    self.rows = rows
    text = CellText(countsFrom1904: workbook.countsFrom1904)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c": beginCell(attributes)
    case "v", "t": isInText = column >= 0 && !isInGuide
    case "row": beginRow(attributes)
    case "f": hasFormula = true
    case "rPh": isInGuide = true
    case "mergeCell": if let range = attributes["ref"].flatMap(Self.range) { rows.merged(range) }
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "c": endCell()
    case "v", "t": isInText = false
    case "rPh": isInGuide = false
    case "row": endRow()
    default: break
    }
  }

  func text(_ piece: UnsafeRawBufferPointer) {
    if isInText && cells.bytes.count - start < Self.longest { cells.bytes += piece }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    let declared = attributes["r"].flatMap { Int($0) } ?? number + 1
    if declared <= number || declared > Self.lastRow { isImpossible = true }
    number = min(max(number, declared), Self.lastRow)
    isHidden = ["1", "true"].contains(attributes["hidden"] ?? "")
    cells.removeAll()
    column = -1
    nextColumn = 0
  }

  private var nextColumn = 0

  private func beginCell(_ attributes: XMLAttributes) {
    column = attributes.bytes("r").flatMap(Self.column) ?? nextColumn
    nextColumn = column + 1
    if column > Self.lastColumn { isImpossible = true }
    let declared = attributes.bytes("t")
    // s, str, b, e, d, n, inlineStr: told apart by two letters
    type = declared.map { UInt8(bitPattern: $0[0]) } ?? UInt8(ascii: "n")
    if type == UInt8(ascii: "s"), let declared, declared[1] != 0 { type = UInt8(ascii: "i") }
    let index = attributes.bytes("s").map(Self.number) ?? 0
    style = workbook.styles.indices.contains(index) ? workbook.styles[index] : .plain
    start = cells.bytes.count
    hasFormula = false
  }

  private func endCell() {
    guard column >= 0, column <= Self.lastColumn else { return }
    if hasFormula && cells.bytes.count == start { cells.uncomputed += 1 }
    switch type {
    case UInt8(ascii: "s"): share()
    case UInt8(ascii: "i"): EscapedText.decode(&cells.bytes, from: start)
    case UInt8(ascii: "n"): if !isPlainNumber { restyle() }
    case UInt8(ascii: "b"):
      let isTrue = cells.bytes[start...].elementsEqual([0x31])
      replace(with: (isTrue ? "VRAI" : "FAUX").utf8)
    default: break
    }
    cells.close(column, from: start)
    column = -1
  }

  /// Whether the number is shown as the file stores it, which most are.
  private var isPlainNumber: Bool {
    let written = cells.bytes[start...]
    if written.isEmpty { return true }
    return style == .plain && written.count <= 15
      && written.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
  }

  private func restyle() {
    replace(with: text.text(of: Array(cells.bytes[start...]), as: style))
  }

  /// Puts the shared text in the place of its number.
  private func share() {
    let index = Self.number(cells.bytes[start...])
    cells.bytes.removeSubrange(start...)
    if let index { workbook.strings.withText(index) { cells.bytes += $0 } }
  }

  private func replace(with bytes: some Sequence<UInt8>) {
    cells.bytes.removeSubrange(start...)
    cells.bytes += bytes
  }

  private func endRow() {
    if !isImpossible && (!cells.columns.isEmpty || cells.uncomputed > 0) {
      rows.row(number, isHidden: isHidden, cells)
    }
  }

  /// - Returns: `nil` when these are not the digits of a number that counts texts
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  private static func number(_ text: UnsafePointer<CChar>) -> Int {
    var value = 0
    var next = text
    while next.pointee >= 0x30 && next.pointee <= 0x39 && value < 1 << 30 {
      value = value * 10 + Int(next.pointee - 0x30)
      next += 1
    }
    return value
  }

  /// `BC12` → 54.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int? {
    var value = 0
    var next = reference
    while next.pointee >= 0x41 && next.pointee <= 0x5A && value < 1 << 20 {
      value = value * 26 + Int(next.pointee - 0x40)
      next += 1
    }
    return value == 0 ? nil : value - 1
  }

  private static func range(_ reference: String) -> MergedRange? {
    let ends = reference.split(separator: ":").map(String.init)
    guard ends.count == 2 else { return nil }
    let columns = ends.compactMap { $0.withCString(column) }
    let rows = ends.compactMap { Int($0.filter(\.isNumber)) }
    guard columns.count == 2, rows.count == 2, columns[0] <= columns[1], rows[0] <= rows[1]
    else { return nil }
    return MergedRange(rows: rows[0]...rows[1], columns: columns[0]...columns[1])
  }
}
