import Diagnostics
import TestSupport
import Testing

@testable import Tables

/// What OpenDocument workbooks say of their sheets.
@Suite struct OpenDocumentTests {
  private static let namespaces = ["office", "style", "table", "text", "manifest"]
    .map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(
      separator: " ")

  private func workbook(
    styles: String = "", tables: String, manifest: String = ""
  ) -> [UInt8] {
    let parts = [
      (
        "META-INF/manifest.xml",
        "<manifest:manifest \(Self.namespaces)>\(manifest)</manifest:manifest>"
      ),
      ("styles.xml", "<office:document-styles \(Self.namespaces)/>"),
      (
        "content.xml",
        "<office:document-content \(Self.namespaces)><office:automatic-styles>\(styles)</office:automatic-styles>"
          + "<office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>"
      ),
    ]
    return zipped(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  private func table(_ name: String, style: String = "shown", _ rows: [[String]]) -> String {
    let cells = rows.map { row in
      "<table:table-row>" + row.map { $0.hasPrefix("<") ? $0 : text($0) }.joined()
        + "</table:table-row>"
    }
    return
      "<table:table table:name=\"\(name)\" table:style-name=\"\(style)\">\(cells.joined())</table:table>"
  }

  private func text(_ text: String) -> String {
    "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
  }

  private func date(_ value: String, shown: String) -> String {
    "<table:table-cell office:value-type=\"date\" office:date-value=\"\(value)\"><text:p>\(shown)</text:p></table:table-cell>"
  }

  private static let styles = """
    <style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>\
    <style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>
    """

  @Test func `a sheet that is not displayed is hidden, and said to be`() throws {
    let rows = [["CODE", "NB"], ["219510101", "7"], ["219510102", "8"]]
    let bytes = workbook(
      styles: Self.styles,
      tables: table("Cachée", style: "away", rows + [["219510103", "9"]]) + table("Vue", rows))
    let reading = try TableReading(bytes: bytes, name: "a.ods")
    #expect(reading.rows == [["219510101", "7"], ["219510102", "8"]])
    #expect(reading.messages.contains("dont masquées 1"), "\(reading.messages)")
  }

  @Test func `a protected workbook is told as one`() {
    let entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    let problem = #expect(throws: Problem.self) {
      try TableReading(bytes: workbook(tables: "", manifest: entry), name: "a.ods")
    }
    #expect(problem?.code == "tables.not-text")
    #expect(problem?.fact.text.contains("mot de passe") == true)
  }

  @Test(arguments: [
    ("02-avr", "02-avr"), ("02/04", "02/04"), ("02/04/25", "2025-04-02"),
    ("2 avril 2025", "2025-04-02"), ("avril", "2025-04-02"),
  ])
  func `a day without its year counts as it is shown`(shown: String, expected: String) throws {
    let rows = [
      ["NUM", "VOIE"], ["5", "Rue Basse"], [date("2025-04-02", shown: shown), "Rue Haute"],
    ]
    let reading = try TableReading(bytes: workbook(tables: table("A", rows)), name: "a.ods")
    #expect(reading.rows.map(\.[0]) == ["5", expected])
  }
}
