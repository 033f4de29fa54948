public import Geometry
public import Tables
public import Territory

/// How a partner's file is read: the columns that may be looked at, and what they mean.
///
/// A whitelist: what is not named here is never loaded.
///
/// - Confidential: no, column names only
public struct SourceLayout: Sendable {
  /// Path of the file.
  public let file: String
  /// What the campaign says of the file's dialect; the rest is detected.
  public let declaration: Declaration
  /// The way from a row to its place.
  public let route: Route
  /// What a row counts as.
  public let rule: CountingRule
  /// The columns that make the categories.
  public let categories: [CategoryColumn]
  /// Rows that the partner declares unavailable.
  public let unavailable: [UnavailableRows]
  /// Rows that are none: totals, notes; not counted at all.
  public let excluded: [UnavailableRows]
  /// What tells persons or households apart; `nil` when the file has no such column.
  public let key: RepeatedKey?
  /// Paths of official lists (COG, La Poste) that tell which codes have lost a zero; none to go by
  /// their width.
  public var codeLists: [String]

  /// A layout from its parts.
  public init(
    file: String, declaration: Declaration, route: Route, rule: CountingRule,
    categories: [CategoryColumn] = [], unavailable: [UnavailableRows] = [],
    excluded: [UnavailableRows] = [], key: RepeatedKey? = nil, codeLists: [String] = []
  ) {
    self.file = file
    self.declaration = declaration
    self.route = route
    self.rule = rule
    self.categories = categories
    self.unavailable = unavailable
    self.excluded = excluded
    self.key = key
    self.codeLists = codeLists
  }

  /// The way from a row to its place.
  public enum Route: Sendable {
    /// Two columns hold coordinates.
    case position(PositionColumns)
    /// Columns that, one after the other, make the IRIS code.
    case iris([String])
    /// A column holds the commune's code: totals.
    case commune(String)
    /// Columns hold an address.
    case address(AddressRoute)
  }

  /// Every column that the layout names, once each, in the order of the roles.
  public var columns: [String] {
    var names: [String]
    switch route {
    case .position(let columns):
      names = [columns.x, columns.y] + [columns.commune].compactMap(\.self)
    case .iris(let columns): names = columns
    case .commune(let column): names = [column]
    case .address(let route): names = route.columns.names
    }
    names += [rule.countColumn, rule.amount?.column].compactMap(\.self)
    names += categories.map(\.column) + unavailable.map(\.column) + excluded.map(\.column)
    names += [key?.column].compactMap(\.self)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// Where the coordinates are, and in which system.
public struct PositionColumns: Sendable {
  /// Easting or longitude.
  public let x: String
  /// Northing or latitude.
  public let y: String
  /// The declared system.
  public let system: ReferenceSystem
  /// How decimals are written.
  public let mark: DecimalMark
  /// The column of the commune's INSEE code, for the commune guard; `nil` when there is none.
  public let commune: String?
  /// How far the nearest IRIS may be from a position outside all candidates, metres.
  public let reach: Double

  /// Positions from their columns.
  ///
  /// - Parameters:
  ///   - reach: metres; `nil` for the default, 400 with the commune guard and 0 without (DESIGN.md)
  public init(
    x: String, y: String, system: ReferenceSystem, mark: DecimalMark, commune: String? = nil,
    reach: Double? = nil
  ) {
    self.x = x
    self.y = y
    self.system = system
    self.mark = mark
    self.commune = commune
    self.reach = reach ?? (commune == nil ? 0 : 400)
  }
}

/// What a row counts as.
public struct CountingRule: Sendable, Hashable {
  /// What one unit is.
  public let unit: Tally.Unit
  /// The column that holds the number when the unit is `count`.
  public let countColumn: String?
  /// The column of euros when the unit is `amount`.
  public let amount: AmountColumn?
  /// What the partner's masks mean: `<5` → 1…4.
  public let masks: [String: Mask]

  /// A rule from its parts.
  public init(
    unit: Tally.Unit, countColumn: String? = nil, amount: AmountColumn? = nil,
    masks: [String: Mask] = [:]
  ) {
    self.unit = unit
    self.countColumn = countColumn
    self.amount = amount
    self.masks = masks
  }

  /// What stands for a value.
  public enum Mask: Sendable, Hashable {
    /// A value in an interval, withheld by the partner.
    case interval(ClosedRange<Int>)
    /// A value that was not delivered.
    case missing
  }
}

/// A column of amounts in euros, each row's rounded to the euro before it is added.
public struct AmountColumn: Sendable, Hashable {
  /// Column of the file.
  public let column: String
  /// How decimals are written.
  public let mark: DecimalMark

  /// A column and its decimal mark.
  public init(column: String, mark: DecimalMark) {
    self.column = column
    self.mark = mark
  }
}

/// A column whose labels make a category.
public struct CategoryColumn: Sendable, Hashable {
  /// Name of the dimension: `age`.
  public let dimension: String
  /// Column of the file.
  public let column: String

  /// A dimension and its column.
  public init(dimension: String, column: String) {
    self.dimension = dimension
    self.column = column
  }
}

/// Rows whose counts are all to be taken as not delivered.
public struct UnavailableRows: Sendable, Hashable {
  /// Column that tells.
  public let column: String
  /// The texts by which it tells.
  public let values: Set<String>

  /// Rows by the texts of a column.
  public init(column: String, values: Set<String>) {
    self.column = column
    self.values = values
  }
}
