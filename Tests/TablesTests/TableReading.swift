import Diagnostics
import Tables
import TestSupport

/// A file read whole, in values that can be compared.
struct TableReading: Equatable {
  var columns: [String] = []
  var rows: [[String]] = []
  var lines: [Int] = []
  var setAsideCount = 0
  /// Codes of the problems met while opening, then while reading, with how often.
  var codes: [String] = []
  /// Everything that a user would see.
  var messages = ""

  init(_ path: String, declared: Declaration = Declaration(), threads: Int = 2) throws(Problem) {
    let file = try DelimitedFile(path, declared: declared)
    columns = file.columns
    let positions = Array(file.columns.indices)
    let read = try file.mapBlocks(reading: positions, threads: threads) { block in
      var part = TableReading()
      for row in 0..<block.rowCount {
        part.rows.append(positions.map { block.field(row, $0).text })
        part.lines.append(block.line(of: row))
      }
      part.setAsideCount = block.setAsideCount
      return part
    }
    for part in read.results {
      rows += part.rows
      lines += part.lines
      setAsideCount += part.setAsideCount
    }
    note(file.problems)
    note(read.problems)
  }

  /// A text as a file.
  init(
    text: String, declared: Declaration = Declaration(), threads: Int = 2
  ) throws(Problem) {
    try self.init(bytes: Array(text.utf8), declared: declared, threads: threads)
  }

  /// Bytes as a file.
  init(
    bytes: [UInt8], name: String = "table.csv", declared: Declaration = Declaration(),
    threads: Int = 2
  ) throws(Problem) {
    let folder = TemporaryFolder()
    try self.init(folder.write(bytes, to: name), declared: declared, threads: threads)
    messages = messages.replacing(folder.path + "/", with: "")
  }

  private init() {}

  private mutating func note(_ log: ProblemLog) {
    codes += log.groups.compactMap { group in
      group.first.first.map { group.count > 1 ? "\($0.code) ×\(group.count)" : $0.code }
    }
    messages += log.description
  }
}
