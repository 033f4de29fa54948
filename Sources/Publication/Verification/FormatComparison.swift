internal import Diagnostics
internal import Glibc

/// Whether two files say the same of the same IRIS.
struct FormatComparison {
  let first: Sighting
  let second: Sighting

  /// Empty for files about different rows.
  var problems: [Problem] {
    guard let key = key else { return [] }
    let left = rows(of: first, by: key), right = rows(of: second, by: key)
    guard Set(left.keys) == Set(right.keys) else {
      return [Wording.rowsDiffer(than: first.file.name, at: second.file.place)]
    }
    let columns = Set(first.columns).union(second.columns).filter(isCompared).sorted()
    return second.rows.enumerated().flatMap { index, row -> [Problem] in
      guard let code = row.cells[key]?.text, let other = left[code] else { return [] }
      return columns.filter { !Self.agree(other.cells[$0], row.cells[$0]) }.map {
        Wording.statusesDiffer(
          $0, than: first.file.name, at: Place(file: second.file.name, feature: index + 1))
      }
    }
  }

  private var key: String? {
    let isIris = { (sighting: Sighting) in sighting.columns.contains("code_iris") }
    switch (isIris(first), isIris(second)) {
    case (true, true): return "code_iris"
    case (false, false): return first.zoning == nil ? "niveau" : "code_zone"
    default: return nil
    }
  }

  private func rows(of sighting: Sighting, by key: String) -> [String: Sighting.Row] {
    Dictionary(
      sighting.rows.compactMap { row in row.cells[key]?.text.map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func isCompared(_ column: String) -> Bool {
    let stems = Set(first.stems + second.stems)
    return stems.contains { column.hasPrefix($0 + "_") }
  }

  /// Texts are equal; numbers too, to what a decimal of fifteen digits may lose.
  private static func agree(_ left: Sighting.Value?, _ right: Sighting.Value?) -> Bool {
    if case .number(let left)? = left, case .number(let right)? = right {
      return abs(left - right) <= 1e-9 * max(1, abs(left))
    }
    return left == right
  }
}
