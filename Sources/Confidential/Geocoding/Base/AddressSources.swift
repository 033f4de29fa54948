/// The files that an address base is made from, each recognised by its column names.
public struct AddressSources: Sendable, Hashable {
  /// BAN (20, 23 or 26 columns, and the layout of 2015), BAN lieux-dits, BAL 1.1 to 1.5; `.csv` or
  /// `.csv.gz`. Several files add up.
  public var addresses: [String]
  /// INSEE's Code officiel géographique: `v_commune`, `v_mvtcommune`; none, one or both.
  public var communes: [String]
  /// La Poste's hexasmal file, in either layout.
  public var postcodes: [String]

  /// Sources by their paths.
  public init(addresses: [String], communes: [String] = [], postcodes: [String] = []) {
    self.addresses = addresses
    self.communes = communes
    self.postcodes = postcodes
  }
}
