internal import Geometry
internal import Glibc

/// Writes a made-up country as a BAN file, commune after commune, holding one commune at a time.
struct MadeUpFile {
  private let country: MadeUpFrance
  private var bytes: [UInt8] = []
  private(set) var addressCount = 0
  private(set) var streetCount = 0

  init(_ country: MadeUpFrance) { self.country = country }

  private static let header =
    "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;"
    + "code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;"
    + "libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;"
    + "cad_parcelles\n"

  /// - Parameters:
  ///   - isKept: which communes are written
  /// - Returns: whether everything was written
  mutating func write(to path: String, where isKept: (Int) -> Bool = { _ in true }) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    bytes = Array(Self.header.utf8)
    for commune in 0..<country.communeCount where isKept(commune) {
      add(commune)
      if bytes.count > 1 << 22 {
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { return false }
        bytes.removeAll(keepingCapacity: true)
      }
    }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }

  private mutating func add(_ commune: Int) {
    let streets = MadeUpStreets(commune, of: country)
    let code = country.code(of: commune)
    let tail = ";\(country.postcode(of: commune));\(code);\(country.name(of: commune));;;"
    for (index, name) in streets.names.enumerated() {
      let id = code + "_" + MadeUpFrance.padded(index + 10, 4)
      add(
        Way(
          head: Array(id.utf8), tail: Array(";\(name)\(tail)".utf8),
          end: Array(";entrée;;;;;commune;commune;1;\n".utf8)),
        count: streets.counts[index], commune, index)
    }
    streetCount += streets.names.count
  }

  private struct Way {
    let head: [UInt8]
    let tail: [UInt8]
    let end: [UInt8]
  }

  /// Houses on both sides of a straight street.
  private mutating func add(_ way: Way, count: Int, _ commune: Int, _ index: Int) {
    var chance = Chance(seed: country.seed ^ 0x706C_6163, of: commune * 512 + index)
    let areas = country.areas(of: commune)
    let area = areas.lowerBound + index % areas.count
    let (row, column) = (area / country.coverage.columns, area % country.coverage.columns)
    let origin = country.coverage.place(
      Double(column) + Double(row % 2) / 2 + 0.5 + chance.bell() * 0.15,
      Double(row) + 0.5 + chance.bell() * 0.15)
    let angle = chance.share() * 2 * .pi
    let (east, north) = (cos(angle), sin(angle))
    for number in 1...count {
      let along = Double(number / 2) * 14
      let aside = number % 2 == 0 ? 9.0 : -9.0
      let isRepeated = chance.share() < 0.03
      add(
        way, number: number, suffix: isRepeated ? "bis" : "",
        x: origin.x + east * along - north * aside, y: origin.y + north * along + east * aside)
    }
    addressCount += count
  }

  private mutating func add(_ way: Way, number: Int, suffix: String, x: Double, y: Double) {
    bytes += way.head
    bytes.append(0x5F)
    append(number, width: 5)
    if !suffix.isEmpty { bytes += Array("_bis".utf8) }
    bytes.append(0x3B)
    bytes += way.head
    bytes.append(0x3B)
    append(number, width: 1)
    bytes.append(0x3B)
    bytes += Array(suffix.utf8)
    bytes += way.tail
    append(x, decimals: 2)
    bytes.append(0x3B)
    append(y, decimals: 2)
    bytes.append(0x3B)
    // Near enough to Lambert-93 for a geocoder that copies them.
    append(3 + (x - 700_000) / 76_600, decimals: 6)
    bytes.append(0x3B)
    append(46.5 + (y - 6_600_000) / 111_200, decimals: 6)
    bytes += way.end
  }

  private mutating func append(_ value: Double, decimals: Int) {
    let factor = decimals == 2 ? 100 : 1_000_000
    let scaled = Int((value * Double(factor)).rounded())
    if scaled < 0 { bytes.append(0x2D) }
    append(abs(scaled) / factor, width: 1)
    bytes.append(0x2E)
    append(abs(scaled) % factor, width: decimals)
  }

  private mutating func append(_ number: Int, width: Int) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0 || bytes.count - start < width
    bytes[start...].reverse()
  }
}
