import Diagnostics
import Files
import Territory
import TestSupport
import Testing

@testable import Exports

@Suite struct CSVTests {
  @Test(arguments: ["=1+1", "+33", "-5", "@x", "\tx", "\rx", " =x", "\u{FEFF}=x", "＝x", "－1"])
  func `a label that a spreadsheet would compute is refused, and not quoted`(label: String) throws {
    var town = Town(counts: [30, 40], population: [100, 100])
    town.names = ["Bourg", label + "SECRET"]
    let exporter = try town.exporter()
    let folder = TemporaryFolder()
    let found = problem { _ = try exporter.stage([.csv], name: "a", in: folder.path) }
    #expect(found?.code == "exports.formula" && found?.place.code == "010040002")
    #expect(found?.description.contains("« nom_iris »") == true)
    #expect(found?.description.contains("SECRET") == false)
    #expect(folder.names == [])
    #expect(try exporter.published([.geojson]).names.contains("essai.geojson"))
  }

  @Test func `once accepted, the label is exact for machines and guarded for Excel`() throws {
    var town = Town(counts: [30, 40], population: [100, 100])
    town.names = ["Bourg", "=A1"]
    var exporter = try town.exporter()
    exporter.acceptsFormulas = true
    let folder = try exporter.published([.csv])
    #expect(folder.text("essai.csv").contains("\r\n010040002;=A1;H"))
    #expect(folder.text("essai_excel.csv").contains(";'=A1;H"))
  }

  @Test func `only three words stand in the types, between commas`() throws {
    let folder = try Town(counts: [30], population: [100]).exporter().published([.csv])
    for name in ["essai", "essai_communes"] {
      let types = folder.text(name + ".csvt")
      #expect(types.hasSuffix("\r\n"))
      let words = types.dropLast().split(separator: ",")
      #expect(Set(words).isSubset(of: ["\"String\"", "\"Integer\"", "\"Real\""]))
      let header = folder.text(name + ".csv").split(separator: "\r\n")[0].split(separator: ";")
      #expect(words.count == header.count)
    }
    #expect(!folder.names.contains("essai_excel.csvt"))
  }

  @Test func `machines get no byte order mark and Excel does`() throws {
    let folder = try Town(counts: [30], population: [100]).exporter().published([.csv])
    #expect(folder.read("essai.csv")?.prefix(4) == [0x63, 0x6F, 0x64, 0x65])
    #expect(folder.read("essai_excel.csv")?.prefix(4) == [0xEF, 0xBB, 0xBF, 0x63])
  }

  @Test func `rows with lines in their labels keep their number of fields`() throws {
    var town = Town(counts: [30, 40], population: [100, 100])
    town.names = ["deux\nlignes", "Bourg"]
    let folder = try town.exporter().published([.csv])
    #expect(folder.text("essai.csv").contains("010040001;\"deux\nlignes\";H"))
  }
}
