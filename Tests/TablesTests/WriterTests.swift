import Tables
import TestSupport
import Testing

@Suite struct WriterTests {
  @Test func `the machine's file is INSEE's dialect`() {
    var writer = CSVWriter(for: .machine)
    writer.row(["code_iris", "nom", "taux"])
    writer.text("010040101")
    writer.text("L'Îlot; \"vert\"")
    writer.decimal(12.25, decimals: 1)
    writer.endRow()
    writer.text("=SOMME(A1)")
    writer.text(nil)
    writer.decimal(nil, decimals: 1)
    writer.integer(-3)
    writer.endRow()
    let expected =
      "code_iris;nom;taux\r\n010040101;\"L'Îlot; \"\"vert\"\"\";12.3\r\n=SOMME(A1);;;-3\r\n"
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func `Excel's file has a mark, commas, and no formula`() {
    var writer = CSVWriter(for: .excel)
    writer.text("=1+1")
    writer.decimal(-12.5, decimals: 2)
    writer.integer(-4)
    writer.blank()
    writer.endRow()
    #expect(writer.bytes == Array("\u{FEFF}'=1+1;-12,50;-4;\r\n".utf8))
  }

  @Test(arguments: [
    ("=A1", true), ("+33", true), ("-12", true), ("@x", true), ("\tx", true), ("\rx", true),
    (" =A1", true), ("\u{FEFF}=A1", true), ("＝A1", true), ("a=b", false), ("", false),
    ("12", false), ("'=A1", false), ("L’-", false),
  ])
  func `texts that a spreadsheet would compute`(text: String, isFormula: Bool) {
    #expect(CSVWriter.readsAsFormula(text) == isFormula)
  }

  @Test func `taking the bytes piece by piece gives the same file`() {
    var whole = CSVWriter(for: .excel)
    var pieces = CSVWriter(for: .excel)
    var taken: [UInt8] = []
    for number in 0..<10 {
      for column in 0..<3 {
        whole.integer(number * column)
        pieces.integer(number * column)
        taken += pieces.takeBytes()
      }
      whole.endRow()
      pieces.endRow()
    }
    #expect(taken + pieces.takeBytes() == whole.bytes)
  }

  @Test func `what is written is read back`() throws {
    let folder = TemporaryFolder()
    let texts = ["simple", "a;b", "dit \"Léo\"", "deux\nlignes", " espaces ", "é€", "fin\r\n"]
    var writer = CSVWriter(for: .machine)
    writer.row(["texte", "rang"])
    for (rank, text) in texts.enumerated() {
      writer.text(text)
      writer.integer(rank)
      writer.endRow()
    }
    let file = try DelimitedFile(folder.write(writer.bytes, to: "a.csv"))
    let read = try file.mapBlocks(reading: [0]) { block in
      (0..<block.rowCount).map { block.field($0, 0).text }
    }
    #expect(Array(read.results.joined()) == texts)
  }
}
