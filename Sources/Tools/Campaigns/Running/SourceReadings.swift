internal import Boundaries
internal import Diagnostics
internal import Files
internal import Geocoding
internal import Intake
internal import Keeping
internal import Territory

/// Brings the sources of a campaign to counts: kept ones where nothing has changed, the others from
/// their rows.
///
/// The address base is opened only for a source whose rows are read.
struct SourceReadings {
  private let territory: IrisTerritory
  private let addresses: GeocodingReferences?
  private let drawn: [DrawnZoning]
  private let store: TallyStore?
  private let contours: ContentHash
  private var geocoder: Geocoder?
  /// Told, and not in the way of the run: what could not be kept.
  private(set) var unkept = ProblemLog()

  /// - Parameters:
  ///   - drawn: zonings that cut IRIS
  ///   - store: `nil` to read all rows and keep nothing
  init(
    in territory: IrisTerritory, addresses: GeocodingReferences?, drawn: [DrawnZoning] = [],
    store: TallyStore?
  ) {
    self.territory = territory
    self.addresses = addresses
    self.drawn = drawn
    self.store = store
    contours = store == nil ? ContentHash(of: []) : territory.contentHash(with: drawn)
  }

  /// The communes covered, in byte order.
  var communes: [Commune] { territory.communes }

  /// Whether the rows of a layout have to be read.
  ///
  /// - Parameters:
  ///   - other: the codes of another edition, that the layout is told in; `nil` for the campaign's
  func hasToRead(
    _ layout: SourceLayout, in other: IrisTerritory? = nil
  ) throws(Problem) -> Bool {
    guard let store else { return true }
    return store.reading(try key(of: layout, in: other)) == nil
  }

  /// What was wrong with the address base; opens it where a source needs it.
  ///
  /// - Parameters:
  ///   - isNeeded: whether rows with addresses will be read
  mutating func openAddresses(isNeeded: Bool) throws(Problem) -> ProblemLog {
    guard let addresses else { return ProblemLog() }
    let key = store == nil ? nil : try TallyKey.of(references: addresses.files)
    if !isNeeded, let key, let problems = store?.problems(key) { return problems }
    let (geocoder, _, problems) = try addresses.geocoder(threads: 2)
    self.geocoder = geocoder
    if let key, problems.firstStop == nil {
      keeping { store throws(Problem) in try store.keep(problems, as: key) }
    }
    return problems
  }

  /// The reading of a layout.
  ///
  /// - Parameters:
  ///   - other: the codes of another edition, that the layout is told in; `nil` for the campaign's
  mutating func read(
    _ layout: SourceLayout, in other: IrisTerritory? = nil,
    progress: @Sendable (Int) -> Void = { _ in }
  ) throws(Problem) -> Reading {
    let territory = other ?? territory
    let drawn = other == nil ? drawn : []
    guard let store else {
      return try layout.read(in: territory, geocoder: geocoder, drawn: drawn, progress: progress)
    }
    let key = try key(of: layout, in: other)
    if let kept = store.reading(key) { return kept }
    let reading = try layout.read(
      in: territory, geocoder: geocoder, drawn: drawn, checkpoints: store.checkpoints(key),
      progress: progress)
    if reading.problems.firstStop == nil {
      keeping { store throws(Problem) in try store.keep(reading, as: key) }
    }
    return reading
  }

  private func key(
    of layout: SourceLayout, in other: IrisTerritory?
  ) throws(Problem) -> ContentHash {
    let contours = other?.contentHash ?? contours
    var references = layout.codeLists
    if case .address = layout.route { references += addresses?.files ?? [] }
    return try TallyKey.of(layout, territory: contours, references: references)
  }

  private mutating func keeping(_ body: (TallyStore) throws(Problem) -> Void) {
    guard let store else { return }
    do throws(Problem) { try body(store) } catch { unkept.record(error.softened()) }
  }
}

extension IrisTerritory {
  /// The hash of all that decides where a position or a code belongs.
  fileprivate func contentHash(with drawn: [DrawnZoning]) -> ContentHash {
    drawn.isEmpty
      ? contentHash : ContentHash(combining: [contentHash] + drawn.map(\.contentHash))
  }
}

extension GeocodingReferences {
  /// Every file, in the order of their roles.
  fileprivate var files: [String] {
    sources.addresses + sources.communes + sources.postcodes + [contours].compactMap(\.self)
  }
}
