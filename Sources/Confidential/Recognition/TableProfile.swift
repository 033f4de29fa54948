public import Diagnostics
internal import Files
public import Geocoding
internal import Geometry
public import Projection
public import Tables

/// What a partner's file is, before anything is declared about it.
///
/// - Confidential: no; column names, counts, lines and codes of communes
public struct TableProfile: Sendable {
  /// Path as the user gave it.
  public let path: String
  /// The sheet read; `nil` for a text file.
  public let sheet: String?
  /// How it is written.
  public let dialect: Dialect
  /// Whether rows are IRIS or communes, not people.
  public let isByPlace: Bool
  /// What the lines over the header say that the rows describe; `nil` where they name no moment.
  public let titlePeriod: StatedPeriod?
  /// Every column, in the order of the file.
  public let columns: [ColumnProfile]
  /// Rows that can be read, totals and notes included.
  public let rows: Int
  /// Lines that are no rows.
  public let setAside: Int
  /// Rows that look like totals, and the first of their lines.
  public let totals: (count: Int, lines: [Int])
  /// The words by which totals and notes are told, by column.
  public let totalWords: [String: [String]]
  /// Whether rows of totals begin as rows of data do, so that no text tells them apart.
  public let hasUntoldTotals: Bool
  /// What a column of notes says of rows without any figure: they are not delivered; `nil` where no
  /// column does.
  public let unavailable: (column: String, texts: [(text: String, count: Int)])?
  /// Rows that repeat a key seen before; `nil` when no column is a key.
  public let duplicates: Int?
  /// Addresses that many rows share, the greatest first: a welfare centre, a home, a prison.
  public let crowds: [Crowd]
  /// Towns by the postcode and name that the rows give, the commonest first; for files that name no
  /// commune by its code. Never shown.
  public let towns: [Town]
  /// The communes most rows are of, with their shares, the commonest first.
  public let communes: [(code: String, rows: Int)]
  /// The systems in which the positions lie in France, the most plausible first.
  public let systems: [PlausibleSystem]
  /// Whether cells were looked at in a sample of the file only.
  public let isSampled: Bool
  /// Everything that was wrong.
  public let problems: ProblemLog

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - codes: gives the official lists, asked only where codes are a digit short; `nil` for none
  /// - Throws: `files.…`, `tables.…`
  /// - Complexity: O(bytes); every row is counted, cells of large files in one block out of eight
  /// - Confidential: reads every column, and keeps no cell
  public init(
    of path: String, declared: Declaration = Declaration(), codes: () -> OfficialCodes? = { nil }
  ) throws(Problem) {
    try Offline.keep()
    let table = try DelimitedFile(path, declared: declared)
    let roles = HeaderNames.roles(of: table.columns, labels: table.labels)
    let scan = TableScan(table, roles: roles)
    let read = try table.mapBlocks(reading: Array(table.columns.indices)) { scan.part(of: $0) }
    var whole = scan.empty
    for part in read.results { whole.merge(part) }
    let judged = table.columns.indices.map { index in
      let label = table.labels.indices.contains(index) ? table.labels[index] : ""
      return ColumnProfile(
        name: table.columns[index], label: label, index: index, named: roles[index],
        whole.columns[index], whole.looks[index]
      ).believing(name: table.columns.count { $0 == table.columns[index] } > 1)
    }
    let columns = try Self.looked(up: judged, of: table, codes)
    self.path = path
    sheet = table.dialect.sheet
    dialect = table.dialect
    titlePeriod = StatedPeriod.stated(inTitles: table.titles)
    isByPlace = Self.isByPlace(columns, repeatsPlaces: whole.repeatsPlaces)
    let hasCount = columns.contains { $0.role == .count }
    self.columns = isByPlace && !hasCount ? columns.map { $0.countingIfNumeric() } : columns
    rows = whole.rows
    setAside = whole.setAside
    totals = (whole.totals, whole.totalLines)
    totalWords = whole.words(in: table.columns)
    hasUntoldTotals = whole.hasUntoldTotals
    let notes = whole.notes.unavailable
    unavailable =
      notes.isEmpty || !isByPlace
      ? nil : table.columns.first(where: NoteCounts.isNote).map { (column: $0, texts: notes) }
    duplicates = whole.duplicates
    crowds = isByPlace ? [] : whole.crowds
    towns = whole.commonestTowns
    let codes = [ColumnRole.commune, .iris].flatMap { role in
      columns.filter { $0.role == role }.map(\.index)
    }
    let told = codes.first { !whole.communes(in: [$0]).isEmpty }
    let zeros = told.flatMap { columns[$0].lostZeros }
    let named = whole.communes(in: told.map { [$0] } ?? []).filter {
      !(zeros?.refuses($0.key) ?? false)
    }
    communes = named.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      (code: $0.key, rows: $0.value)
    }
    systems = Self.systems(whole, columns)
    isSampled = whole.isSampled
    var problems = table.problems
    problems.append(read.problems)
    for problem in Wording.findings(columns, totals: totals, in: table) { problems.record(problem) }
    self.problems = problems
  }

  private static func looked(
    up columns: [ColumnProfile], of table: DelimitedFile, _ codes: () -> OfficialCodes?
  ) throws(Problem) -> [ColumnProfile] {
    guard columns.contains(where: { $0.shortCodes.count > 0 }), let codes = codes() else {
      return columns
    }
    return try columns.map { column throws(Problem) in
      column.shortCodes.count > 0 ? try column.looked(upIn: codes, of: table) : column
    }
  }

  /// Rows of people have an age, a sex, or come again and again in one IRIS; counts have a column that
  /// says so.
  private static func isByPlace(_ columns: [ColumnProfile], repeatsPlaces: Bool) -> Bool {
    let roles = Set(columns.map(\.role))
    let places: Set<ColumnRole> = [.iris, .irisPart, .commune]
    let people: Set<ColumnRole> = [.key, .street, .address, .x, .longitude]
    let identities = roles.filter { $0.isForbidden && $0 != .personName }
    guard !roles.isDisjoint(with: places), roles.isDisjoint(with: people), identities.isEmpty else {
      return false
    }
    let attributes: Set<ColumnRole> = [.age, .sex, .birthYear]
    return roles.contains(.count) || roles.isDisjoint(with: attributes) && !repeatsPlaces
  }

  /// The columns that may hold the counts, when rows are counts: by place, or without a pseudonym.
  public var counts: [ColumnProfile] {
    guard isByPlace || column(.key) == nil else { return [] }
    return columns.filter { $0.role == .count }
  }

  /// The column of counts: the only one, or the only one that counts everybody; `nil` when rows are
  /// people, or when the user has to choose.
  public var countColumn: ColumnProfile? {
    let usable = counts.filter(\.canCount)
    if usable.count == 1 { return usable[0] }
    let whole = usable.filter(\.isWhole)
    return whole.count == 1 ? whole[0] : nil
  }

  /// The first column of a role.
  public func column(_ role: ColumnRole) -> ColumnProfile? { columns.first { $0.role == role } }

  /// Metropolitan France, then the overseas territories, WGS 84.
  private static let territories: [Envelope<Geographic>] = [
    (-5.3, 41.2, 9.7, 51.3), (-63.3, 14.3, -60.7, 18.2), (-54.7, 2.0, -51.5, 6.0),
    (55.1, -21.5, 55.9, -20.8), (44.9, -13.1, 45.4, -12.6),
  ].map { Envelope(minX: $0.0, minY: $0.1, maxX: $0.2, maxY: $0.3) }

  private static func systems(_ scan: TableScan.Part, _ columns: [ColumnProfile])
    -> [PlausibleSystem]
  {
    for area in territories {
      let found = PlausibleSystems.candidates(forXs: scan.xs, ys: scan.ys, inside: area)
      if !found.isEmpty { return found }
    }
    return []
  }
}
