internal import Boundaries
internal import Crosswalks
public import Diagnostics
internal import Disclosure
internal import Geocoding
internal import Geometry
internal import Intake
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
  var report: RunReport

  /// - Parameters:
  ///   - progress: told what is being done, for whoever waits
  public init(_ campaign: Campaign, progress: any Progress) {
    self.campaign = campaign
    self.progress = progress
    report = RunReport(campaign: campaign)
  }

  /// Computes everything and writes nothing.
  ///
  /// - Returns: what would be written, and the report
  public mutating func rehearse() throws(Problem) -> RunReport {
    _ = try compute()
    return report
  }

  /// What was found so far, also when the run has stopped.
  public var findings: RunReport { report }

  mutating func compute() throws(Problem) -> (Release, Contours) {
    let (tables, contours) = try tabulate()
    let (release, protection) = try Protection.release(of: tables, rule: campaign.protection)
    report.add(release, protection)
    return (release, contours)
  }

  /// Every figure before disclosure control.
  ///
  /// - Confidential: yes, small counts
  mutating func tabulate() throws(Problem) -> (tables: [IndicatorTable], contours: Contours) {
    let contours = try readContours()
    let territory = IrisTerritory(contours)
    let passages = try readPassages(to: contours)
    let tallies = try readSources(in: territory, passages)
    let denominators = try readDenominators(for: contours, passages)
    return (
      try makeTables(contours, tallies: tallies, denominators: denominators), contours
    )
  }

  private mutating func readContours() throws(Problem) -> Contours {
    progress.begins("Contours", units: nil)
    let (contours, problems) = try campaign.readContours()
    try note(problems)
    report.add(contours)
    progress.ends()
    return contours
  }

  /// A source as counted, and the partner's own totals.
  private struct SourceTally {
    let tally: Tally
    let totals: [Commune: Count]?
  }

  private mutating func readSources(
    in territory: IrisTerritory, _ passages: Passages
  ) throws(Problem) -> [String: SourceTally] {
    var tallies: [String: SourceTally] = [:]
    let geocoder = try readAddressBase()
    for source in campaign.sources {
      progress.begins(
        "Source \(source.id)", units: RowEstimate.lines(of: source.layout.file))
      let reading = try source.layout.read(
        in: passages.territory(of: source.edition) ?? territory, geocoder: geocoder,
        progress: progress.advances)
      try note(reading.problems)
      report.add(reading, source: source)
      try checkQuality(of: reading, source: source)
      progress.ends()
      tallies[source.id] = SourceTally(
        tally: try carried(reading.tally, of: source, passages),
        totals: try readTotals(source, in: territory, passages))
    }
    return tallies
  }

  /// The address base, where a source needs one; made once for its files and the whole contours, so
  /// that an address across the limit is known to be outside.
  private mutating func readAddressBase() throws(Problem) -> Geocoder? {
    guard campaign.hasAddresses, let reference = campaign.references.addresses else { return nil }
    progress.begins("Base d’adresses", units: nil)
    let (geocoder, _, problems) = try reference.files.geocoder(threads: 2)
    try note(problems)
    progress.ends()
    return geocoder
  }

  private func checkQuality(of reading: Reading, source: Campaign.Source) throws(Problem) {
    guard let least = campaign.leastPlaced, let placed = reading.shareAtIris, placed < least else {
      return
    }
    throw Wording.tooFewPlaced(
      source.id, placed: placed, least: least, file: source.layout.file)
  }

  private mutating func readTotals(
    _ source: Campaign.Source, in territory: IrisTerritory, _ passages: Passages
  ) throws(Problem) -> [Commune: Count]? {
    guard let layout = source.totals else { return nil }
    let reading = try layout.read(in: passages.territory(of: source.edition) ?? territory)
    try note(reading.problems)
    let tally = try carried(reading.tally, of: source, passages)
    let pairs = territory.communes.map { ($0, tally.count(at: .commune($0))) }
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

  private mutating func makeTables(
    _ contours: Contours, tallies: [String: SourceTally], denominators: [[String]: Denominator]
  ) throws(Problem) -> [IndicatorTable] {
    var tables: [IndicatorTable] = []
    for indicator in campaign.indicators {
      guard let source = campaign.source(indicator.numerator), let numerator = tallies[source.id]
      else { preconditionFailure("the reader checked every source name") }
      let over = base(of: indicator, tallies: tallies, denominators: denominators)
      let dimensions = numerator.tally.dimensions
      let (table, problems) = IndicatorTable.make(
        definition: definition(of: indicator, source: source, over: over),
        numerator: numerator.tally,
        where: { indicator.selects($0, dimensions: dimensions) }, denominator: over,
        irises: contours.areas.map(\.iris),
        totals: indicator.selection.isEmpty ? numerator.totals : nil)
      try note(problems)
      tables.append(table)
    }
    return tables
  }

  private func base(
    of indicator: Campaign.Indicator, tallies: [String: SourceTally],
    denominators: [[String]: Denominator]
  ) -> IndicatorTable.Base {
    switch indicator.denominator {
    case .none: return .none
    case .census(let columns):
      return denominators[columns].map(IndicatorTable.Base.population) ?? .none
    case .source(let id):
      guard let source = tallies[id] else { return .none }
      let dimensions = source.tally.dimensions
      return .tally(source.tally, totals: indicator.selection.isEmpty ? source.totals ?? [:] : [:])
      {
        indicator.selects($0, dimensions: dimensions)
      }
    }
  }

  mutating func note(_ problems: ProblemLog) throws(Problem) {
    report.problems.append(problems)
    try problems.check()
  }
}
