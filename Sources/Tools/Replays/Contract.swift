internal import Campaigns
internal import Diagnostics
internal import Files
internal import Intake
internal import Recognition
internal import Tables
internal import Territory

/// What a source's file must still hold for last year's campaign to mean the same this year.
struct Contract {
  /// The source's identifier, « c2s » or « c2s, totaux ».
  let name: String
  let layout: SourceLayout
  /// Last year's file, whether or not it is still there.
  let oldFile: String
  /// Labels that indicators count, by column.
  let labels: [(column: String, values: Set<String>)]

  init(_ source: Campaign.Source, of campaign: Campaign) {
    name = source.id
    layout = source.layout
    oldFile = source.layout.file
    labels = campaign.indicators.filter { $0.numerator == source.id }.flatMap { indicator in
      source.layout.categories.compactMap { category in
        indicator.selection[category.dimension].map { (category.column, $0) }
      }
    }
  }

  /// The partner's own totals.
  init(totalsOf source: Campaign.Source, _ layout: SourceLayout) {
    name = "\(source.id), totaux"
    self.layout = layout
    oldFile = layout.file
    labels = []
  }

  /// The columns that the campaign reads.
  var columns: [String] { layout.columns }

  /// Compares the kinds of the columns with what the campaign needs and with last year's file, and
  /// looks for the labels that indicators count.
  func problems(of received: ReceivedFiles.Received) throws(Problem) -> ProblemLog {
    var log = ProblemLog()
    let old = oldProfile
    for name in columns {
      guard let column = received.column(name) else { continue }
      let before = old.flatMap { $0.columns.first { $0.name == column.name } }
      if let expected = retyped(column, before: before) {
        log.record(Wording.retyped(self, received, column, expected: expected))
      }
    }
    if let column = try columnWithoutCodes(received) {
      log.record(Wording.retyped(self, received, column, expected: "des codes IRIS ou de commune"))
    }
    for (column, values) in labels {
      for value in try absent(values, column, received) {
        log.record(Wording.absentLabel(self, received, column, value))
      }
    }
    return log
  }

  /// Columns that last year's file had not; all unread ones when it is no longer there.
  func extra(in received: ReceivedFiles.Received) -> [String] {
    let known = Set(
      (oldProfile?.columns.map(\.name) ?? []).map(ReceivedFiles.Received.folded)
        + columns.map(ReceivedFiles.Received.folded))
    return received.profile.columns.map(\.name).filter {
      !$0.isEmpty && !known.contains(ReceivedFiles.Received.folded($0))
    }
  }

  private var oldProfile: TableProfile? {
    guard FilePath.exists(oldFile) else { return nil }
    return try? TableProfile(of: oldFile, declared: layout.declaration)
  }

  // MARK: Kinds

  /// What the column should hold, in French; `nil` when it does.
  private func retyped(_ column: ColumnProfile, before: ColumnProfile?) -> Prose? {
    if column.type == .empty { return before?.type == .empty ? nil : "des valeurs" }
    if let needed = needed(of: column), !needed.fits(column.type) { return needed.words }
    guard let before, before.type != .empty, Family(before.type) != Family(column.type) else {
      return nil
    }
    return "des cellules « \(public: before.type.label) », comme l’an dernier"
  }

  private struct Need {
    let words: Prose
    let types: Set<ColumnProfile.CellType>
    func fits(_ type: ColumnProfile.CellType) -> Bool { types.contains(type) }
  }

  /// What the campaign itself needs of a column, whatever last year's file was.
  private func needed(of column: ColumnProfile) -> Need? {
    let name = ReceivedFiles.Received.folded(column.name)
    if case .position(let position) = layout.route,
      [position.x, position.y].map(ReceivedFiles.Received.folded).contains(name)
    {
      return position.mark == .comma
        ? Need(words: "des coordonnées à virgule décimale", types: [.decimalComma, .whole])
        : Need(words: "des coordonnées à point décimal", types: [.decimalPoint, .whole])
    }
    if layout.rule.countColumn.map(ReceivedFiles.Received.folded) == name {
      return Need(words: "des effectifs", types: [.whole])
    }
    return nil
  }

  /// Kinds between which a column may pass without meaning something else.
  private enum Family {
    case numbers, dates, words

    init(_ type: ColumnProfile.CellType) {
      self =
        switch type {
        case .whole, .decimalPoint, .decimalComma, .code: .numbers
        case .date: .dates
        case .text, .empty: .words
        }
    }
  }

  // MARK: Cells

  /// The first column of the IRIS code, where fewer than half of its cells are codes: its name alone
  /// makes it a code for whoever recognises columns.
  private func columnWithoutCodes(
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
  private func absent(
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
