internal import Geometry

/// Easting and northing in Lambert-93, metres.
typealias Point = Position<Projected>

/// One line of the plan as it was drawn by hand, coarse: a few stops, hundreds of metres apart.
struct PlanLine: Sendable {
  /// What the line is in the landscape; decides how it wanders and whether people live along it.
  enum Kind: Sendable {
    case river, railway, avenue, street, path, limit
    /// A road on a commune limit: the contour, generalised, strays from it.
    case limitRoad

    var isRoad: Bool { self == .avenue || self == .street || self == .path || self == .limitRoad }
  }

  let kind: Kind
  let name: String
  let stops: [Stop]
  /// Whether it separates areas.
  let isBorder: Bool

  /// - Parameters:
  ///   - course: nodes by name and bare points `x,y`, separated by blanks; units of the
  ///     drawing
  init(_ kind: Kind, _ name: String, _ course: String, border: Bool = true) {
    self.kind = kind
    self.name = name
    isBorder = border
    stops = course.split(separator: " ").map { Stop($0) }
  }

  /// Where a line passes.
  enum Stop: Sendable {
    case node(String)
    case point(Point)

    fileprivate init(_ word: Substring) {
      let numbers = word.split(separator: ",").compactMap { Double($0) }
      self =
        numbers.count == 2 ? .point(TownPlan.place(numbers[0], numbers[1])) : .node(String(word))
    }
  }
}
