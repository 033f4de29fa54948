internal import Diagnostics
internal import Recognition

/// What moment the rows of a file describe, and what says so.
enum RecognisedPeriod: Sendable {
  /// One year, month or day.
  case one(StatedPeriod, Origin)
  /// Rows of several periods, which nobody may add together unasked.
  case several(column: String, [(period: StatedPeriod, text: String)])
  case unknown

  /// What says so.
  enum Origin: Sendable, Hashable {
    case column(String)
    case title
    case sheet
    case fileName
  }

  /// A column first, then a title over the header, the sheet's name, the file's name.
  init(_ profile: TableProfile) {
    let columns = profile.columns.filter { !$0.periods.isEmpty }
    if let several = columns.first(where: { Set($0.periods.map(\.period)).count > 1 }) {
      self = .several(column: several.name, several.periods)
      return
    }
    let dated = columns.compactMap { column in
      column.periods.first.flatMap { $0.period.year == nil ? nil : (column, $0.period) }
    }
    if let (column, period) = dated.max(by: { $0.1 < $1.1 }) {
      self = .one(period, .column(column.name))
    } else if let period = profile.titlePeriod {
      self = .one(period, .title)
    } else if let period = profile.sheet.flatMap(StatedPeriod.stated) {
      self = .one(period, .sheet)
    } else {
      self = ReferenceSearch.period(of: profile.path).map { .one($0, .fileName) } ?? .unknown
    }
  }

  /// In French; `nil` when nothing is known.
  var text: String? {
    switch self {
    case .one(let period, .column): period.text
    case .one(let period, .title): "\(period.text), d’après un titre"
    case .one(let period, .sheet): "\(period.text), d’après le nom de la feuille"
    case .one(let period, .fileName): "\(period.text), d’après le nom du fichier"
    case .several(let column, let periods):
      "\(periods[0].period.text) à \(periods[periods.count - 1].period.text), \(periods.count) périodes dans « \(column) »"
    case .unknown: nil
    }
  }

  /// The same for scripts.
  var json: JSONValue {
    switch self {
    case .one(let period, _): .array([.text(period.text)])
    case .several(_, let periods): .array(periods.map { .text($0.period.text) })
    case .unknown: .array([])
    }
  }
}
