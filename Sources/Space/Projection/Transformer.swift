internal import CPROJ
public import Diagnostics
public import Geometry
public import Territory

/// Takes positions from one reference system to another, many at a time.
///
/// x is easting or longitude and y northing or latitude on both sides, whatever the register's axis
/// order. One operation serves all positions, so that two areas that share a vertex still share it
/// afterwards, bit for bit. The network is never used; a grid that is not installed is done without,
/// and a passage that PROJ can only guess (unknown datum) is refused.
///
/// Not Sendable: it owns a PROJ context. One per task.
public final class Transformer<From: Frame, To: Frame> {
  /// How far the result may lie from the truth, as the register states it; `nil` when unknown.
  public let accuracyInMetres: Double?
  /// `nil` when the two systems are the same: positions are then left as they are, bit for bit.
  private let operation: ProjObject?
  /// What PROJ's operation comes to, where a closed form was seen to give the same.
  private let shortcut: ConicInverse?

  /// Between two systems, whatever the frames claim: for the constrained initialisers only.
  package convenience init(source: ReferenceSystem, target: ReferenceSystem) throws(Problem) {
    if source == target {
      self.init()
    } else {
      try self.init(source: source, target: target, context: ProjContext())
    }
  }

  /// Between equals: PROJ is not asked.
  private init() {
    operation = nil
    shortcut = nil
    accuracyInMetres = 0
  }

  /// The same in a context that is already open.
  init(
    source: ReferenceSystem, target: ReferenceSystem, context: ProjContext
  ) throws(Problem) {
    let from = try context.system(source)
    let to = try context.system(target)
    if source == target || source.isSame(from, as: target, to) {
      operation = nil
      shortcut = nil
      accuracyInMetres = 0
      return
    }
    let area = AreaOfUse.common(from.areaOfUse, to.areaOfUse)
    guard let found = context.operation(from: from, to: to, over: area) else {
      throw Wording.noOperation(source, target)
    }
    operation = found
    shortcut = source == .epsg(2154) && target == .crs84 ? found.conicInverse : nil
    let accuracy = proj_coordoperation_get_accuracy(context.pointer, found.pointer)
    accuracyInMetres = accuracy < 0 ? nil : accuracy
  }

  /// Whether the two systems are the same, so that nothing is computed.
  public var isIdentity: Bool { operation == nil }

  /// Transforms positions in place.
  ///
  /// - Parameters:
  ///   - xs: eastings in metres or longitudes in degrees
  ///   - ys: as many northings or latitudes
  /// - Returns: nothing; a position that cannot be transformed becomes `.nan` twice
  /// - Complexity: O(n); 3 to 6 million positions per second, several times as many from Lambert-93
  public func transform(
    xs: UnsafeMutableBufferPointer<Double>, ys: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(xs.count == ys.count, "as many y as x")
    guard let x = xs.baseAddress, let y = ys.baseAddress else { return }
    transform(x, y, count: xs.count, stride: 1)
  }

  /// `stride`: from one position to the next, in doubles.
  func transform(
    _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, count: Int, stride: Int
  ) {
    guard let operation, count > 0 else { return }
    guard let shortcut else { return operation.transform(x, y, count: count, stride: stride) }
    for index in 0..<count where !shortcut.transform(&x[index * stride], &y[index * stride]) {
      operation.transform(x + index * stride, y + index * stride, count: 1, stride: stride)
    }
  }
}

extension Transformer where From == AsDeclared, To == Projected {
  /// From the declared system of a file to the projected system of a territory.
  ///
  /// - Throws: `projection.unknown-system`, `projection.no-operation`, `projection.no-database`
  public convenience init(from: ReferenceSystem, to: TerritorySystem) throws(Problem) {
    try self.init(source: from, target: to.referenceSystem)
  }
}

extension Transformer where From == AsDeclared, To == Geographic {
  /// From the declared system of a file to longitude and latitude on WGS 84.
  ///
  /// - Throws: `projection.unknown-system`, `projection.no-operation`, `projection.no-database`
  public convenience init(from: ReferenceSystem) throws(Problem) {
    try self.init(source: from, target: .crs84)
  }
}

extension Transformer where From == Projected, To == Geographic {
  /// From the projected system of a territory to longitude and latitude on WGS 84.
  ///
  /// - Throws: `projection.no-database`
  public convenience init(from: TerritorySystem) throws(Problem) {
    try self.init(source: from.referenceSystem, target: .crs84)
  }
}

extension Transformer where From == Geographic, To == Projected {
  /// From longitude and latitude on WGS 84 to the projected system of a territory.
  ///
  /// - Throws: `projection.no-database`
  public convenience init(to: TerritorySystem) throws(Problem) {
    try self.init(source: .crs84, target: to.referenceSystem)
  }
}

extension TerritorySystem {
  /// The same as files declare it.
  public var referenceSystem: ReferenceSystem { .epsg(epsg) }
}

extension AreaOfUse {
  /// Where both are used; the one that is known, or the second, when they have nothing in common.
  fileprivate static func common(_ first: AreaOfUse?, _ second: AreaOfUse?) -> AreaOfUse? {
    guard let first, let second else { return second ?? first }
    let common = AreaOfUse(
      west: max(first.west, second.west), south: max(first.south, second.south),
      east: min(first.east, second.east), north: min(first.north, second.north))
    return common.west < common.east && common.south < common.north ? common : second
  }
}
