import Diagnostics
import Geocoding
import Territory
import TestSupport

/// The streets of `Cases/voies.csv` as a BAN of 23 columns, and a geocoder over them.
struct CaseTown {
  static let folder = projectFolder + "/Tests/GeocodingTests/Cases/"
  static let shared = Result { try CaseTown() }

  let folder = TemporaryFolder()
  let base: AddressBase
  let geocoder: Geocoder

  init() throws {
    let addresses = folder.write(Self.addresses, to: "adresses.csv")
    let sources = AddressSources(
      addresses: [addresses],
      communes: [Self.folder + "v_commune.csv", Self.folder + "v_mvtcommune.csv"],
      postcodes: [Self.folder + "hexasmal.csv"])
    base = try AddressBase.prepared(from: sources, territory: nil).0
    geocoder = Geocoder(base)
  }

  static func lines(_ name: String) -> [String] {
    String(decoding: readFile(folder + name) ?? [], as: UTF8.self).split(separator: "\n")
      .map(String.init).filter { !$0.hasPrefix("#") }
  }

  static var addresses: String {
    let header =
      "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;"
      + "code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;"
      + "libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;"
      + "cad_parcelles\n"
    return header + lines("voies.csv").enumerated().map { rows($0.element, $0.offset) }.joined()
  }

  private static func rows(_ line: String, _ street: Int) -> String {
    let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let id = cells[0] + "_" + String(1000 + street)
    return cells[7].split(separator: " ").enumerated().map { place, text in
      let digits = text.prefix { $0.isNumber }
      let suffix = text.dropFirst(digits.count)
      let number = digits == "0" ? "99999" : String(digits)
      let padded = String(repeating: "0", count: 5 - number.count) + number
      let own = suffix.isEmpty ? "\(id)_\(padded)" : "\(id)_\(padded)_\(suffix)"
      let x = 800_000 + street * 500 + place * 10
      let hamlet = cells.count > 8 ? cells[8] : ""
      return "\(own);\(id);\(number);\(suffix);\(cells[5]);\(cells[2]);\(cells[0]);\(cells[1]);"
        + "\(cells[3]);\(cells[4]);\(x);6700000;4.5;47.5;entrée;\(cells[6]);\(hamlet);;;"
        + "commune;commune;1;\n"
    }.joined()
  }

  /// A question: one line, or fields as `n=12;voie=rue Haute;cp=21980`.
  static func query(_ text: String) -> AddressQuery {
    guard text.contains("=") else { return AddressQuery(line: text) }
    let parts: [String: AddressQuery.Part] = [
      "n": .number, "rep": .suffix, "type": .type, "voie": .street, "cp": .postcode,
      "ville": .city, "insee": .insee, "lieu": .place, "comp": .complement,
    ]
    var query = AddressQuery()
    for field in text.split(separator: ";") {
      let pair = field.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2, let part = parts[pair[0]] { query.add(pair[1], as: part) }
    }
    return query
  }

  /// The answer in the words of the case files.
  func answer(_ text: String) -> (words: String, codes: [String]) {
    let answer = geocoder.answer(to: Self.query(text), with: Geocoder.Scratch())
    let codes = answer.reasons.codes
    guard let street = answer.street else {
      return (answer.commune.map { "commune \($0.code)" } ?? "rien", codes)
    }
    let commune = base.commune(ofStreet: street)?.code ?? ""
    let number = answer.address == nil ? "voie" : base.text(of: answer).housenumber
    return ("\(number), \(base.streetName(street)), \(commune)", codes)
  }
}
