import Boundaries
import Disclosure
import Exports
import Files
import Geometry
import Population
import Rates
import Territory
import TestSupport

@testable import Atlas

/// A commune on a grid of squares, with one indicator for each list of counts.
struct Village {
  var side = 3
  var columns: [[Int]]
  var population = 200.0
  var threshold = 11
  var titles: [String] = []
  var vintages: [String] = []
  var names: [String] = []
  var method: Rate.Method? = .wilson
  var unlocated = 0
  var zonings: [Zoning] = []
  var mention = "Source CPAM – Analyse des Besoins Sociaux"

  var irises: [Iris] {
    (1...side * side).compactMap { number in
      let digits = String(number)
      return Iris("01004" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }

  /// A zoning of whole IRIS: the first four, and the others.
  var quarters: Zoning {
    let options = irises.enumerated().map { ($1, [$0 < 4 ? "A" : "B"]) }
    return Zoning(
      id: "quartiers", title: "Quartiers",
      areas: [.init(code: "A", name: "Nord <i>"), .init(code: "B", name: "")],
      members: .irises(Dictionary(uniqueKeysWithValues: options)))
  }

  var contours: Contours {
    let areas = irises.enumerated().map { index, iris in
      IrisArea(
        iris: iris, name: index < names.count ? names[index] : "Quartier \(index + 1)",
        communeName: "Ambérieu", type: .habitat, shape: square(index % side, index / side))
    }
    return Contours(edition: Edition("IRIS 2024"), system: .lambert93, areas: areas)
  }

  private func square(_ x: Int, _ y: Int) -> Shape<Projected> {
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { corner in
      Position<Projected>(
        x: 870_000 + 1000 * Double(x + corner.0), y: 6_540_000 + 1000 * Double(y + corner.1))
    }
    return Shape([Polygon(exterior: Ring(corners))])
  }

  func release() throws -> Release {
    let census = Denominator(
      vintage: CensusVintage(year: 2022), columns: ["P22_POP"], label: "Population",
      values: Dictionary(uniqueKeysWithValues: irises.map { ($0, population) }))
    let tables = columns.enumerated().map { index, counts in
      var tally = Tally(unit: .count)
      for (iris, count) in zip(irises, counts) { tally.add(Count(count), at: .iris(iris)) }
      if let commune = Commune("01004"), unlocated > 0 {
        tally.add(Count(unlocated), at: .commune(commune))
      }
      let definition = IndicatorDefinition(
        id: "i\(index)", title: index < titles.count ? titles[index] : "Indicateur \(index)",
        source: "s\(index)", unit: .person,
        numeratorVintage: index < vintages.count ? vintages[index] : "2025-12-31",
        denominatorLabel: method == nil ? "" : "Population",
        denominatorVintage: method == nil ? "" : "RP2022", per: 100, method: method)
      return IndicatorTable.make(
        definition: definition, numerator: tally,
        denominator: method == nil ? .none : .population(census), irises: irises
      ).0
    }
    return try Protection.release(
      of: tables, rule: ProtectionRule(threshold: threshold), on: zonings
    )
    .release
  }

  func atlas() throws -> AtlasFolder {
    AtlasFolder(
      release: try release(), contours: contours,
      notice: Notice(
        mention: mention, campaign: "abs-essai", edition: "IRIS 2024",
        attributions: ["IGN–INSEE, IRIS 2024"], warning: nil, date: "2026-01-31"))
  }

  /// The pages by name.
  func pages(_ change: (inout AtlasFolder) -> Void = { _ in }) throws -> [String: String] {
    var atlas = try atlas()
    change(&atlas)
    var pages: [String: String] = [:]
    try atlas.forEachPage { pages[$0] = $1 }
    return pages
  }
}
