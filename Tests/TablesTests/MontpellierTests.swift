import Diagnostics
import Tables
import TestSupport
import Testing

@Suite(.enabled(if: RealData.isPresent)) struct MontpellierTests {
  struct Expected: Sendable {
    let file: String
    let encoding: TextEncoding
    let separator: String
    let header: Int
    let label: Int?
    let columns: Int
    let dataLines: Int
    let column: String
    let label3: String
  }

  static let files = [
    Expected(
      file: "caf-iris-2009.csv", encoding: .windows1252, separator: ",", header: 7, label: 8,
      columns: 23, dataLines: 0, column: "APRES100", label3: "Nom de la commune"),
  ]

  @Test(arguments: ["caf-iris-2009.csv", "caf-communes-2009.csv", "population-iris-1999.csv", "revenus-iris-2009.csv", "demandeurs-emploi-iris-2009.csv", "associations-2011.csv", "bal-34172-2014.csv"])
  func `show`(name: String) throws {
    let file = try DelimitedFile(RealData.path("montpellier/" + name))
    print(name, file.dialect, file.columns.count, try file.countDataLines(), file.problems)
    print(file.columns, file.labels.prefix(4))
    print(try file.mapBlocks(reading: [0]) { $0.setAsideCount }.problems)
  }
}
