/// Counts per place and category, with how the rows were placed: the only thing that leaves the
/// Confidential floor.
///
/// Tallies of the pieces of a file add up to the tally of the file, in any order.
///
/// - Confidential: small counts may be; no row can be
public struct Tally: Sendable, Hashable {
  /// What one unit is.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// One row, one person.
    case person
    /// One row, one household.
    case household
    /// A column holds the number.
    case count
    /// One row, one person and an amount in euros.
    case amount
  }

  /// The labels of one category, one for each dimension in the tally's order.
  public struct Category: Sendable, Hashable, Comparable {
    /// In the order of `Tally.dimensions`.
    public let labels: [String]

    /// A category from its labels.
    public init(_ labels: [String] = []) { self.labels = labels }

    /// In the byte order of the labels.
    public static func < (left: Category, right: Category) -> Bool {
      left.labels.lexicographicallyPrecedes(right.labels) {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
  }

  /// What one unit is.
  public let unit: Unit
  /// Names of the categories' dimensions: `["age", "sex"]`.
  public let dimensions: [String]
  /// How the rows were placed.
  public internal(set) var accounting = Accounting()
  var cells: [Placement: [Category: Count]] = [:]
  /// Where the unit is an amount: those of the counted persons.
  var amounts: [Placement: [Category: Amount]] = [:]

  /// Nothing counted yet.
  public init(unit: Unit, dimensions: [String] = []) {
    self.unit = unit
    self.dimensions = dimensions
  }

  /// Nothing counted yet, of the rows of another tally: its units told on other areas.
  public init(accountedAs other: Tally) {
    self.init(unit: other.unit, dimensions: other.dimensions)
    accounting = other.accounting
  }

  /// Counts one row.
  public mutating func add(_ count: Count, at placement: Placement, category: Category = .init()) {
    precondition(category.labels.count == dimensions.count, "one label for each dimension")
    accounting[placement.kind] += 1
    cells[placement, default: [:]][category, default: .zero] += count
  }

  /// Counts several rows of one place and category at once.
  public mutating func add(
    _ count: Count, rows: Int, at placement: Placement, category: Category = .init()
  ) {
    precondition(category.labels.count == dimensions.count, "one label for each dimension")
    accounting[placement.kind] += rows
    cells[placement, default: [:]][category, default: .zero] += count
  }

  /// Counts what persons that are counted get or pay.
  public mutating func add(
    _ amount: Amount, at placement: Placement, category: Category = .init()
  ) {
    precondition(unit == .amount, "amounts of a source of amounts")
    amounts[placement, default: [:]][category, default: .zero] += amount
  }

  /// Adds the tally of another piece of the same file.
  public mutating func merge(_ other: Tally) {
    precondition(unit == other.unit && dimensions == other.dimensions, "tallies of one source")
    accounting = accounting + other.accounting
    for (placement, categories) in other.cells {
      cells[placement, default: [:]].merge(categories, uniquingKeysWith: +)
    }
    for (placement, categories) in other.amounts {
      amounts[placement, default: [:]].merge(categories, uniquingKeysWith: +)
    }
  }

  /// Every place that holds at least one row, in no particular order.
  public var placements: some Collection<Placement> { cells.keys }

  /// Every category met, sorted.
  public var categories: [Category] { Set(cells.values.flatMap(\.keys)).sorted() }

  /// The counts of one place, by category, sorted.
  public func counts(at placement: Placement) -> [(category: Category, count: Count)] {
    cells[placement, default: [:]].sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The count of one place over the categories that satisfy a condition.
  public func count(
    at placement: Placement, where isCounted: (Category) -> Bool = { _ in true }
  ) -> Count {
    let kept = cells[placement, default: [:]].filter { isCounted($0.key) }
    return kept.values.reduce(.zero, +)
  }

  /// The amount of one place over the categories that satisfy a condition.
  public func amount(
    at placement: Placement, where isCounted: (Category) -> Bool = { _ in true }
  ) -> Amount {
    let kept = amounts[placement, default: [:]].filter { isCounted($0.key) }
    return kept.values.reduce(.zero, +)
  }
}
