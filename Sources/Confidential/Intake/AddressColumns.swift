public import Geocoding

/// Where the parts of an address are in a partner's file.
///
/// - Confidential: no, column names only
public struct AddressColumns: Sendable, Hashable {
  /// A column and what it holds.
  public struct Column: Sendable, Hashable {
    /// What it holds.
    public let part: AddressQuery.Part
    /// Its name.
    public let name: String

    /// A column and what it holds.
    public init(_ part: AddressQuery.Part, _ name: String) {
      self.part = part
      self.name = name
    }
  }

  /// In the order in which they follow one another in an address.
  public let columns: [Column]
  /// The commune of every row, where the file does not say it: INSEE code.
  public let commune: String?

  /// Columns as declared.
  public init(_ columns: [Column], commune: String? = nil) {
    self.columns = columns
    self.commune = commune
  }

  /// The names, in order.
  public var names: [String] { columns.map(\.name) }

  /// Whether something tells the street.
  public var hasStreet: Bool {
    columns.contains { [.line, .street, .place].contains($0.part) }
  }
}

/// The way from an address to its IRIS.
public struct AddressRoute: Sendable, Hashable {
  /// Where the address is.
  public let columns: AddressColumns
  /// Path of a list of special addresses; `nil` for none.
  public let special: String?
  /// Path of a review of streets, filled in; `nil` for none.
  public let decisions: String?
  /// Whether rows with several possible IRIS are counted in them by weight, and not at the commune.
  public let isApportioned: Bool

  /// A route from its parts.
  public init(
    columns: AddressColumns, special: String? = nil, decisions: String? = nil,
    isApportioned: Bool = false
  ) {
    self.columns = columns
    self.special = special
    self.decisions = decisions
    self.isApportioned = isApportioned
  }
}
