internal import Diagnostics
internal import Geocoding
internal import Recognition
internal import Tables

/// What official lists say of the short codes in the columns that a layout reads codes from.
struct CodeZeros: Sendable {
  private var zeros: [String: LostZeros] = [:]
  private(set) var problems = ProblemLog()

  /// - Throws: `files.…`, `tables.…` of the partner's file or of a list
  init(_ layout: SourceLayout, table: DelimitedFile) throws(Problem) {
    let columns = layout.codeColumns
    guard !layout.codeLists.isEmpty, !columns.isEmpty else { return }
    let codes = try OfficialCodes(layout.codeLists)
    for (name, kind) in columns {
      let index = try table.index(of: name)
      guard let found = try LostZeros(in: index, of: table, as: kind, by: codes), !found.isTrivial
      else { continue }
      zeros[name] = found
      let said =
        layout.route.saysMendedRows
        ? found.doubts(about: name, at: index, in: table)
        : found.findings(about: name, at: index, in: table)
      for problem in said { problems.record(problem) }
    }
  }

  /// What is known of a column; `nil` where no code is short, and where no list is.
  subscript(_ column: String) -> LostZeros? { zeros[column] }
}

extension SourceLayout {
  /// Columns of official codes that may have lost a zero.
  fileprivate var codeColumns: [(name: String, kind: LostZeros.Kind)] {
    switch route {
    case .iris(let columns) where columns.count == 1: [(columns[0], .iris)]
    case .iris(let columns) where columns.count == 2: [(columns[0], .commune)]
    case .iris: []
    case .position(let columns): columns.commune.map { [($0, .commune)] } ?? []
    case .commune(let column): [(column, .commune)]
    case .address(let route):
      route.columns.columns.compactMap { column in
        switch column.part {
        case .postcode: (column.name, .postcode)
        case .insee: (column.name, .commune)
        default: nil
        }
      }
    }
  }
}

extension SourceLayout.Route {
  /// Whether each row whose code is put right is said by itself.
  fileprivate var saysMendedRows: Bool { if case .address = self { false } else { true } }
}
