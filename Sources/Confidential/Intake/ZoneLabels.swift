internal import Boundaries
internal import Geometry
internal import Locating
internal import Tables
internal import Territory

/// In which area of each drawn zoning a row lies, as labels of its category.
///
/// - Confidential: yes, it sees positions; labels are areas
struct ZoneLabels {
  /// A row whose IRIS is cut, or not known, and whose position is not known.
  static let unknown = "?"

  private let zonings: [DrawnZoning]
  private let territory: IrisTerritory
  private var numbers: [Key: Int] = [:]

  private struct Key: Hashable {
    let category: [String]
    let areas: [String]
  }

  init(_ zonings: [DrawnZoning], _ territory: IrisTerritory) {
    self.zonings = zonings
    self.territory = territory
  }

  /// Names of the dimensions, one for each zoning.
  static func dimensions(of zonings: [DrawnZoning]) -> [String] {
    zonings.map { dimension(of: $0.zoning.id) }
  }

  /// The dimension that a zoning makes.
  static func dimension(of zoning: String) -> String { "zonage:\(zoning)" }

  /// The number of a row's category, its areas included.
  ///
  /// - Parameters:
  ///   - labels: of the row's own category
  ///   - place: as `PlacedCounts` numbers them
  mutating func number(
    of labels: [String], at place: Int, _ position: Position<Projected>?,
    counts: inout PlacedCounts
  ) -> Int {
    let key = Key(category: labels, areas: areas(at: place, position))
    if let number = numbers[key] { return number }
    let number = counts.number(of: Tally.Category(key.category + key.areas))
    numbers[key] = number
    return number
  }

  private func areas(at place: Int, _ position: Position<Projected>?) -> [String] {
    guard place < territory.index.keys.count else { return zonings.map { _ in Self.unknown } }
    let iris = territory.index.keys[place]
    return zonings.map { $0.area(at: position, in: iris) ?? Self.unknown }
  }
}

extension SourceLayout {
  /// The dimension of a tally that says in which area of a drawn zoning its rows lie.
  public static func dimension(ofZoning id: String) -> String { ZoneLabels.dimension(of: id) }
}
