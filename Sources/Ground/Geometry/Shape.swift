/// An exterior ring and the holes in it.
public struct Polygon<F: Frame>: Sendable, Hashable {
  /// The outer line.
  public var exterior: Ring<F>
  /// The lines of the holes, inside the outer one.
  public var holes: [Ring<F>]

  /// A polygon from its rings; their direction is kept as it is.
  @inlinable public init(exterior: Ring<F>, holes: [Ring<F>] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// The exterior, then the holes.
  @inlinable public var rings: [Ring<F>] { [exterior] + holes }
}

/// What one area of a zoning covers: one or several polygons without common interior.
public struct Shape<F: Frame>: Sendable, Hashable {
  /// The parts, in the order of the file.
  public var polygons: [Polygon<F>]

  /// A shape from its parts.
  @inlinable public init(_ polygons: [Polygon<F>]) { self.polygons = polygons }

  /// Whether it covers nothing.
  @inlinable public var isEmpty: Bool { polygons.isEmpty }

  /// All rings of all parts, exteriors before their holes.
  @inlinable public var rings: [Ring<F>] { polygons.flatMap(\.rings) }

  /// How many positions there are, the closing ones included.
  @inlinable public var vertexCount: Int {
    polygons.reduce(0) { sum, polygon in
      sum + polygon.exterior.positions.count
        + polygon.holes.reduce(0) { $0 + $1.positions.count }
    }
  }

  /// The smallest rectangle around it.
  @inlinable public var envelope: Envelope<F> {
    var envelope = Envelope<F>.empty
    for polygon in polygons { envelope.cover(polygon.exterior.envelope) }
    return envelope
  }

  /// The area covered, in squared units of the frame, holes subtracted, whatever the directions.
  @inlinable public var area: Double {
    polygons.reduce(0) { sum, polygon in
      let holes = polygon.holes.reduce(0) { $0 + abs($1.doubledSignedArea) }
      return sum + (abs(polygon.exterior.doubledSignedArea) - holes) / 2
    }
  }
}

extension Shape {
  /// The side of one position as regards the whole shape: the reference for faster ways.
  ///
  /// - Complexity: O(n) of the vertices
  @inlinable public func side(of position: Position<F>) -> Side {
    var isInside = false
    for ring in rings {
      switch ring.side(of: position) {
      case .boundary: return .boundary
      case .inside: isInside.toggle()
      case .outside: break
      }
    }
    return isInside ? .inside : .outside
  }
}
