extension TableScan {
  /// The counts of some blocks.
  struct Part: Sendable {
    var rows = 0
    var setAside = 0
    var columns: [ColumnTally]
    var totals = 0
    var totalLines: [Int] = []
    /// Columns where rows of data begin as totals do: there, no opening tells them apart.
    private var mixedColumns: Set<Int> = []
    private var totalTexts: [Int: Set<String>] = [:]
    var keys: [UInt64]?
    private var communes: [Int: [String: Int]] = [:]
    private var places: [UInt64] = []
    var xs: [Double] = []
    var ys: [Double] = []
    var isSampled = false
    var notes = NoteCounts()
    /// What the cells of columns of addresses look like.
    var looks: [Int: LineLook] = [:]
    private var spots = SpotCounts()
    private var towns: [Town: Int] = [:]

    /// Beyond so many rows, repeated keys are not looked for.
    private static let mostKeys = 8_000_000

    init(width: Int, hasKey: Bool) {
      columns = Array(repeating: ColumnTally(), count: width)
      keys = hasKey ? [] : nil
    }

    /// - Parameters:
    ///   - text: what a campaign calls such rows; `nil` for a row of data that an opening would take in
    mutating func addTotal(_ text: String?, column: Int, line: Int) {
      guard let text else {
        mixedColumns.insert(column)
        return
      }
      totals += 1
      if totalLines.count < 3 { totalLines.append(line) }
      totalTexts[column, default: []].insert(text)
    }

    mutating func addCommune(_ code: String, column: Int) {
      communes[column, default: [:]][code, default: 0] += 1
    }

    /// The communes of the first of some columns that names any.
    func communes(in columns: [Int]) -> [String: Int] {
      columns.lazy.compactMap { communes[$0] }.first ?? [:]
    }

    mutating func addPlace(_ hash: UInt64) {
      if places.count < Self.mostPlaces { places.append(hash) }
    }

    /// Whether more than one row in ten is of a place that came before.
    var repeatsPlaces: Bool { 10 * Set(places).count < 9 * places.count }

    /// Whether rows are of places can be told from so many.
    private static let mostPlaces = 100_000

    mutating func merge(_ later: Part) {
      rows += later.rows
      setAside += later.setAside
      for index in columns.indices { columns[index].merge(later.columns[index]) }
      totals += later.totals
      totalLines = Array((totalLines + later.totalLines).prefix(3))
      totalTexts.merge(later.totalTexts) { $0.union($1) }
      if let added = later.keys, (keys?.count ?? 0) + added.count <= Self.mostKeys {
        keys?.append(contentsOf: added)
      } else {
        keys = nil
      }
      mixedColumns.formUnion(later.mixedColumns)
      communes.merge(later.communes) { $0.merging($1, uniquingKeysWith: +) }
      places += later.places.prefix(Self.mostPlaces - places.count)
      xs += later.xs
      ys += later.ys
      isSampled = isSampled || later.isSampled
      spots.merge(later.spots)
      notes.merge(later.notes)
      for (column, look) in later.looks { looks[column, default: LineLook()].merge(look) }
      towns.merge(later.towns, uniquingKeysWith: +)
      if towns.count > Self.mostTowns { towns = [:] }
    }

    /// More towns than a city's file names.
    private static let mostTowns = 10_000

    mutating func addSpot(_ hash: UInt64, line: Int) { spots.add(hash, line: line) }

    mutating func addTown(_ town: Town) { towns[town, default: 0] += 1 }

    var crowds: [Crowd] { spots.crowds }

    /// Those that a tenth of the rows or more name.
    var commonestTowns: [Town] {
      let all = towns.values.reduce(0, +)
      return towns.filter { 10 * $0.value >= all }
        .sorted { ($1.value, $0.key.city) < ($0.value, $1.key.city) }.map(\.key)
    }

    var duplicates: Int? { keys.map { $0.count - Set($0).count } }

    /// What tells the rows of totals, by column: words, and openings where no row of data begins so.
    func words(in names: [String]) -> [String: [String]] {
      let told = totalTexts.map { column, texts in
        let kept = mixedColumns.contains(column) ? texts.filter { !$0.hasSuffix("*") } : texts
        return (names[column], kept.sorted())
      }
      return Dictionary(told.filter { !$0.1.isEmpty }, uniquingKeysWith: { $0 + $1 })
    }

    /// Whether some totals are told by nothing that a campaign could name.
    var hasUntoldTotals: Bool {
      mixedColumns.contains { totalTexts[$0, default: []].contains { $0.hasSuffix("*") } }
    }
  }
}
