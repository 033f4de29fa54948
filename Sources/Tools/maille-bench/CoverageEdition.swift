internal import Boundaries
internal import Geometry
internal import Territory
internal import Topology

/// Two editions of a made-up zoning: in the later one, of every hundred areas one is cut, two are put
/// together and two exchange ground.
struct CoverageEdition: Sendable {
  /// How the later edition draws what did not change.
  enum Drawing: String, CaseIterable {
    /// Vertex by vertex as before.
    case same = "drawn alike"
    /// Half of the vertices that lie within ten metres of their neighbours' chord left out, as a coarser
    /// generalisation does.
    case generalised = "drawn anew"
  }

  let old: Contours
  let new: Contours

  init(_ coverage: Coverage, drawing: Drawing) throws {
    let before = (0..<coverage.areaCount).compactMap { number -> IrisArea? in
      Iris(coverage.code(of: number)).map { Self.area($0, coverage.shape(of: number)) }
    }
    let context = try TopologyContext()
    var after: [IrisArea] = []
    var number = 0
    while number < before.count {
      let pair = Array(before[number..<min(number + 2, before.count)])
      after += try Self.changed(pair, number % 100, context)
      number += 2
    }
    if drawing == .generalised { after = try after.map { try Self.generalised($0, context) } }
    old = Self.contours("2020", before)
    new = Self.contours("2024", after)
  }

  private init(old: Contours, new: Contours) {
    self.old = old
    self.new = new
  }

  /// The first areas, whole communes, and what became of them.
  func first(_ count: Int) -> CoverageEdition {
    let communes = Set(old.areas.prefix(count / 10 * 10).map(\.iris.commune))
    return CoverageEdition(
      old: Self.contours("2020", old.areas.filter { communes.contains($0.iris.commune) }),
      new: Self.contours("2024", new.areas.filter { communes.contains($0.iris.commune) }))
  }

  private static func contours(_ edition: String, _ areas: [IrisArea]) -> Contours {
    Contours(
      edition: Edition("IRIS \(edition)"), system: .lambert93,
      areas: areas.sorted { $0.iris < $1.iris })
  }

  private static func area(_ iris: Iris, _ shape: Shape<Projected>) -> IrisArea {
    IrisArea(iris: iris, name: "", communeName: "", type: .habitat, shape: shape)
  }

  /// Two neighbours of one commune in the later edition.
  private static func changed(
    _ pair: [IrisArea], _ place: Int, _ context: TopologyContext
  ) throws -> [IrisArea] {
    guard pair.count == 2 else { return pair }
    switch place {
    case 20:
      let east = eastHalf(of: pair[0].shape.envelope)
      return [
        area(pair[0].iris, try context.difference(pair[0].shape, east)),
        area(renamed(pair[0].iris), try context.intersection(pair[0].shape, east)), pair[1],
      ]
    case 40: return [area(pair[0].iris, try context.union(pair.map(\.shape)))]
    case 60:
      let east = eastHalf(of: pair[1].shape.envelope)
      let west = try context.difference(pair[1].shape, east)
      return [
        area(pair[0].iris, try context.union([pair[0].shape, west])),
        area(pair[1].iris, try context.intersection(pair[1].shape, east)),
      ]
    default: return pair
    }
  }

  /// A code that no area of the commune has yet.
  private static func renamed(_ iris: Iris) -> Iris {
    Iris(iris.code.prefix(6) + "9" + iris.code.suffix(2)) ?? iris
  }

  private static func eastHalf(of envelope: Envelope<Projected>) -> Shape<Projected> {
    let middle = (envelope.minX + envelope.maxX) / 2
    let corners = [
      Position<Projected>(x: middle, y: envelope.minY),
      Position(x: envelope.maxX, y: envelope.minY),
      Position(x: envelope.maxX, y: envelope.maxY), Position(x: middle, y: envelope.maxY),
    ]
    return Shape([Polygon(exterior: Ring(corners + corners.prefix(1)))])
  }

  /// Vertices are left out by where they are, so that neighbours leave out the same ones.
  private static func generalised(
    _ area: IrisArea, _ context: TopologyContext
  ) throws -> IrisArea {
    let polygons = area.shape.polygons.map { polygon in
      Polygon(exterior: thinned(polygon.exterior), holes: polygon.holes.map(thinned))
    }
    let shape = try context.repaired(Shape(polygons)).shape
    return Self.area(area.iris, shape)
  }

  private static func thinned(_ ring: Ring<Projected>) -> Ring<Projected> {
    let positions = ring.positions.dropLast()
    let before = positions.suffix(1) + positions.dropLast()
    let after = positions.dropFirst() + positions.prefix(1)
    let kept = zip(positions, zip(before, after)).filter { own, around in
      let mixed = (own.x.bitPattern ^ own.y.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> 40
      return mixed % 2 == 0 || distance(from: own, toChord: around) > 10
    }.map(\.0)
    return kept.count < 3 ? ring : Ring(kept + kept.prefix(1))
  }

  /// The same from either side, to the last bit: neighbours must leave out the same vertices.
  private static func distance(
    from own: Position<Projected>, toChord ends: (Position<Projected>, Position<Projected>)
  ) -> Double {
    let isInOrder = (ends.0.x, ends.0.y) < (ends.1.x, ends.1.y)
    let (a, b) = isInOrder ? ends : (ends.1, ends.0)
    let doubled = (b.x - a.x) * (own.y - a.y) - (b.y - a.y) * (own.x - a.x)
    return doubled.magnitude / max(a.distance(to: b), 1e-9)
  }
}
