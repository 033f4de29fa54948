internal import Geocoding
internal import Recognition

extension AddressColumns {
  /// The address columns of a file by their usual names, as `HeaderNames` knows them.
  ///
  /// A number, suffix or type alone is taken only beside a street; where a file has both a whole
  /// address and its parts, the parts are taken.
  ///
  /// - Returns: `nil` when no column tells a street
  public static func recognised(
    in names: [String], commune: String? = nil
  ) -> AddressColumns? {
    let roles = HeaderNames.roles(of: names)
    let known = zip(names, roles).compactMap { name, role in
      part(role).map { Column($0, name) }
    }
    let hasParts = known.contains { $0.part == .street }
    let kept = known.filter { !(hasParts && $0.part == .line) }
    let columns = AddressColumns(kept, commune: commune)
    return columns.hasStreet ? columns : nil
  }

  private static func part(_ role: ColumnRole?) -> AddressQuery.Part? {
    switch role {
    case .number: .number
    case .suffix: .suffix
    case .streetType: .type
    case .street: .street
    case .address: .line
    case .complement: .complement
    case .place: .place
    case .postcode: .postcode
    case .city: .city
    case .commune: .insee
    default: nil
    }
  }
}
