internal import Audit
internal import Boundaries
internal import Crosswalks
public import Diagnostics
internal import Disclosure
internal import Files
internal import Geometry
internal import Intake
internal import Keeping
internal import Population
internal import Rates
internal import Tables
internal import Territory

/// One run of a campaign: from the files it names to the files it writes.
///
/// Either everything appears, or nothing does and earlier outputs stand.
public struct CampaignRun {
  let campaign: Campaign
  let progress: any Progress
  private let memory: RunMemory
  var report: RunReport
  /// What may be seen, once it is decided.
  private(set) var released: Release?
  /// Who knows more than the public, for the attacker.
  ///
  /// - Confidential: yes
  private(set) var insiders: [Insider] = []

  /// - Parameters:
  ///   - memory: what is taken over from earlier runs
  ///   - progress: told what is being done, for whoever waits
  public init(_ campaign: Campaign, memory: RunMemory = .kept, progress: any Progress) {
    self.campaign = campaign
    self.memory = memory
    self.progress = progress
    report = RunReport(campaign: campaign)
  }

  /// Computes everything and writes nothing.
  ///
  /// - Returns: what would be written, and the report
  public mutating func rehearse() throws(Problem) -> RunReport {
    _ = try compute(isRehearsal: true)
    return report
  }

  /// Whether anything that comes from rows is kept for later.
  var isKeeping: Bool { if case .none = memory { false } else { true } }

  /// What was found so far, also when the run has stopped.
  public var findings: RunReport { report }

  /// Everything up to what must be protected.
  ///
  /// - Confidential: yes, small counts
  struct Measured {
    let tables: [IndicatorTable]
    let zonings: [Zoning]
    let contours: Contours
    let knowledge: PublicKnowledge
  }

  /// - Parameters:
  ///   - isRehearsal: nothing is kept for a later run
  mutating func measure(isRehearsal: Bool) throws(Problem) -> Measured {
    let contours = try readContours()
    let passages = try readPassages(to: contours)
    let zonings = try CampaignZonings(campaign.zonings, over: contours)
    try note(zonings.problems)
    let tallies = try readSources(
      SourceReadings(
        in: IrisTerritory(contours), addresses: campaign.addressFiles, drawn: zonings.drawn,
        store: memory.store(of: campaign, isReadOnly: isRehearsal)), passages)
    let denominators = try readDenominators(for: contours, passages)
    let tables = try makeTables(
      contours, tallies: tallies, denominators: denominators, zonings: zonings)
    let ledger = try Ledger(of: campaign)
    try note(ledger.problems)
    let knowledge = try ledger.knowledge(
      tables.map(\.definition), counted: tallies.mapValues(\.tally), on: contours)
    return Measured(
      tables: tables, zonings: zonings.all, contours: contours, knowledge: knowledge)
  }

  mutating func compute(isRehearsal: Bool) throws(Problem) -> (Release, Contours) {
    let measured = try measure(isRehearsal: isRehearsal)
    let (release, protection) = try Protection.release(
      of: measured.tables, rule: campaign.protection, on: measured.zonings,
      beside: measured.knowledge)
    report.add(release, protection)
    try note(Withheld.problems(of: release, protection, campaign))
    released = release
    insiders =
      Insiders(measured.tables, owners: campaign.protection.sources.mapValues(\.owner)).all
    return (release, measured.contours)
  }

  private mutating func readContours() throws(Problem) -> Contours {
    progress.begins("Contours", units: nil)
    let (contours, problems) = try campaign.readContours()
    try note(problems)
    report.add(contours)
    progress.ends()
    return contours
  }

  private mutating func readSources(
    _ readings: SourceReadings, _ passages: Passages
  ) throws(Problem) -> [String: SourceTally] {
    var readings = readings
    var tallies: [String: SourceTally] = [:]
    try openAddresses(&readings, passages)
    for source in campaign.sources {
      progress.begins(
        "Source \(source.id)", units: RowEstimate.lines(of: source.layout.file))
      let reading = try readings.read(
        source.layout, in: passages.territory(of: source.edition), progress: progress.advances)
      try note(reading.problems)
      report.add(reading, source: source)
      try checkQuality(of: reading, source: source)
      progress.ends()
      let tally = SourceTally(
        tally: try carried(reading.tally, of: source, passages),
        totals: try readTotals(source, &readings, passages))
      try note(tally.problems(of: source))
      tallies[source.id] = tally
    }
    try note(readings.unkept)
    return tallies
  }

  /// The address base, where a source needs one; made once for its files and the whole contours, so
  /// that an address across the limit is known to be outside.
  private mutating func openAddresses(
    _ readings: inout SourceReadings, _ passages: Passages
  ) throws(Problem) {
    guard campaign.addressFiles != nil else { return }
    progress.begins("Base d’adresses", units: nil)
    var isNeeded = false
    for source in campaign.sources where source.hasAddresses && !isNeeded {
      isNeeded = try readings.hasToRead(
        source.layout, in: passages.territory(of: source.edition))
    }
    try note(try readings.openAddresses(isNeeded: isNeeded))
    progress.ends()
  }

  private func checkQuality(of reading: Reading, source: Campaign.Source) throws(Problem) {
    guard let least = campaign.leastPlaced, let placed = reading.shareAtIris, placed < least else {
      return
    }
    throw Wording.tooFewPlaced(
      source.id, placed: placed, least: least, file: source.layout.file)
  }

  private mutating func readTotals(
    _ source: Campaign.Source, _ readings: inout SourceReadings, _ passages: Passages
  ) throws(Problem) -> [Commune: Count]? {
    guard let layout = source.totals else { return nil }
    let reading = try readings.read(layout, in: passages.territory(of: source.edition))
    try note(reading.problems)
    let tally = try carried(reading.tally, of: source, passages)
    let pairs = readings.communes.map { ($0, tally.count(at: .commune($0))) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private mutating func readDenominators(
    for contours: Contours, _ passages: Passages
  ) throws(Problem) -> [[String]: Denominator] {
    let wanted = Set(campaign.indicators.compactMap(\.denominator.columns))
    guard let reference = campaign.references.population, !wanted.isEmpty else { return [:] }
    progress.begins("Population", units: nil)
    let (census, problems) = try Census.read(
      reference.file, vintage: reference.vintage, irisColumns: reference.irisColumns)
    try note(problems)
    let crosswalk = passages.crosswalk(from: reference.edition)
    let irises = crosswalk?.oldIrises ?? contours.areas.map(\.iris)
    let fit = census.fit(
      edition: crosswalk?.from ?? contours.edition, irises: Set(irises),
      communes: crosswalk == nil ? Set(campaign.communes) : Set(irises.map(\.commune)))
    try accept(fit, reference)
    var denominators: [[String]: Denominator] = [:]
    for columns in wanted {
      let counted = try census.denominator(columns: columns)
      denominators[columns] = crosswalk.map { counted.carried(by: $0) } ?? counted
    }
    report.add(census, fit, reference)
    progress.ends()
    return denominators
  }

  private mutating func accept(
    _ fit: CensusFit, _ reference: Campaign.PopulationReference
  ) throws(Problem) {
    let isAccepted = reference.acceptedMismatch != nil
    try note(isAccepted ? fit.problems.softened() : fit.problems)
  }

  mutating func note(_ problems: ProblemLog) throws(Problem) {
    report.problems.append(problems)
    try problems.check()
  }
}
