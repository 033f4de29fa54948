import Boundaries
import Geocoding
import Geometry
import Territory
import TestSupport

/// Four areas of 500 m by 1,000 m in a row, west to east: two IRIS of 21961, the undivided 21966 (which
/// merged into 21961 after the contours were drawn), the undivided 21962. Each test brings its houses.
struct BorderTown {
  static let origin = (x: 850_000.0, y: 6_700_000.0)

  static let territory: IrisTerritory = {
    let areas = ["219610101", "219610102", "219660000", "219620000"].enumerated()
      .map { area($0.element, west: origin.x + 500 * Double($0.offset)) }
    return IrisTerritory(
      Contours(edition: Edition("essai 2018"), system: .lambert93, areas: areas))
  }()

  private let folder = TemporaryFolder()
  private let geocoder: Geocoder

  /// - Parameters:
  ///   - houses: « number; street; commune; commune before; metres east; metres north; position »,
  ///     number 99999 for a hamlet
  ///   - moves: rows of `v_mvtcommune`, without its header
  init(_ houses: [String], moves: [String] = []) throws {
    let header =
      "id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
      + "nom_ancienne_commune;x;y;lon;lat;type_position\n"
    let streets = houses.map { $0.split(separator: ";", omittingEmptySubsequences: false)[1...3] }
    let rows = houses.enumerated().map { index, house in
      Self.row(house, streets.firstIndex(of: streets[index]) ?? index)
    }
    var sources = AddressSources(
      addresses: [folder.write(header + rows.joined(), to: "adresses.csv")])
    if !moves.isEmpty {
      let columns = "MOD,DATE_EFF,TYPECOM_AV,COM_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,LIBELLE_AP"
      let text = ([columns] + moves).joined(separator: "\n") + "\n"
      sources.communes = [folder.write(text, to: "mouvements.csv")]
    }
    geocoder = Geocoder(
      try AddressBase.prepared(from: sources, territory: Self.territory).0)
  }

  /// The IRIS, its certainty, the other shares, and the reasons.
  func answer(_ line: String) -> (iris: String, certainty: Certainty, shares: [String], Answer) {
    let answer = geocoder.answer(to: CaseTown.query(line), with: Geocoder.Scratch())
    return (
      answer.iris.iris?.code ?? "-", answer.iris.certainty, answer.iris.shares.map(\.iris.code),
      answer
    )
  }

  private static func row(_ house: String, _ street: Int) -> String {
    let cells = house.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    let digits = cells[0].prefix { $0.isNumber }
    let suffix = cells[0].dropFirst(digits.count)
    let x = origin.x + (Double(cells[4]) ?? .nan)
    let y = origin.y + (Double(cells[5]) ?? .nan)
    return "\(cells[2])_\(street)_\(digits);\(digits);\(suffix);\(cells[1]);21980;"
      + "\(cells[2]);\(name(cells[2]));\(cells[3]);\(cells[3].isEmpty ? "" : name(cells[3]));"
      + "\(x);\(y);;;\(cells[6])\n"
  }

  private static func name(_ code: String) -> String {
    ["21961": "Dormont", "21962": "Valcourt", "21966": "Crimelle"][code] ?? "Ailleurs"
  }

  private static func area(_ code: String, west: Double) -> IrisArea {
    let (east, north) = (west + 500, origin.y + 1000)
    let ring = Ring<Projected>([
      Position(x: west, y: origin.y), Position(x: east, y: origin.y), Position(x: east, y: north),
      Position(x: west, y: north), Position(x: west, y: origin.y),
    ])
    guard let iris = Iris(code) else { preconditionFailure("a code of nine characters") }
    return IrisArea(
      iris: iris, name: "", communeName: "", type: .habitat, shape: Shape([Polygon(exterior: ring)])
    )
  }
}
