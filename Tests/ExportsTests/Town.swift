import Boundaries
import Diagnostics
import Disclosure
import Files
import Geometry
import Population
import Rates
import Territory
import TestSupport

@testable import Exports

/// A commune made for a test: IRIS in a row, each a square of one kilometre, and their numbers.
struct Town {
  var commune = "01004"
  var counts: [Int]
  var population: [Double]
  var unlocated = 0
  var types: [IrisType] = []
  var names: [String] = []
  /// Metres; the first corner of the first square.
  var origin = Position<Projected>(x: 870_000, y: 6_540_000)
  var shapes: [Shape<Projected>] = []
  /// How many of the IRIS have a contour; all when `nil`.
  var contourCount: Int?
  /// Codes of contours that have no numbers.
  var extraContours: [String] = []
  var id = "c2s"
  var title = "Bénéficiaires de la C2S"
  var method: Rate.Method? = .wilson
  var notice = Notice(
    mention: "Source CPAM – Analyse des Besoins Sociaux du CCAS", campaign: "abs-essai",
    edition: "IRIS 2024", attributions: ["IGN–INSEE, IRIS 2024", "INSEE, RP2022"], warning: nil)

  var irises: [Iris] {
    (1...counts.count).compactMap { number in
      let digits = String(number)
      return Iris(commune + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }

  /// The indicator before disclosure control.
  var table: IndicatorTable {
    var tally = Tally(unit: .count)
    for (iris, count) in zip(irises, counts) { tally.add(Count(count), at: .iris(iris)) }
    if let place = Commune(commune), unlocated > 0 {
      tally.add(Count(unlocated), at: .commune(place))
    }
    let census = Denominator(
      vintage: CensusVintage(year: 2022), columns: ["P22_POP"], label: "Population",
      values: Dictionary(uniqueKeysWithValues: zip(irises, population)))
    return IndicatorTable.make(
      definition: definition, numerator: tally,
      denominator: method == nil ? .none : .population(census), irises: irises
    ).0
  }

  private var definition: IndicatorDefinition {
    IndicatorDefinition(
      id: id, title: title, source: "cpam", unit: .person, numeratorVintage: "2025-12-31",
      denominatorLabel: method == nil ? "" : "Population",
      denominatorVintage: method == nil ? "" : "RP2022", per: 100, method: method)
  }

  var contours: Contours {
    let extra = extraContours.compactMap { Iris($0) }
    let areas = (irises.prefix(contourCount ?? irises.count) + extra).enumerated().map {
      index, iris in
      IrisArea(
        iris: iris, name: index < names.count ? names[index] : "Quartier \(index + 1)",
        communeName: "Ambérieu", type: index < types.count ? types[index] : .habitat,
        shape: index < shapes.count
          ? shapes[index] : Shape([Polygon(exterior: square(at: Double(index)))]))
    }
    return Contours(edition: Edition("IRIS 2024"), system: .lambert93, areas: areas)
  }

  private func square(at x: Double) -> Ring<Projected> {
    Ring(
      [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { corner in
        Position(x: origin.x + 1000 * (x + corner.0), y: origin.y + 1000 * corner.1)
      })
  }

  /// An exporter of what disclosure control lets out.
  func exporter(
    threshold: Int = 1, beside others: [Town] = [], classes: ClassChoice = ClassChoice()
  ) throws -> Exporter {
    Exporter(
      release: try release(threshold, beside: others), contours: contours, notice: notice,
      classes: classes)
  }

  /// The same with degrees that can be written by hand: a hundred kilometres make one.
  func exporterByHand(threshold: Int = 1, threads: Int = 2) throws -> Exporter {
    let geography = GeographicShapes(threads: threads) {
      { xs, ys in
        for index in xs.indices { (xs[index], ys[index]) = (xs[index] / 1e5, ys[index] / 1e5) }
      }
    }
    return Exporter(
      release: try release(threshold, beside: []), contours: contours, notice: notice,
      geography: geography)
  }

  private func release(_ threshold: Int, beside others: [Town]) throws -> Release {
    let tables = [table] + others.map(\.table)
    return try Protection.release(of: tables, rule: ProtectionRule(threshold: threshold)).release
  }
}

extension Exporter {
  /// Publishes under the name « essai » in a folder of its own.
  func published(
    _ formats: Set<Format> = [.geojson, .csv], name: String = "essai"
  ) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try StagedFile.publish(try stage(formats, name: name, in: folder.path))
    return folder
  }
}

extension TemporaryFolder {
  /// A file as text; empty when it is not there.
  func text(_ name: String) -> String { String(decoding: read(name) ?? [], as: UTF8.self) }

  /// All files, in the order of their names.
  var texts: [String] { names.map(text) }
}
