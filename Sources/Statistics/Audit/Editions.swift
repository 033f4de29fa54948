internal import Diagnostics
internal import Geometry
internal import Layers
internal import Topology

/// Which IRIS of several releases are one and the same, and what redrawn ones have in common, from the
/// maps that the releases hold.
///
/// The same code with the same contour is the same IRIS. Others are tied by the smallest groups of old
/// and new IRIS that cover the same ground: contours of two editions never agree to the metre, so that
/// what two of them have in common counts from a hundredth of the smaller on.
///
/// - Source: DISCLOSURE.md, atoms: « IRIS × previous IRIS vintage »
struct Editions: Sendable {
  /// Old and new IRIS that cover the same ground.
  struct Tie: Sendable {
    /// Places of two releases.
    let releases: (Int, Int)
    /// Codes in each.
    let codes: ([String], [String])
  }

  private var keys: [[String: String]] = []
  private(set) var ties: [Tie] = []

  private static let sliver = 0.01

  /// One release: nothing to compare.
  init() {}

  /// - Parameters:
  ///   - maps: by release, the contour of each IRIS by its code; none where it holds no map
  ///   - names: by release, the edition that it states
  init(_ maps: [[String: Shape<Projected>]], names: [String]) {
    var known: [String: [Shape<Projected>]] = [:]
    for (release, map) in maps.enumerated() {
      var own: [String: String] = [:]
      for (code, shape) in map.sorted(by: { $0.key < $1.key }) {
        let number = known[code]?.firstIndex(of: shape) ?? known[code, default: []].count
        if number == known[code, default: []].count { known[code, default: []].append(shape) }
        own[code] = "\(code)#\(number)"
      }
      keys.append(own)
      for earlier in maps.indices.prefix(release) {
        ties += Self.ties((earlier, release), maps)
      }
    }
    self.names = names
  }

  private var names: [String] = []

  /// What an IRIS of a release is called among those of all releases.
  func key(of code: String, in release: Int) -> String {
    guard keys.indices.contains(release) else { return code }
    return keys[release][code] ?? "\(code)#\(names[release])"
  }

  private static func ties(
    _ releases: (Int, Int), _ maps: [[String: Shape<Projected>]]
  ) -> [Tie] {
    let (old, new) = (maps[releases.0], maps[releases.1])
    let left = old.keys.filter { old[$0] != new[$0] }.sorted()
    let right = new.keys.filter { old[$0] != new[$0] }.sorted()
    if left.isEmpty || right.isEmpty { return [] }
    var groups = Groups(left.count + right.count)
    for (place, code) in left.enumerated() {
      for (other, name) in right.enumerated() where overlap(old[code], new[name]) {
        groups.join(place, left.count + other)
      }
    }
    let members = Dictionary(grouping: 0..<left.count + right.count) { groups.leader(of: $0) }
    return members.sorted { $0.key < $1.key }.compactMap { _, places in
      let codes = (
        places.filter { $0 < left.count }.map { left[$0] },
        places.filter { $0 >= left.count }.map { right[$0 - left.count] }
      )
      return codes.0.isEmpty || codes.1.isEmpty ? nil : Tie(releases: releases, codes: codes)
    }
  }

  /// Whether two contours have more in common than a sliver; where GEOS cannot tell, they do.
  private static func overlap(_ left: Shape<Projected>?, _ right: Shape<Projected>?) -> Bool {
    guard let left, let right, left.envelope.intersects(right.envelope) else { return false }
    do throws(Problem) {
      let common = try TopologyContext().intersectionArea(left, right)
      return common > sliver * min(left.area, right.area)
    } catch {
      return true
    }
  }
}

extension PublicFile {
  /// The contours of a map's IRIS, in degrees taken for a plane; none where the file cannot be read so.
  func contours() -> [String: Shape<Projected>] {
    do throws(Problem) {
      let (layer, _) = try Layer.read(geoJSON: path)
      guard let column = layer.fields.firstIndex(of: "code_iris") else { return [:] }
      let pairs = layer.features.compactMap { feature -> (String, Shape<Projected>)? in
        guard case .text(let code) = feature.values[column], let shape = feature.shape else {
          return nil
        }
        return (code, shape.asPlane)
      }
      return Dictionary(pairs) { first, _ in first }
    } catch {
      return [:]
    }
  }
}

extension Shape where F == AsDeclared {
  fileprivate var asPlane: Shape<Projected> {
    let ring = { (ring: Ring<AsDeclared>) in
      Ring(ring.positions.map { Position<Projected>(x: $0.x, y: $0.y) })
    }
    return Shape<Projected>(
      polygons.map { Polygon(exterior: ring($0.exterior), holes: $0.holes.map(ring)) })
  }
}
