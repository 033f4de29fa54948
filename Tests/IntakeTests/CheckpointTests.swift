import Archives
import Diagnostics
import Intake
import Synchronization
import Tables
import Territory
import TestSupport
import Testing

/// A reading that is interrupted and goes on gives what one that was not gives.
@Suite struct CheckpointTests {
  private static let rowCount = 9_000

  /// About two megabytes: several blocks, with bad lines, lines that are none and repeated keys.
  private static func text() -> String {
    var chance = Seeded(seed: 11)
    // long lines fill blocks with few rows
    let note = String(repeating: "n", count: 200)
    var text = "ID;X;Y;INSEE;SEXE;NOTE\r\n"
    for number in 0..<rowCount {
      let x = 850_000 + Int.random(in: -50..<1_550, using: &chance)
      let y = 6_700_000 + Int.random(in: -50..<1_050, using: &chance)
      let id = number % 997 == 5 ? number - 5 : number
      switch number % 1_501 {
      case 17: text += "\(id);;;;F;\(note)\r\n"
      case 400: text += "\(id);1\r\n"
      case 700: text += "\"\(id);\(x);\(y);21931;F;\(note)\r\n"
      default: text += "\(id);\(x),5;\(y),25;21931;\(number % 3 == 0 ? "F" : "H");\(note)\r\n"
      }
    }
    return text
  }

  private func layout(_ file: String) -> SourceLayout {
    let plain = SmallTown.layout(file, commune: "INSEE", reach: 10)
    return SourceLayout(
      file: file, declaration: Declaration(), route: plain.route, rule: plain.rule,
      categories: [CategoryColumn(dimension: "sexe", column: "SEXE")],
      key: RepeatedKey(column: "ID", rule: .once))
  }

  private func read(
    _ layout: SourceLayout, threads: Int = 1, _ checkpoints: Checkpoints = .none
  ) throws -> [UInt8] {
    try layout.read(in: SmallTown.territory, threads: threads, checkpoints: checkpoints).archived
  }

  /// All checkpoints of one reading.
  private func checkpoints(of layout: SourceLayout, threads: Int) throws -> [[UInt8]] {
    let kept = Mutex<[[UInt8]]>([])
    let all = Checkpoints(
      from: nil, stride: 1, isDue: { true }, keep: { bytes in kept.withLock { $0.append(bytes) } })
    _ = try read(layout, threads: threads, all)
    return kept.withLock { $0 }
  }

  private func from(_ last: [UInt8]) -> Checkpoints {
    Checkpoints(from: last, stride: .max, isDue: { false }, keep: { _ in })
  }

  @Test(arguments: ["plain", "gzip"])
  func `from any checkpoint the same reading follows`(packing: String) throws {
    let folder = TemporaryFolder()
    var file = folder.write(Self.text(), to: "partenaire.csv")
    if packing == "gzip" {
      guard output(of: "gzip", [file]) != nil else { return }
      file += ".gz"
    }
    let layout = layout(file)
    let whole = try read(layout)
    let reading = try Reading(archived: whole)
    #expect(reading.tally.accounting.rows > 8_900)
    #expect(reading.problems.groups.count >= 2)
    let kept = try checkpoints(of: layout, threads: 2)
    #expect(kept.count >= 3)
    let different = try kept.indices.filter {
      try read(layout, threads: 2, from(kept[$0])) != whole
    }
    #expect(different == [])
  }

  /// A row that was read before the kill is not read again: else nothing would be gained.
  @Test func `rows before a checkpoint are not read again`() throws {
    let folder = TemporaryFolder()
    let layout = layout(folder.write(Self.text(), to: "partenaire.csv"))
    let last = try #require(try checkpoints(of: layout, threads: 1).last)
    let read = Mutex(0)
    _ = try layout.read(
      in: SmallTown.territory, threads: 1, checkpoints: from(last),
      progress: { rows in read.withLock { $0 += rows } })
    #expect(read.withLock { $0 } < Self.rowCount / 2)
  }

  @Test func `a checkpoint that is cut, or of other contours, begins the reading anew`() throws {
    let folder = TemporaryFolder()
    let rows = "ID;X;Y;INSEE;SEXE\n1;850100;6700100;21931;F\n2;850600;6700100;21931;H\n"
    let layout = layout(folder.write(rows, to: "petit.csv"))
    let whole = try read(layout)
    let large = self.layout(folder.write(Self.text(), to: "grand.csv"))
    let kept = try #require(try checkpoints(of: large, threads: 1).first)
    // past the end of the small file
    #expect(try read(layout, from(kept)) == whole)
    let wrong = try stride(from: 0, to: kept.count, by: 13).filter {
      try read(layout, from(Array(kept[..<$0]))) != whole
    }
    #expect(wrong == [])
  }
}
