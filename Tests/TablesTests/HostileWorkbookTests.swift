import Diagnostics
import TestSupport
import Testing

@testable import Tables

/// Workbooks that claim more than they hold.
@Suite struct HostileWorkbookTests {
  private static let namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook of one sheet, from the rows in XML.
  private func workbook(_ rows: String) -> [UInt8] {
    let parts = [
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(Self.namespace)\"><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"\(Self.namespace)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
    ]
    return zipped(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  private func row(_ number: Int, _ cells: [(String, String)]) -> String {
    let texts = cells.map { column, text in
      "<c r=\"\(column)\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\">\(texts.joined())</row>"
  }

  /// Read as declared, 4,200 rows of 16,384 columns would be 69 million fields for 8,401 cells.
  @Test func `a cell strayed to the last column is refused by its place`() throws {
    let rows = (1...4_200).map { number in
      row(number, [("A", "219510101"), ("B", "7")] + (number == 3 ? [("XFD", "x")] : []))
    }
    let problem = #expect(throws: Problem.self) {
      try TableReading(bytes: workbook(rows.joined()), name: "a.xlsx")
    }
    #expect(problem?.code == "tables.scattered-sheet")
    #expect(problem?.place.line == 3 && problem?.place.column == 16_384)
  }

  @Test(arguments: [
    "4294967297", "-1", "0", "1048577", "9223372036854775807",
  ])
  func `a row beyond any sheet is refused`(number: String) {
    let sheet =
      row(1, [("A", "CODE"), ("B", "NB")])
      + "<row r=\"\(number)\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
    let problem = #expect(throws: Problem.self) {
      try TableReading(bytes: workbook(sheet), name: "a.xlsx")
    }
    #expect(problem?.code == "tables.impossible-sheet")
  }

  /// Expat begins such an attribute anew with every piece of it: hours for what a zip packs in a second.
  @Test func `an attribute without end is refused as soon as it is seen`() {
    let sheet = "<row r=\"1\" x=\"\(String(repeating: "A", count: 12 << 20))\"></row>"
    let problem = #expect(throws: Problem.self) {
      try TableReading(bytes: workbook(sheet), name: "a.xlsx")
    }
    #expect(problem?.code == "tables.damaged-workbook")
  }

  @Test(arguments: [
    ("12_x000D_ rue", "12  rue"), ("a_x000d__x000A_b", "a  b"), ("_x005F_x000D_", "_x000D_"),
    ("_x00E9_t_x20AC_", "ét€"), ("_x00G0_", "_x00G0_"), ("_xD800_", "_xD800_"), ("_x000", "_x000"),
    ("__x0041__", "_A_"),
  ])
  func `characters that a workbook cannot hold are read`(written: String, text: String) throws {
    let sheet = row(1, [("A", "CODE"), ("B", "VOIE")]) + row(2, [("A", "7"), ("B", written)])
    let reading = try TableReading(bytes: workbook(sheet), name: "a.xlsx")
    #expect(reading.rows == [["7", text]])
  }

  @Test func `a wide sheet that is filled, or small, is read`() throws {
    let header = row(1, [("A", "CODE"), ("B", "NB"), ("XFD", "NOTE")])
    let sheet = header + row(2, [("A", "219510101"), ("B", "7"), ("XFD", "x")])
    let reading = try TableReading(bytes: workbook(sheet), name: "a.xlsx")
    #expect(reading.columns.count == 16_384 && reading.rows.count == 1)
  }
}
