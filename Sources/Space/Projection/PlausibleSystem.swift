internal import Diagnostics
public import Geometry

/// A system in which misplaced positions would fall where they are expected.
public struct PlausibleSystem: Sendable, Hashable {
  /// The system that would fit.
  public let system: ReferenceSystem
  /// Whether it fits only once x and y are exchanged.
  public let isSwapped: Bool
  /// Which part of the finite positions it brings inside: above one half, at most 1.
  public let share: Double

  /// For people: « Lambert-93 (EPSG:2154) », « WGS 84, latitude puis longitude ».
  public var label: String {
    guard isSwapped else { return system.label }
    if system.epsgCode == 4326 { return "WGS 84, latitude puis longitude" }
    return system.label + ", x et y échangés"
  }
}

/// Says which system positions are probably in, when the declared one puts them elsewhere.
public enum PlausibleSystems {
  /// Systems met in French files, the commonest first.
  static let known: [ReferenceSystem] =
    [.epsg(2154), .crs84, .epsg(27572)] + (3942...3950).map { .epsg($0) }
    + [3857, 5490, 2972, 2975, 4471, 4467, 32630, 32631, 32632, 27561, 27562, 27563, 27564].map {
      .epsg($0)
    }

  /// How many positions are looked at.
  static let sampleSize = 1_000

  /// The systems that bring most positions inside an area.
  ///
  /// It decides nothing: the caller tells the user, who declares the system.
  ///
  /// - Parameters:
  ///   - xs: first numbers of the positions, in any unit; those not finite are left aside
  ///   - ys: as many second numbers
  ///   - inside: where they should be, WGS 84, longitude then latitude
  /// - Returns: by share, highest first, then the commonest first; not exchanged before exchanged;
  ///   empty when no system brings more than half inside
  /// - Exactness: evenly spaced sample of at most 1,000 positions
  /// - Confidential: no; the answer names systems only
  public static func candidates(
    forXs xs: some Collection<Double>, ys: some Collection<Double>,
    inside: Envelope<Geographic>
  ) -> [PlausibleSystem] {
    precondition(xs.count == ys.count, "as many y as x")
    let sample = Self.sample(
      zip(xs, ys).lazy.filter { $0.isFinite && $1.isFinite }.map { ($0, $1) })
    guard !sample.isEmpty else { return [] }
    let fits =
      (try? ProjContext()).map { self.fits(for: sample, inside: inside, context: $0) } ?? []
    return fits.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }.map(\.element)
  }

  /// As they are before exchanged, each in the order of `known`.
  private static func fits(
    for sample: [(Double, Double)], inside: Envelope<Geographic>, context: ProjContext
  ) -> [PlausibleSystem] {
    let judges = known.compactMap { Judge($0, inside: inside, context: context) }
    return [false, true].flatMap { isSwapped in
      judges.compactMap { judge in
        let count = sample.count { judge.accepts($0, isSwapped: isSwapped) }
        guard 2 * count > sample.count else { return nil }
        let share = Double(count) / Double(sample.count)
        return PlausibleSystem(system: judge.system, isSwapped: isSwapped, share: share)
      }
    }
  }

  private static func sample(_ all: some Sequence<(Double, Double)>) -> [(Double, Double)] {
    let all = Array(all)
    let step = max(1, (all.count + sampleSize - 1) / sampleSize)
    return stride(from: 0, to: all.count, by: step).map { all[$0] }
  }
}

/// One system put to the test.
private struct Judge {
  let system: ReferenceSystem
  let transformer: Transformer<AsDeclared, Geographic>
  let area: AreaOfUse?
  let inside: Envelope<Geographic>

  /// `nil` when the system is unknown or not used anywhere inside.
  init?(_ system: ReferenceSystem, inside: Envelope<Geographic>, context: ProjContext) {
    let area = (try? context.system(system))?.areaOfUse
    guard area?.envelope.intersects(inside) != false,
      let transformer = try? Transformer<AsDeclared, Geographic>(
        source: system, target: .crs84, context: context)
    else { return nil }
    self.system = system
    self.transformer = transformer
    self.area = area
    self.inside = inside
  }

  func accepts(_ pair: (Double, Double), isSwapped: Bool) -> Bool {
    let (x, y) = isSwapped ? (pair.1, pair.0) : pair
    let place = transformer.transformed(Position<AsDeclared>(x: x, y: y))
    return inside.contains(place) && area?.contains(place) != false
  }
}
