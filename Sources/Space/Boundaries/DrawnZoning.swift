public import Diagnostics
public import Files
public import Geometry
public import Locating
public import Territory
internal import Topology

/// A drawn zoning laid over the IRIS: what each IRIS has of its areas, and in which area a position lies.
///
/// Contours of two origins never agree to the metre: what they have in common counts from a hundredth of
/// the smaller of the two on. A position in an area that its IRIS has no part of is taken to lie in
/// none, or in the only one where the IRIS lies.
///
/// - Confidential: no
public struct DrawnZoning: Sendable {
  /// The zoning, each IRIS with its options.
  public let zoning: Zoning
  /// Areas that reach beyond the territory: they are none of the zoning.
  public let beyond: [String]
  private let index: AreaIndex<AreaNumber>
  private let codes: [String]

  /// Share of the smaller area under which two contours have nothing in common.
  public static let sliver = 0.01

  /// - Complexity: one overlay for each IRIS and area whose rectangles meet
  public init(
    id: String, title: String, areas: [NamedArea], over contours: Contours
  ) throws(Problem) {
    let overlay = try ZoneOverlay(areas, contours)
    let kept = areas.indices.filter { overlay.isInside($0) }
    let isKept = Set(kept)
    beyond = areas.indices.filter { overlay.touches($0) && !isKept.contains($0) }
      .map { areas[$0].code }
    codes = areas.map(\.code)
    index = AreaIndex.build(
      kept.map { (key: AreaNumber(number: $0), shape: areas[$0].shape) })
    var options: [Iris: [String]] = [:]
    for (place, area) in contours.areas.enumerated() {
      let own = overlay.options(of: place, among: isKept).map { $0.map { areas[$0].code } ?? "" }
      if own != [""] { options[area.iris] = own.sorted() }
    }
    zoning = Zoning(
      id: id, title: title, areas: kept.map { .init(code: areas[$0].code, name: areas[$0].name) },
      members: .irises(options))
  }

  /// The hash of all that decides in which area a position of given contours lies.
  public var contentHash: ContentHash {
    let names = [zoning.id] + codes
    return ContentHash(
      combining: [index.contentHash, ContentHash(of: Array(names.joined(separator: "\n").utf8))])
  }

  /// The code of the area where a position of an IRIS lies; empty for none.
  ///
  /// - Parameters:
  ///   - position: `nil` when only the IRIS is known
  /// - Returns: `nil` when nobody can say
  public func area(at position: Position<Projected>?, in iris: Iris) -> String? {
    let options = zoning.options(of: iris)
    if options.count == 1 { return options[0] }
    guard let position, position.isFinite else { return nil }
    let found = index.ordinal(at: position).map { codes[index.keys[$0].number] } ?? ""
    return options.contains(found) ? found : options[0]
  }
}

/// The place of an area among those of a zoning.
public struct AreaNumber: AreaKey {
  /// From 0.
  public let number: Int

  init(number: Int) { self.number = number }

  /// The number.
  public var indexText: String { String(number) }

  /// The number of a saved index.
  public init?(indexText: String) {
    guard let number = Int(indexText) else { return nil }
    self.number = number
  }

  /// By the number.
  public static func < (left: AreaNumber, right: AreaNumber) -> Bool { left.number < right.number }
}

/// Square metres that IRIS and areas have in common.
private struct ZoneOverlay {
  private let irisAreas: [Double]
  private let zoneAreas: [Double]
  /// By IRIS, the areas and what they have in common, slivers left out.
  private var shared: [[(zone: Int, area: Double)]] = []
  private var covered: [Double]

  init(_ areas: [NamedArea], _ contours: Contours) throws(Problem) {
    let context = try TopologyContext()
    irisAreas = contours.areas.map(\.shape.area)
    zoneAreas = areas.map(\.shape.area)
    covered = areas.map { _ in 0 }
    let boxes = areas.map(\.shape.envelope)
    for (place, iris) in contours.areas.enumerated() {
      let box = iris.shape.envelope
      var own: [(zone: Int, area: Double)] = []
      for zone in areas.indices where boxes[zone].intersects(box) {
        let common = try context.intersectionArea(iris.shape, areas[zone].shape)
        covered[zone] += common
        let smaller = min(irisAreas[place], zoneAreas[zone])
        if common > DrawnZoning.sliver * smaller { own.append((zone, common)) }
      }
      shared.append(own)
    }
  }

  /// Whether the territory holds all of an area but a sliver.
  func isInside(_ zone: Int) -> Bool {
    zoneAreas[zone] > 0 && covered[zone] >= (1 - DrawnZoning.sliver) * zoneAreas[zone]
  }

  func touches(_ zone: Int) -> Bool { covered[zone] > DrawnZoning.sliver * zoneAreas[zone] }

  /// The areas that an IRIS has a part of; `nil` for what lies in none.
  func options(of iris: Int, among kept: Set<Int>) -> [Int?] {
    let own = shared[iris].filter { kept.contains($0.zone) }
    let rest = irisAreas[iris] - own.reduce(0) { $0 + $1.area }
    let isWhole = rest <= DrawnZoning.sliver * irisAreas[iris]
    return own.map(\.zone) + (isWhole && !own.isEmpty ? [] : [nil])
  }
}
