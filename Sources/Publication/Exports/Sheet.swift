internal import Disclosure
internal import Rates

/// Rows of one level and the columns that describe them, before any format.
struct Sheet: Sendable {
  /// What its rows are.
  enum Level: Sendable, Hashable {
    /// One row for each IRIS.
    case iris
    /// One row for each commune, before it what the commune could not bring to an IRIS.
    case commune
  }

  /// In the order of the files.
  let columns: [Column]
  /// Sorted by zone, so by code.
  let rows: [Release.Row]
  /// The columns of each indicator, in the order of the release.
  let indicators: [IndicatorColumns]

  /// The areas of another zoning: what says which they are is `ZoningFile`'s.
  init(_ table: Release.ZoningTable, like irises: Sheet, notice: Notice) {
    indicators = irises.indicators
    columns =
      irises.indicators.flatMap(\.columns)
      + NoticeColumns(notice: notice, indicators: irises.indicators.map(\.definition)).columns
    rows = table.rows
  }

  init(
    _ level: Level, of release: Release, names: ZoneNames, notice: Notice,
    classes: ClassChoice = ClassChoice()
  ) {
    let leading = level == .iris ? names.irisColumns : names.communeColumns
    let trailing = NoticeColumns(notice: notice, indicators: release.indicators).columns
    let stems = ColumnStem.stems(
      for: release.indicators, besides: ZoneNames.allNames + NoticeColumns.allNames)
    indicators = zip(release.indicators, stems).enumerated().map { index, pair in
      IndicatorColumns(
        definition: pair.0, stem: pair.1, index: index,
        classification: classes.classification(
          of: pair.0.id, around: release.wholeRate(of: index)))
    }
    columns = leading + indicators.flatMap(\.columns) + trailing
    rows = release.rows.filter { level == ($0.zone.isIris ? .iris : .commune) }
  }

  /// The columns that have a value in some row.
  var filledColumns: [Column] { columns.filter { !$0.isEmpty(in: rows) } }
}

extension Zone {
  /// Whether it is one IRIS.
  var isIris: Bool { iris != nil }
}
