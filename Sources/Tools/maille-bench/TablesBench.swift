internal import ArgumentParser
internal import Campaigns
internal import Diagnostics
internal import Files
internal import Tables

/// A partner's file of many rows: recognised, then read by its declared columns.
///
/// The rival only counts line ends, which is what reading from the page cache costs.
struct TablesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "Recognition and reading of a file of 20 columns, 6 declared.")

  @Option(help: "Rows of the made-up file.") var rows = 1_000_000
  @Option(help: "Runs of each row.") var runs = 5
  @Option(help: "Seed of the cells.") var seed: UInt64 = 1
  @Option(help: "A workbook to read as well.") var workbook: String?

  private static let declared = ["C0", "C3", "C5", "X", "Y", "NB"]

  func run() throws {
    let folder = BenchFolder()
    let file = try folder.write("a.csv", parts)
    var report = BenchReport("tables --rows \(rows)", seed: seed, runs: runs, libraries: [])
    try measure("recognise", file, &report) { try UInt64(FileRecognition(of: file).rowCount) }
    try measure("read, 1 thread", file, &report) { try Self.read(file, threads: 1) }
    try measure("read, 2 threads", file, &report) { try Self.read(file, threads: 2) }
    try measure("line ends", file, &report) { try Self.lines(file) }
    if let workbook {
      try measure("workbook", workbook, &report) {
        try UInt64(FileRecognition(of: workbook).rowCount)
      }
    }
    print("peak MB \(Memory.peak >> 20)")
  }

  private func measure(
    _ name: String, _ file: String, _ report: inout BenchReport, _ body: () throws -> UInt64
  ) throws {
    Memory.forgetPeak()
    var laps: [Lap] = []
    var hits: UInt64 = 0
    for _ in 0..<runs {
      let watch = Stopwatch()
      hits = try body()
      laps.append(watch.lap)
    }
    let bytes = try MappedFile(file).bytes.count
    report.add(
      BenchReport.Row(
        task: file == workbook ? "sheet" : "csv", name: name, count: Int(hits), laps: laps,
        bytes: bytes, hits: hits))
    let fastest = laps.map(\.cpuSeconds).min() ?? 0
    print(
      "  \(Int(Double(bytes) / 1e6 / max(fastest, 1e-9))) MB per CPU second, peak \(Memory.peak >> 20) MB"
    )
  }

  private static func read(_ file: String, threads: Int) throws -> UInt64 {
    let table = try DelimitedFile(file)
    var columns: [Int] = []
    for name in declared { columns.append(try table.index(of: name)) }
    let blocks = try table.mapBlocks(reading: columns, threads: threads) { block in
      var xs: [Double] = []
      block.doubles(3, mark: .point, into: &xs)
      block.doubles(4, mark: .point, into: &xs)
      return block.rowCount
    }
    return UInt64(blocks.results.reduce(0, +))
  }

  private static func lines(_ file: String) throws -> UInt64 {
    try MappedFile(file).withBytes { bytes in
      UInt64(bytes.count { $0 == 0x0A } - 1)
    }
  }

  /// The header, then rows by the thousand.
  private var parts: some Sequence<[UInt8]> {
    let names = (0..<17).map { "C\($0)" } + ["X", "Y", "NB"]
    let header = [Array((names.joined(separator: ";") + "\n").utf8)]
    let blocks = stride(from: 0, to: rows, by: 1000).lazy.map { start -> [UInt8] in
      var chance = Chance(seed: seed, of: start)
      var text = ""
      for row in start..<min(start + 1000, rows) { text += line(row, &chance) }
      return Array(text.utf8)
    }
    return [AnySequence(header), AnySequence(blocks)].joined()
  }

  private func line(_ row: Int, _ chance: inout Chance) -> String {
    let words = (0..<17).map { column in "mot \(column) \(Int(chance.next() % 5000))" }
    let x = 850_000 + Int(chance.next() % 10_000)
    let y = 6_690_000 + Int(chance.next() % 10_000)
    return words.joined(separator: ";") + ";\(x).25;\(y).5;\(row % 9)\n"
  }
}
