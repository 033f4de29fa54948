import Audit
import Boundaries
import Comparisons
import Crosswalks
import Diagnostics
import Geometry
import Rates
import Territory
import TestSupport

/// A release as files: rows of « code, count, population, status », all rates Wilson's per 100.
func release(
  _ name: String, edition: String = "IRIS 2024", _ rows: [(String, Int?, Double, String)]
) throws -> PrintedRelease {
  let folder = TemporaryFolder()
  let names = ["n", "d", "t", "bas", "haut", "meth", "st"].map { "tx_\($0)" }
  let iris = ["code_iris", "code_com"] + names + ["geo"]
  let communes = ["niveau", "code_com"] + names + ["geo"]
  let lines = rows.map { row in (row.0, figures(row) + [edition]) }
  func text(_ header: [String], _ lines: [[String]]) -> String {
    ([header] + lines).map { $0.joined(separator: ";") + "\r\n" }.joined()
  }
  folder.write(
    text(
      iris, lines.filter { $0.0.utf8.count == 9 }.map { [$0.0, String($0.0.prefix(5))] + $0.1 }),
    to: "a.csv")
  folder.write(
    text(communes, lines.filter { $0.0.utf8.count == 5 }.map { ["commune", $0.0] + $0.1 }),
    to: "a_communes.csv")
  return try PrintedRelease(name: name, files: PublicFile.all(in: folder.path))
}

private func figures(_ row: (String, Int?, Double, String)) -> [String] {
  let rate = row.1.flatMap { Rate.of($0, over: row.2, per: 100, method: .wilson) }
  let numbers = [rate?.value, rate?.interval95.lower, rate?.interval95.upper].map {
    $0.map { "\(($0 * 100).rounded() / 100)" } ?? ""
  }
  return [row.1.map(String.init) ?? "", "\(row.2)"] + numbers
    + [rate == nil ? "" : "wilson", row.3]
}

/// IRIS 1 cut in two halves, IRIS 2 whole.
func halves() throws -> Crosswalk {
  try Crosswalk.between(
    strips("IRIS 2020", [("212310101", 0, 400), ("212310102", 400, 300)]),
    strips(
      "IRIS 2024",
      [("212310103", 0, 200), ("212310104", 200, 200), ("212310102", 400, 300)])
  ).0
}

private func strips(_ edition: String, _ strips: [(String, Double, Double)]) -> Contours {
  let areas = strips.compactMap { code, west, width -> IrisArea? in
    let corners = [(0.0, 0.0), (width, 0), (width, 300), (0, 300), (0, 0)].map {
      Position<Projected>(x: 800_000 + west + $0.0, y: 6_700_000 + $0.1)
    }
    return Iris(code).map {
      IrisArea(
        iris: $0, name: "", communeName: "", type: .habitat,
        shape: Shape([Polygon(exterior: Ring(corners))]))
    }
  }
  return Contours(
    edition: Edition(edition), system: .lambert93, areas: areas.sorted { $0.iris < $1.iris })
}
