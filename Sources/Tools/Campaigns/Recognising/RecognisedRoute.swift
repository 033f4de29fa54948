internal import Projection
internal import Recognition

/// How the rows of a file could be brought to the IRIS, the surest way first.
enum RecognisedRoute: Sendable {
  case iris([ColumnProfile])
  case position(x: ColumnProfile, y: ColumnProfile, PlausibleSystem)
  /// Columns by the part of an address that they hold, as a campaign names it.
  case address([(key: String, columns: [ColumnProfile])])
  /// Totals by commune.
  case commune(ColumnProfile)
  case none

  /// What a name tells goes before what only the cells tell.
  init(_ profile: TableProfile) {
    let codes = [profile.column(.commune), profile.column(.irisPart)].compactMap(\.self)
    let iris = profile.column(.iris)
    let parts = Self.addressParts(profile)
    let streets = parts.filter { ["line", "street", "place"].contains($0.key) }.flatMap(\.columns)
    let hasNamedStreet = streets.contains { !$0.isFromCells }
    if let iris, !iris.isFromCells {
      self = .iris([iris])
    } else if codes.count == 2 {
      self = .iris(codes)
    } else if let position = Self.position(profile) {
      self = position
    } else if hasNamedStreet || iris == nil && !streets.isEmpty {
      self = .address(parts)
    } else if let iris {
      self = .iris([iris])
    } else {
      self = profile.column(.commune).map(RecognisedRoute.commune) ?? .none
    }
  }

  private static func position(_ profile: TableProfile) -> RecognisedRoute? {
    guard let x = profile.column(.x) ?? profile.column(.longitude),
      let y = profile.column(.y) ?? profile.column(.latitude), let system = profile.systems.first
    else { return nil }
    return system.isSwapped ? .position(x: y, y: x, system) : .position(x: x, y: y, system)
  }

  /// Whether the partner has brought the rows to the IRIS.
  var isIris: Bool { if case .iris = self { true } else { false } }

  /// In the order in which an address is written; a whole address only where its parts are not given.
  private static func addressParts(
    _ profile: TableProfile
  ) -> [(key: String, columns: [ColumnProfile])] {
    let roles: [(key: String, role: ColumnRole)] = [
      ("complement", .complement), ("line", .address), ("number", .number), ("suffix", .suffix),
      ("type", .streetType), ("street", .street), ("place", .place), ("postcode", .postcode),
      ("city", .city), ("insee", .commune),
    ]
    let hasParts = profile.column(.street) != nil
    return roles.compactMap { key, role in
      let columns = profile.columns.filter { $0.role == role }
      return columns.isEmpty || role == .address && hasParts ? nil : (key, columns)
    }
  }

  /// The columns on the way.
  var columns: [ColumnProfile] {
    switch self {
    case .iris(let columns): columns
    case .position(let x, let y, _): [x, y]
    case .address(let parts): parts.flatMap(\.columns)
    case .commune(let column): [column]
    case .none: []
    }
  }

  /// In French.
  var label: String {
    let names = columns.map(\.saidName).joined(separator: ", ")
    switch self {
    case .iris: return "code IRIS (\(names))"
    case .position(_, _, let system): return "coordonnées \(names) en \(system.label)"
    case .address: return "adresse (\(names))"
    case .commune: return "commune seule (\(names)) : des totaux communaux, clé totals"
    case .none: return "aucun"
    }
  }

  /// Share of the rows whose columns on the way are filled, of several lines of an address the fullest;
  /// `nil` when there is none.
  var filledShare: Double? {
    let optional: Set<ColumnRole> = [.suffix, .number, .streetType, .complement, .place]
    let needed = columns.filter { !optional.contains($0.role) }
    return Dictionary(grouping: needed, by: \.role).values.compactMap { alike in
      alike.map { Double($0.filled) / Double(max(1, $0.filled + $0.blank)) }.max()
    }.min()
  }
}
