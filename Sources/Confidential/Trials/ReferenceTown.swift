internal import Territory

/// The addresses of a base, with what is needed to say which of their damaged forms can still be
/// told apart.
public struct ReferenceTown: Sendable {
  /// In the order of the files.
  public let addresses: [TownAddress]
  /// In the order of their first address.
  public let streets: [TownStreet]
  /// Addresses of each street, by place in `addresses`.
  let addressesOfStreet: [[Int]]
  /// Streets of each commune.
  let streetsOfCommune: [Commune: [Int]]
  /// Streets of each postcode.
  let streetsOfPostcode: [String: [Int]]

  /// Whether the base itself tells postcodes: without them, a postcode alone names no commune.
  let hasPostcodes: Bool

  init(addresses: [TownAddress], streets: [TownStreet], hasPostcodes: Bool) {
    self.hasPostcodes = hasPostcodes
    self.addresses = addresses
    self.streets = streets
    var addressesOfStreet = [[Int]](repeating: [], count: streets.count)
    for (index, address) in addresses.enumerated() {
      addressesOfStreet[address.street].append(index)
    }
    self.addressesOfStreet = addressesOfStreet
    streetsOfCommune = Dictionary(grouping: streets.indices) { streets[$0].commune }
    streetsOfPostcode = Dictionary(grouping: streets.indices) { streets[$0].postcode }
  }

  /// The street of an address.
  public func street(of address: TownAddress) -> TownStreet { streets[address.street] }

  /// Addresses of the same street that are written with the same number and suffix.
  func twins(of address: TownAddress) -> [TownAddress] {
    addressesOfStreet[address.street].map { addresses[$0] }.filter {
      $0.number == address.number && $0.suffix == address.suffix
    }
  }

  /// Addresses of the same street with this number, whatever their suffix.
  func addresses(of street: Int, number: Int) -> [TownAddress] {
    addressesOfStreet[street].map { addresses[$0] }.filter { $0.number == number }
  }

  /// One street for each commune, sorted by code: its name and postcode.
  var communes: [TownStreet] {
    streetsOfCommune.sorted { $0.key < $1.key }.compactMap { $0.value.first.map { streets[$0] } }
  }
}
