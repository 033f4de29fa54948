internal import Diagnostics
internal import Glibc

/// Whether two files say the same of the same IRIS.
struct FormatComparison {
  let first: Sighting
  let second: Sighting

  /// Empty for files about different rows.
  var problems: [Problem] {
    guard first.isByIris == second.isByIris else { return [] }
    let left = rows(of: first), right = rows(of: second)
    guard Set(left.keys) == Set(right.keys) else {
      return [Wording.rowsDiffer(than: first.file.name, at: second.place)]
    }
    let columns = Set(first.columns).union(second.columns).filter(isCompared).sorted()
    return second.rows.enumerated().flatMap { index, row -> [Problem] in
      guard let code = key(of: row), let other = left[code] else { return [] }
      return columns.filter { !Self.agree(other.cells[$0], row.cells[$0]) }.map {
        Wording.statusesDiffer($0, than: first.file.name, at: second.place(of: index))
      }
    }
  }

  /// What is analysed, the IRIS, the area of another zoning, or the commune and which of its rows.
  private func key(of row: Sighting.Row) -> String? {
    if first.isAnalysis {
      return ["analyse", "zone", "methode"].map { row.cells[$0]?.text ?? "" }
        .joined(separator: "\t")
    }
    if first.isByIris { return row.cells["code_iris"]?.text }
    if first.zoning != nil { return row.cells["code_zone"]?.text }
    guard let commune = row.cells["code_com"]?.text, let level = row.cells["niveau"]?.text else {
      return nil
    }
    return commune + " " + level
  }

  private func rows(of sighting: Sighting) -> [String: Sighting.Row] {
    Dictionary(
      sighting.rows.compactMap { row in key(of: row).map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func isCompared(_ column: String) -> Bool {
    if first.isAnalysis { return Sighting.analysisFigures.contains(column) }
    let stems = Set(first.stems + second.stems)
    return stems.contains { column.hasPrefix($0 + "_") }
  }

  /// Texts are equal; numbers too, to what a decimal of fifteen digits may lose.
  static func agree(_ left: Sighting.Value?, _ right: Sighting.Value?) -> Bool {
    if case .number(let left)? = left, case .number(let right)? = right {
      return abs(left - right) <= 1e-9 * max(1, abs(left))
    }
    return left == right
  }
}
