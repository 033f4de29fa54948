import Geometry
import Projection
import Territory
import Testing

@testable import make_geodata

@Suite struct AddressTests {
  let base = Tables.addresses
  let areas = world.drawing.areas

  @Test func `the header is the address base's, 23 columns in its order`() {
    let official =
      "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;"
      + "code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;"
      + "libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;"
      + "cad_parcelles"
    #expect(base.header.joined(separator: ";") == official)
  }

  @Test func `there are 9,000 addresses, each once`() {
    #expect(base.rows.count == 9_000)
    #expect(Set(base.rows.map { $0["id"] ?? "" }).count == 9_000)
    #expect(base.rows.filter { $0.count != 23 }.isEmpty)
  }

  @Test func `an identifier is made of the street, the number and the suffix`() {
    let wrong = base.rows.filter { row in
      let parts = (row["id"] ?? "").split(separator: "_").map(String.init)
      let number =
        String(repeating: "0", count: 5 - (row["numero"] ?? "").count) + (row["numero"] ?? "")
      return parts.count < 3 || parts[0] != row["code_insee"] || parts[2] != number
        || (parts.count == 4 ? parts[3] : "") != row["rep"]
    }
    #expect(wrong.count == 0)
  }

  @Test func `a street has one identifier in a commune and the other way round`() {
    let streets = Set(
      base.rows.map { row in
        ["code_insee", "code_insee_ancienne_commune", "nom_voie"].map { row[$0] ?? "" }
          .joined(separator: "|")
      })
    let identifiers = Set(
      base.rows.map { ($0["id"] ?? "").split(separator: "_").prefix(2).joined(separator: "_") })
    #expect(streets.count == identifiers.count)
    #expect((250...450).contains(streets.count))
  }

  /// Real files differ by at most 7 mm (ATTRIBUTES.md).
  @Test func `projected and geographic coordinates are the same place`() throws {
    let back = try Transformer<Geographic, Projected>(to: .lambert93)
    var xs = base.rows.map { Double($0["lon"] ?? "") ?? .nan }
    var ys = base.rows.map { Double($0["lat"] ?? "") ?? .nan }
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { ys in back.transform(xs: xs, ys: ys) }
    }
    let gaps = base.rows.indices.map { index in
      Point(x: xs[index], y: ys[index]).distance(
        to: Point(
          x: Double(base.rows[index]["x"] ?? "") ?? .nan,
          y: Double(base.rows[index]["y"] ?? "") ?? .nan))
    }
    #expect(gaps.allSatisfy { $0 <= 0.0075 })
  }

  @Test(arguments: [
    ("rep", ["bis", "ter", "quater", "a", "b"]),
    ("type_position", ["entrée", "segment", "parcelle", "bâtiment", "délivrance postale", ""]),
    ("certification_commune", ["0", "1"]), ("code_insee", ["21951", "21952", "21953", "21954"]),
    ("code_insee_ancienne_commune", ["", "21953", "21955"]),
  ])
  func `a column shows the variety of real ones`(column: String, values: [String]) {
    let found = Set(base.rows.map { $0[column] ?? "" })
    #expect(Set(values).subtracting(found) == [])
  }

  @Test func `numbers are odd on one side of a street and even on the other`() {
    let street = base.rows.filter { $0["nom_voie"] == "Avenue Jean Jaurès" }
    let sides = Dictionary(grouping: street) { (Int($0["numero"] ?? "") ?? 0) % 2 }
    #expect(sides[0]?.count ?? 0 > 20 && sides[1]?.count ?? 0 > 20)
  }

  @Test func `streets run along borders, and some positions lie on the line itself`() {
    let borders = world.drawing.arcs.filter { $0.isBorder && $0.kind.isRoad }.flatMap { arc in
      zip(arc.contour, arc.contour.dropFirst()).map { ($0, $1) }
    }
    let sample = stride(from: 0, to: world.addresses.count, by: 9).map { world.addresses[$0] }
    let gaps = sample.map { address in
      borders.reduce(1e9) { min($0, address.position.distance(toSegment: $1.0, $1.1)) }
    }
    #expect(gaps.filter { $0 < 20 }.count > 150)
    #expect(gaps.filter { $0 < 0.5 }.count > 10)
  }

  @Test func `houses are where their area says, but for those on a commune limit`() {
    let strays = world.addresses.filter {
      $0.positionKind != "segment" && !isInside($0)
    }
    #expect(Set(strays.map(\.way.name)) == ["Chemin du Finage"])
  }

  /// What the commune guard is for: generalised contours stray from the road that is the limit.
  @Test func `some houses lie in the wrong commune by the contours`() {
    let wrong = world.addresses.filter { address in
      let owner = areas.first { $0.contains(address.position) }
      return owner.map { $0.plan.commune != address.way.commune } ?? false
    }
    #expect((5...40).contains(wrong.count))
  }

  private func isInside(_ address: Address) -> Bool {
    areas[address.area].shape.side(of: address.position) != .outside
  }
}
