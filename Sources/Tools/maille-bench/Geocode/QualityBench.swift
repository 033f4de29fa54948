internal import Geocoding
internal import Territory
internal import Trials

/// The labelled trials of one town, as a table.
struct QualityBench {
  private let place: BenchTown
  private let options: GeocodeBench

  init(_ place: BenchTown, _ options: GeocodeBench) {
    self.place = place
    self.options = options
  }

  func run() throws {
    let territory = try place.territory()
    let town = try place.town(in: territory)
    let geocoder = Geocoder(try place.base(in: territory))
    let classes = Blemish.allCases.filter {
      options.only.isEmpty || options.only.contains($0.rawValue)
    }
    let maker = TrialMaker(town, seed: options.seed)
    let trials = classes.flatMap { maker.trials(of: $0, count: options.perClass) }
    print(
      "quality, \(place.name): \(town.addresses.count) addresses, \(town.streets.count) streets, "
        + "\(trials.count) trials, seed \(options.seed)")
    var shown: [Blemish: Int] = [:]
    let table = TrialRun(geocoder, town: town).judge(trials) { trial, answer, judgement in
      guard shown[trial.blemish, default: 0] < options.failures, trial.isDecidable else { return }
      shown[trial.blemish, default: 0] += 1
      show(trial, answer, judgement, geocoder)
    }
    TrialTableText(table).print()
  }

  private func show(
    _ trial: Trial, _ answer: Answer, _ judgement: Judgement, _ geocoder: Geocoder
  ) {
    let found = geocoder.base.text(of: answer)
    let meant = trial.truth.addresses.first?.id ?? trial.truth.level.rawValue
    print(
      "  \(trial.blemish.rawValue) \(judgement.finding.rawValue): « \(trial.typed.line) » "
        + "meant \(meant), got \(answer.level.rawValue) \(found.id) \(found.label) "
        + "\(answer.reasons.codes) iris \(answer.iris.iris?.code ?? "-") "
        + "\(answer.iris.certainty.rawValue) of \(trial.truth.irises.map(\.code).sorted()) "
        + BenchReport.text(answer.score, 3))
  }
}

/// A table of trials on the terminal.
struct TrialTableText {
  private let table: TrialTable

  init(_ table: TrialTable) { self.table = table }

  func print() {
    let heads = [
      "n", "decid.", "right", "wrong", "unmatch", "right %", "placed %", "IRIS %", "certain",
      "cert.wrong", "undec. r/w/u",
    ]
    Swift.print(Self.line("class", heads))
    for row in table.rows { Swift.print(Self.line(row.blemish.rawValue, cells(row))) }
    printSummary()
  }

  /// All classes together.
  func printSummary() {
    let wrong = table.wrongWhileCertain
    let interval = wrong.interval95
    Swift.print(
      "placed (classes that have a place) \(Self.percent(table.placed)) %; IRIS wrong while certain "
        + "\(wrong.hits) of \(wrong.total) = \(Self.percent(wrong, 3)) % "
        + "[\(BenchReport.text(interval.lower * 100, 3)) ; \(BenchReport.text(interval.upper * 100, 3))]"
    )
    printReliability()
  }

  private func cells(_ row: TrialTable.Row) -> [String] {
    let findings = Judgement.Finding.allCases
    let counts = findings.map { String(row.findings[$0, default: 0]) }
    let others = findings.map { String(row.undecidableFindings[$0, default: 0]) }
    return [String(row.trials), String(row.decidable)] + counts + [
      Self.percent(row.recall), Self.percent(Proportion(row.placed, of: row.trials)),
      row.irisJudged == 0 ? "-" : Self.percent(Proportion(row.irisRight, of: row.irisJudged)),
      String(row.certain), String(row.irisWrongWhileCertain), others.joined(separator: "/"),
    ]
  }

  private func printReliability() {
    Swift.print(Self.line("score below", ["n", "mean", "right", "observed", "95 % interval"]))
    for bin in table.reliability.bins where bin.count > 0 {
      let interval = bin.observed.interval95
      Swift.print(
        Self.line(
          BenchReport.text(bin.end, 3),
          [
            String(bin.count), BenchReport.text(bin.meanScore ?? 0, 3), String(bin.right),
            BenchReport.text(bin.observed.share, 3),
            "\(BenchReport.text(interval.lower, 3))–\(BenchReport.text(interval.upper, 3))",
          ]))
    }
    Swift.print(
      "mean |observed − score| \(BenchReport.text(table.reliability.expectedError, 4))")
  }

  private static func percent(_ part: Proportion, _ decimals: Int = 1) -> String {
    part.total == 0 ? "-" : BenchReport.text(part.share * 100, decimals)
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    let start = name + String(repeating: " ", count: max(0, 18 - name.count))
    return start
      + cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }
}
