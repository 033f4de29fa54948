import Diagnostics
import Geometry
import TestSupport

@testable import make_geodata

/// The town of the committed seed, made once for all suites.
let world: Delivery = {
  do { return try Delivery(seed: MakeGeodata.committedSeed) } catch {
    preconditionFailure("the town is made: \(error)")
  }
}()

/// The folder of the committed files.
let committedFolder = projectFolder + "/Geodata"

/// The bytes of one file of the town.
func bytes(_ name: String) -> [UInt8] { world.files.first { $0.name == name }?.bytes ?? [] }

/// A table of the town: header and rows, split at every separator (no field is quoted).
func table(
  _ name: String, separator: Character = ";"
) -> (header: [String], rows: [[String: String]]) {
  let text = decoded(bytes(name))
  let lines = text.split(whereSeparator: \.isNewline).map {
    $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
  let header = lines.first ?? []
  return (
    header,
    lines.dropFirst().map { fields in
      Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
    }
  )
}

/// The tables of the town, each read once.
enum Tables {
  static let addresses = table("adresses-21-inventees.csv")
  static let census = table("base-ic-evol-struct-pop-2022.CSV")
  static let beneficiaries = table("recu/C2S_2025-invente.csv")
  static let typed = table("recu/demandeurs_2025-invente.csv")
  static let truth = table("recu/demandeurs_2025-invente-verite.csv")
}

/// UTF-8 with or without mark, else Latin-1 (the few letters of Windows-1252 beyond it aside).
func decoded(_ bytes: [UInt8]) -> String {
  if let text = String(validating: bytes, as: UTF8.self) {
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
  return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
}

/// A side of a ring, without its direction.
struct Edge: Hashable {
  let a: Position<Projected>
  let b: Position<Projected>

  init(_ one: Position<Projected>, _ other: Position<Projected>) {
    let isFirst = (one.x, one.y) < (other.x, other.y)
    (a, b) = isFirst ? (one, other) : (other, one)
  }
}

/// How many rings pass over each edge.
func passages(_ areas: [Area]) -> [Edge: Int] {
  var counts: [Edge: Int] = [:]
  for ring in areas.flatMap(\.shape.rings) {
    for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
      counts[Edge(a, b), default: 0] += 1
    }
  }
  return counts
}
