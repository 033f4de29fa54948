internal import Campaigns
internal import Diagnostics
internal import Files
internal import Intake
internal import Recognition

/// What a source's file must still hold for last year's campaign to mean the same this year.
struct Contract {
  /// The source's identifier, « c2s » or « c2s, totaux ».
  let name: String
  let layout: SourceLayout
  /// Last year's file, whether or not it is still there.
  let oldFile: String
  /// Labels that indicators count, by column.
  let labels: [(column: String, values: Set<String>)]
  /// Last year's columns; `nil` when its file is no longer there.
  private let oldProfile: TableProfile?

  init(_ source: Campaign.Source, of campaign: Campaign) {
    name = source.id
    layout = source.layout
    oldFile = source.layout.file
    oldProfile = Self.profile(of: source.layout)
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
    oldProfile = Self.profile(of: layout)
    labels = []
  }

  private static func profile(of layout: SourceLayout) -> TableProfile? {
    guard FilePath.exists(layout.file) else { return nil }
    return try? TableProfile(of: layout.file, declared: layout.declaration)
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
      log.record(Wording.noCodes(self, received, column))
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

  /// The column that a missing one has most likely become: the nearest by name, else the only one of
  /// its role.
  func heir(of name: String, in received: ReceivedFiles.Received) -> String? {
    let spare = received.profile.columns.filter { extra(in: received).contains($0.name) }
    if let near = Suggestion.nearest(to: name, among: spare.map(\.name)) { return near }
    let folded = ReceivedFiles.Received.folded(name)
    let old = oldProfile?.columns.first { ReceivedFiles.Received.folded($0.name) == folded }
    guard let role = old?.role, ![.unknown, .category].contains(role) else { return nil }
    let heirs = spare.filter { $0.role == role }
    return heirs.count == 1 ? heirs[0].name : nil
  }
}
