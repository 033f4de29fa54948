internal import Diagnostics
internal import Geometry
internal import Projection
internal import Territory

/// The addresses in the layout of the Base Adresse Nationale.
///
/// - Source: ATTRIBUTES.md; ban-plateforme, `csv-legacy` format, 23 columns
enum AddressBase {
  static let header = [
    "id", "id_fantoir", "numero", "rep", "nom_voie", "code_postal", "code_insee", "nom_commune",
    "code_insee_ancienne_commune", "nom_ancienne_commune", "x", "y", "lon", "lat",
    "type_position", "alias", "nom_ld", "libelle_acheminement", "nom_afnor", "source_position",
    "source_nom_voie", "certification_commune", "cad_parcelles",
  ]

  /// - Throws: `projection.no-database`
  static func text(_ addresses: [Address]) throws(Problem) -> String {
    let places = try Geographer().places(addresses.map(\.position))
    return Text.table([header] + zip(addresses, places).map(row))
  }

  private static func row(_ address: Address, _ place: Position<Geographic>) -> [String] {
    let way = address.way
    return [
      address.id, way.hasRegisterCode ? way.id : "", String(address.number), address.suffix,
      way.name, way.commune.postcode, way.commune.code, way.commune.name,
      way.former?.code ?? "", way.former?.name ?? "",
      Text.fixed(address.position.x, decimals: 2), Text.fixed(address.position.y, decimals: 2),
      Text.fixed(place.x, decimals: 7), Text.fixed(place.y, decimals: 7),
      address.positionKind, "", address.hamlet, way.commune.label, Lettering.afnor(way.name),
      address.isCertified ? "commune" : "inconnue", address.isCertified ? "commune" : "dgfip",
      address.isCertified ? "1" : "0", address.parcels,
    ]
  }
}

/// Longitudes and latitudes of positions in Lambert-93.
struct Geographer {
  private let transformer: Transformer<Projected, Geographic>

  /// - Throws: `projection.no-database`
  init() throws(Problem) { transformer = try Transformer(from: .lambert93) }

  /// - Returns: one place for each position, in their order; degrees
  func places(_ positions: [Point]) -> [Position<Geographic>] {
    var xs = positions.map(\.x), ys = positions.map(\.y)
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { ys in transformer.transform(xs: xs, ys: ys) }
    }
    return zip(xs, ys).map { Position(x: $0, y: $1) }
  }
}
