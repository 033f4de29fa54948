import Diagnostics
import Tables
import TestSupport
import Testing

/// The city's real files, without any option. Rows and fields were counted with Python's csv.
@Suite(.enabled(if: RealData.isPresent)) struct MontpellierTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    let file: String
    let encoding: TextEncoding
    let separator: Character
    let headerLine: Int
    let labelLine: Int?
    let columnCount: Int
    let rowCount: Int
    let lastColumn: String

    var testDescription: String { file }
  }

  static let files = [
    Expected(
      file: "caf-iris-2009.csv", encoding: .windows1252, separator: ",", headerLine: 7,
      labelLine: 8, columnCount: 23, rowCount: 95, lastColumn: "APRES100"),
    Expected(
      file: "caf-communes-2009.csv", encoding: .windows1252, separator: ",", headerLine: 7,
      labelLine: 8, columnCount: 21, rowCount: 11, lastColumn: "APRES100"),
    Expected(
      file: "population-iris-1999.csv", encoding: .windows1252, separator: ",", headerLine: 7,
      labelLine: 8, columnCount: 28, rowCount: 95, lastColumn: "xp75pf"),
    Expected(
      file: "revenus-iris-2009.csv", encoding: .windows1252, separator: ";", headerLine: 7,
      labelLine: 8, columnCount: 24, rowCount: 103, lastColumn: "NbMenNI"),
    Expected(
      file: "demandeurs-emploi-iris-2009.csv", encoding: .windows1252, separator: ",",
      headerLine: 7, labelLine: 8, columnCount: 45, rowCount: 95, lastColumn: "Brmi"),
    Expected(
      file: "associations-2011.csv", encoding: .utf8, separator: ";", headerLine: 1,
      labelLine: nil, columnCount: 8, rowCount: 1226, lastColumn: "Latitude"),
    Expected(
      file: "bal-34172-2014.csv", encoding: .utf8, separator: ";", headerLine: 1, labelLine: nil,
      columnCount: 16, rowCount: 36_395, lastColumn: "certification_commune"),
  ]

  @Test(arguments: files)
  func `every file is read right without options`(expected: Expected) throws {
    let file = try DelimitedFile(RealData.path("montpellier/" + expected.file))
    #expect(file.dialect.encoding == expected.encoding)
    #expect(Character(Unicode.Scalar(file.dialect.separator)) == expected.separator)
    #expect(file.dialect.headerLine == expected.headerLine)
    #expect(file.dialect.labelLine == expected.labelLine)
    #expect(file.columns.count == expected.columnCount)
    #expect(file.columns.last == expected.lastColumn)
    #expect(file.problems.isEmpty)
    let (rows, problems) = try file.mapBlocks(reading: [0]) { [$0.rowCount, $0.setAsideCount] }
    #expect(rows.map { $0[0] }.reduce(0, +) == expected.rowCount)
    #expect(rows.map { $0[1] }.reduce(0, +) == 0)
    #expect(problems.isEmpty)
  }

  @Test func `labels and accents come out as text`() throws {
    let file = try DelimitedFile(RealData.path("montpellier/caf-iris-2009.csv"))
    let column = try file.index(of: "a")
    #expect(file.labels[column] == "Nombre d’allocataires")
    #expect(file.labels[0] == "Code région")
  }

  @Test func `the column of beneficiaries adds up to its known total`() throws {
    let file = try DelimitedFile(RealData.path("montpellier/caf-iris-2009.csv"))
    let columns = [try file.index(of: "dc"), try file.index(of: "A")]
    let (sums, _) = try file.mapBlocks(reading: columns) { block in
      var sum = 0
      for row in 0..<block.rowCount where block.field(row, 0).equals("34172") {
        sum += block.field(row, 1).integer ?? 0
      }
      return sum
    }
    #expect(sums.reduce(0, +) == 68_780)
  }
}
