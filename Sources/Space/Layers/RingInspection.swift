package import Diagnostics
package import Geometry

/// What every reader asks of a ring before it becomes one: finite, closed, three sides.
///
/// Counts the rings of the feature at hand, so that a problem names its ring and vertex. Never
/// moves a vertex: the only change is to repeat the first one at the end.
package struct RingInspection {
  /// What was found so far.
  package private(set) var problems = ProblemLog()
  private var place: Place
  private var isSound = true

  /// An inspection of the rings of one layer.
  package init(_ place: Place) { self.place = place }

  /// Begins with another feature.
  package mutating func begin(feature: Int) {
    place.feature = feature
    place.ring = 0
    isSound = true
  }

  /// The ring of some positions.
  ///
  /// - Returns: nil when it has fewer than three sides, or a coordinate that is not finite: the
  ///   whole feature is then without shape
  package mutating func admit(_ positions: [Position<AsDeclared>]) -> Ring<AsDeclared>? {
    place.ring = (place.ring ?? 0) + 1
    guard positions.allSatisfy({ $0.isFinite }) else {
      rejectInfinite(positions)
      return nil
    }
    let ring = closed(positions)
    if ring.positions.count >= 4 { return ring }
    problems.record(Wording.shortRing(place, ring.positions.count))
    return nil
  }

  /// The polygon of the rings of a file, the exterior first; nil when its exterior is none.
  package mutating func polygon(_ rings: [[Position<AsDeclared>]]) -> Polygon<AsDeclared>? {
    let admitted = rings.map { admit($0) }
    guard let first = admitted.first, let exterior = first else { return nil }
    return Polygon(exterior: exterior, holes: admitted.dropFirst().compactMap(\.self))
  }

  /// The shape of the feature at hand; nil when it covers nothing or has been refused.
  package func shape(_ polygons: [Polygon<AsDeclared>]) -> Shape<AsDeclared>? {
    isSound && !polygons.isEmpty ? Shape(polygons) : nil
  }

  /// Refuses the feature at hand for another reason.
  package mutating func refuse(_ problem: (Place) -> Problem) {
    isSound = false
    note(problem)
  }

  /// Says something of the feature at hand, which keeps its shape.
  package mutating func note(_ problem: (Place) -> Problem) {
    var feature = place
    feature.ring = nil
    problems.record(problem(feature))
  }

  private mutating func rejectInfinite(_ positions: [Position<AsDeclared>]) {
    isSound = false
    var vertex = place
    vertex.vertex = (positions.firstIndex { !$0.isFinite } ?? 0) + 1
    problems.record(Wording.notFinite(vertex))
  }

  private mutating func closed(_ positions: [Position<AsDeclared>]) -> Ring<AsDeclared> {
    guard let first = positions.first, first != positions.last else { return Ring(positions) }
    problems.record(Wording.unclosedRing(place))
    return Ring(positions + [first])
  }
}
