internal import Atlas
internal import Audit
internal import Boundaries
internal import Crosswalks
public import Diagnostics
internal import Disclosure
internal import Exports
internal import Files
internal import Geometry
internal import Intake
internal import Population
internal import Projection
internal import Rates
internal import Tables
internal import Territory
internal import Verification

/// One run of a campaign: from the files it names to the files it writes.
///
/// Either everything appears, or nothing does and earlier outputs stand.
public struct CampaignRun {
  let campaign: Campaign
  let progress: any Progress
  var report: RunReport
  private let memory: RunMemory
  /// Whether counts are taken over and none is kept: all but a run that publishes.
  private var isReadOnly = true

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
    _ = try compute()
    return report
  }

  /// Computes everything, then makes the outputs appear at once.
  ///
  /// - Throws: the problem that stops; nothing has been written then
  public mutating func publish() throws(Problem) -> RunReport {
    let folder = campaign.outputs.folder
    let lock = try FolderLock(folder)
    defer { withExtendedLifetime(lock) {} }
    isReadOnly = false
    let (release, contours) = try compute()
    progress.begins("Écriture", units: nil)
    let exporter = Exporter(
      release: release, contours: contours, notice: notice, classes: campaign.classes)
    let files =
      try exporter.stage(campaign.outputs.formats, name: campaign.name, in: folder)
      + (campaign.outputs.formats.contains(.atlas) ? try stageAtlas(release, contours) : [])
    try verify(files, in: folder)
    let proofs = try attack(files, of: exporter, in: folder)
    try StagedFile.publish(files + proofs)
    report.files = (files + proofs).map(\.destination)
    progress.ends()
    return report
  }

  /// The pages for the shared analysis, in a folder of their own.
  private func stageAtlas(
    _ release: Release, _ contours: Contours
  ) throws(Problem) -> [StagedFile] {
    var atlas = AtlasFolder(release: release, contours: contours, notice: notice)
    atlas.comments = try readComments(contours)
    atlas.classes = campaign.classes
    let folder = FilePath.join(campaign.outputs.folder, "atlas")
    try FilePath.makeFolder(folder)
    return try atlas.stage(in: folder)
  }

  /// `<indicator>.md` and `<code of an IRIS>.md`.
  private func readComments(_ contours: Contours) throws(Problem) -> [String: Comment] {
    var comments: [String: Comment] = [:]
    for name in campaign.indicators.map(\.id) + contours.areas.map(\.iris.code) {
      let path = FilePath.join(campaign.outputs.comments, name + ".md")
      guard FilePath.exists(path) else { continue }
      let text = try MappedFile(path).withBytes { String(decoding: $0, as: UTF8.self) }
      comments[name] = Comment(text)
    }
    return comments
  }

  /// Opens what was written before it has a name: nothing appears that `maille verify` would refuse.
  private func verify(_ files: [StagedFile], in folder: String) throws(Problem) {
    let verdict = try Verdict.of(
      Deliverable(staged: files, in: folder), mention: campaign.agreement.mention)
    try verdict.problems.check()
  }

  /// Lets an attacker who knows only the written files try them: fail closed, certificate beside.
  ///
  /// The suppressor promises depth (down to 1) for what is small itself; a cell withheld for
  /// another's sake need only be uncertain up to the threshold, and that is what is demanded here.
  /// Where the campaign asks for no format that the attacker reads, he is given the same figures in
  /// files that are never published, and no certificate speaks of them.
  private func attack(
    _ files: [StagedFile], of exporter: Exporter, in folder: String
  ) throws(Problem) -> [StagedFile] {
    let isReadable = !campaign.outputs.formats.isDisjoint(with: [.csv, .geojson])
    let seen =
      isReadable
      ? files : try exporter.stage([.csv, .geojson], name: campaign.name, in: folder)
    let rule = campaign.protection
    let promise = Promise(
      threshold: rule.threshold, zerosAreWithheld: rule.zeros == .withheld, demandsDepth: false)
    let job = try AuditJob(folder: folder)
    let proofs = try job.certify(
      seen, promise: promise, mention: campaign.agreement.mention
    ).files
    return isReadable ? proofs : []
  }

  /// What was found so far, also when the run has stopped.
  public var findings: RunReport { report }

  private mutating func compute() throws(Problem) -> (Release, Contours) {
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
    let passages = try readPassages(to: contours)
    let tallies = try readSources(
      SourceReadings(
        in: IrisTerritory(contours), addresses: campaign.addressFiles,
        store: memory.store(of: campaign, isReadOnly: isReadOnly)), passages)
    let denominators = try readDenominators(for: contours, passages)
    return (
      try makeTables(contours, tallies: tallies, denominators: denominators), contours
    )
  }

  private mutating func readContours() throws(Problem) -> Contours {
    let reference = campaign.references.boundaries
    progress.begins("Contours", units: nil)
    let (contours, problems) = try Contours.read(
      reference.file, layer: reference.layer, edition: reference.edition,
      communes: Set(campaign.communes),
      declaredSystem: reference.declaredSystem.flatMap { ReferenceSystem.parse($0) })
    try note(problems)
    let absent = Set(campaign.communes).subtracting(contours.communes)
    guard absent.isEmpty else {
      throw Wording.communesAbsent(absent.sorted(), file: reference.file)
    }
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
      tallies[source.id] = SourceTally(
        tally: try carried(reading.tally, of: source, passages),
        totals: try readTotals(source, &readings, passages))
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
