internal import Diagnostics
internal import Intake
internal import Recognition
internal import Tables
internal import Territory

extension Contract {
  /// The first column of the IRIS code, where fewer than half of its cells are codes: its name alone
  /// makes it a code for whoever recognises columns.
  func columnWithoutCodes(
    _ received: ReceivedFiles.Received
  ) throws(Problem) -> ColumnProfile? {
    guard case .iris(let columns) = layout.route, let first = columns.first,
      let column = received.column(first)
    else { return nil }
    let isWhole = columns.count == 1
    let counts = try table(received).mapBlocks(reading: [column.index]) { block in
      (0..<block.rowCount).count { row in
        let text = block.field(row, 0).trimmed.text
        let isShort = text.utf8.count == (isWhole ? 8 : 4)
        let code = isShort ? "0" + text : text
        return isWhole ? Iris(code) != nil : Commune(code) != nil
      }
    }
    return 2 * counts.results.reduce(0, +) < received.profile.rows ? column : nil
  }

  private func table(_ received: ReceivedFiles.Received) throws(Problem) -> DelimitedFile {
    var declaration = layout.declaration
    declaration.member = received.sheet ?? declaration.member
    return try DelimitedFile(received.path, declared: declaration)
  }

  /// Labels that no row has any more: an indicator that counts them would be zero everywhere.
  func absent(
    _ labels: Set<String>, _ column: String, _ received: ReceivedFiles.Received
  ) throws(Problem) -> [String] {
    let table = try table(received)
    let found = try table.mapBlocks(reading: [table.index(of: column)]) { block in
      var seen: Set<String> = []
      for row in 0..<block.rowCount {
        let text = block.field(row, 0).trimmed.text
        if labels.contains(text) { seen.insert(text) }
      }
      return seen
    }
    return labels.subtracting(found.results.joined()).sorted()
  }
}
