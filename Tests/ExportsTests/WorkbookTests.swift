import Files
import Tables
import TestSupport
import Testing

@testable import Exports

/// The Excel deliverable, opened again by the project's own reader; openpyxl was another judge.
@Suite struct WorkbookTests {
  private let town = Town(counts: [30, 40, 4], population: [100, 100, 100])

  private func rows(_ path: String, sheet: String) throws -> (columns: [String], rows: [[String]]) {
    let table = try DelimitedFile(path, declared: Declaration(member: sheet))
    let blocks = try table.mapBlocks(reading: Array(table.columns.indices)) { block in
      (0..<block.rowCount).map { row in
        table.columns.indices.map { block.field(row, $0).text }
      }
    }
    return (table.columns, blocks.results.flatMap(\.self))
  }

  @Test func `the workbook says what the CSV says`() throws {
    let folder = try town.exporter().published([.csv, .xlsx])
    let book = try rows(folder.path("essai.xlsx"), sheet: "IRIS")
    let text = try rows(folder.path("essai.csv"), sheet: "")
    #expect(book.columns == text.columns)
    #expect(book.rows.count == text.rows.count)
    let code = try #require(book.columns.firstIndex(of: "code_iris"))
    #expect(book.rows.map { $0[code] } == text.rows.map { $0[code] })
  }

  @Test func `a second workbook has the same bytes`() throws {
    let folders = try (0..<2).map { _ in try town.exporter().published([.xlsx]) }
    #expect(folders[0].read("essai.xlsx") == folders[1].read("essai.xlsx"))
  }

  @Test func `the mention and the meanings stand in it`() throws {
    let folder = try town.exporter().published([.xlsx])
    let about = try DelimitedFile.sheets(of: folder.path("essai.xlsx"))
    #expect(Set(about).isSuperset(of: ["IRIS", "Lisez-moi"]))
  }

  @Test(arguments: [
    ("Source CPAM – essai", "Source CPAM – essai"), ("A & B", "A && B"),
    (String(repeating: "&", count: 300), String(repeating: "&", count: 238) + "…"),
    (String(repeating: "é", count: 300), String(repeating: "é", count: 239) + "…"),
    (
      "e\u{301}" + String(repeating: "x", count: 400),
      "e\u{301}" + String(repeating: "x", count: 237) + "…"
    ),
  ])
  func `a foot has room for 240 characters, signs doubled`(sentence: String, foot: String) {
    #expect(WorkbookFile.footer(sentence) == foot)
  }
}
