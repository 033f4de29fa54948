internal import Diagnostics
internal import Geometry
internal import Layers
internal import Projection
internal import Territory
internal import Topology

/// One reading of a file of contours: from a layer as declared to checked areas in metres.
struct ContourReading {
  private var layer: Layer
  private let place: Place
  private var problems: ProblemLog

  /// A feature whose code could be read.
  private struct Candidate {
    let iris: Iris
    let place: Place
    let feature: Int
  }

  init(_ file: String, layer name: String?) throws(Problem) {
    (layer, problems) = try ContourFile.layer(file, named: name)
    place = Place(file: file, part: layer.name)
    try problems.check()
  }

  mutating func contours(
    of edition: Edition, communes: Set<Commune>?, declaredSystem: ReferenceSystem?
  ) throws(Problem) -> (Contours, ProblemLog) {
    guard let columns = ContourColumns(of: layer) else {
      throw Wording.noCodeColumn(place, layer.fields)
    }
    if columns.isByValues, let code = columns.code {
      problems.record(Wording.codeByValues(place, layer.fields[code]))
    }
    let all = candidates(columns)
    let target = try territory(of: all, communes)
    let kept = all.filter {
      communes?.contains($0.iris.commune) ?? (TerritorySystem.of($0.iris.commune) == target)
    }
    let system = try system(declared: declaredSystem, target: target, kept: kept)
    var areas = try areas(kept, columns, from: system, to: target)
    let isEven = try check(
      &areas, others: all, communes: communes, from: system, to: target)
    guard !areas.isEmpty else { throw Wording.empty(place) }
    let contours = Contours(
      edition: edition, system: target, areas: areas.map(\.area),
      unevenness: isEven
        ? 0 : try TopologyContext().unevenness(of: areas.map(\.area.shape)))
    return (contours, problems)
  }

  // MARK: Codes

  private mutating func candidates(_ columns: ContourColumns) -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(layer.features.count)
    for (index, feature) in layer.features.enumerated() {
      var here = place
      here.feature = feature.ordinal
      guard let reading = columns.reading(of: feature) else {
        problems.record(Wording.badCode(here))
        continue
      }
      here.code = reading.iris.code
      if reading.isPadded { problems.record(Wording.paddedCode(here)) }
      if let column = columns.commune, let commune = CodeReading.commune(feature.values[column]),
        commune != reading.iris.commune
      {
        problems.record(Wording.communeDiffers(here, commune))
      }
      candidates.append(Candidate(iris: reading.iris, place: here, feature: index))
    }
    return candidates
  }

  // MARK: Systems

  /// The projected system of the communes wanted; without a wish, the one of most areas.
  private func territory(
    of candidates: [Candidate], _ communes: Set<Commune>?
  ) throws(Problem) -> TerritorySystem {
    var counts: [TerritorySystem: Int] = [:]
    let wanted = communes.map(Array.init) ?? candidates.map(\.iris.commune)
    for commune in wanted {
      if let system = TerritorySystem.of(commune) { counts[system, default: 0] += 1 }
    }
    if communes != nil && counts.count > 1 {
      throw Wording.severalTerritories(place, counts.keys.sorted { $0.epsg < $1.epsg })
    }
    let most = counts.max { ($0.value, $1.key.epsg) < ($1.value, $0.key.epsg) }
    guard let most else { throw Wording.empty(place) }
    return most.key
  }

  /// The system of the file, once the contours are seen to lie in the territory by it; the declared
  /// one where only that puts them there.
  private mutating func system(
    declared: ReferenceSystem?, target: TerritorySystem, kept: [Candidate]
  ) throws(Problem) -> ReferenceSystem {
    let centred = kept.compactMap { candidate in
      layer.features[candidate.feature].shape?.envelope.centre.map { (candidate, $0) }
    }
    guard var system = layer.system ?? declared else {
      throw Wording.noSystem(place, fitting: Self.fitting(centred, target))
    }
    var outside = try Self.outside(centred, of: target, in: system)
    let isForeign = { (outside: [Candidate]) in 2 * outside.count > centred.count }
    if let declared, !system.isSame(as: declared) {
      let others = try Self.outside(centred, of: target, in: declared)
      let isReplaced = isForeign(outside) && !isForeign(others)
      problems.record(
        isReplaced
          ? Wording.systemReplaced(place, own: system) : Wording.systemIgnored(place, own: system))
      if isReplaced { (system, outside) = (declared, others) }
    }
    if isForeign(outside) {
      throw Wording.outsideSystem(
        place, declared: system, fitting: Self.fitting(centred, target))
    }
    for candidate in outside { problems.record(Wording.outsideArea(candidate.place)) }
    return system
  }

  private typealias Centred = (candidate: Candidate, centre: Position<AsDeclared>)

  /// Systems that would put the contours in the territory.
  private static func fitting(
    _ centred: [Centred], _ target: TerritorySystem
  ) -> [PlausibleSystem] {
    guard let area = target.referenceSystem.areaOfUse?.envelope else { return [] }
    return PlausibleSystems.candidates(
      forXs: centred.map(\.centre.x), ys: centred.map(\.centre.y), inside: area)
  }

  /// The contours that a system puts outside the territory.
  private static func outside(
    _ centred: [Centred], of target: TerritorySystem, in system: ReferenceSystem
  ) throws(Problem) -> [Candidate] {
    guard let area = target.referenceSystem.areaOfUse?.envelope else { return [] }
    let transformer = try Transformer<AsDeclared, Geographic>(from: system)
    return centred.filter { !area.contains(transformer.transformed($0.centre)) }.map(\.candidate)
  }

  // MARK: Areas

  private mutating func areas(
    _ candidates: [Candidate], _ columns: ContourColumns, from system: ReferenceSystem,
    to target: TerritorySystem
  ) throws(Problem) -> [PlacedArea] {
    let transformer = try Transformer<AsDeclared, Projected>(from: system, to: target)
    var areas: [PlacedArea] = []
    areas.reserveCapacity(candidates.count)
    for candidate in candidates {
      guard let declared = layer.features[candidate.feature].shape else {
        problems.record(Wording.noShape(candidate.place))
        continue
      }
      layer.features[candidate.feature].shape = nil
      let shape = transformer.transformed(declared)
      guard shape.isFinite else {
        problems.record(Wording.untransformed(candidate.place))
        continue
      }
      areas.append(
        PlacedArea(area: area(candidate, columns, shape.oriented()), place: candidate.place))
    }
    return try merged(areas.sorted { $0.area.iris < $1.area.iris })
  }

  private mutating func area(
    _ candidate: Candidate, _ columns: ContourColumns, _ shape: Shape<Projected>
  ) -> IrisArea {
    let values = layer.features[candidate.feature].values
    func text(_ column: Int?) -> String {
      guard let column, case .text(let text) = values[column] else { return "" }
      return text
    }
    let written = columns.type.flatMap { IrisType(written: values[$0]) }
    if written == nil && !candidate.iris.isWholeCommune {
      problems.record(Wording.unknownType(candidate.place))
    }
    return IrisArea(
      iris: candidate.iris, name: text(columns.name), communeName: text(columns.communeName),
      type: written ?? (candidate.iris.isWholeCommune ? .commune : .habitat), shape: shape)
  }

  /// Objects of one code become one area, unless they go by different names.
  private mutating func merged(_ areas: [PlacedArea]) throws(Problem) -> [PlacedArea] {
    var merged: [PlacedArea] = []
    merged.reserveCapacity(areas.count)
    for area in areas {
      guard let last = merged.last, last.area.iris == area.area.iris else {
        merged.append(area)
        continue
      }
      guard last.area.name == area.area.name else { throw Wording.contradictoryCode(area.place) }
      problems.record(Wording.repeatedCode(area.place))
      let polygons = last.area.shape.polygons + area.area.shape.polygons
      merged[merged.count - 1].area = last.area.covering(Shape(polygons))
    }
    return merged
  }

  // MARK: Checks

  /// - Returns: whether all neighbours join
  private mutating func check(
    _ areas: inout [PlacedArea], others: [Candidate], communes: Set<Commune>?,
    from system: ReferenceSystem, to target: TerritorySystem
  ) throws(Problem) -> Bool {
    try ShapeCheck().repair(&areas, problems: &problems)
    let borders = BorderCheck(areas.map(\.area), place: place)
    let neighbours =
      communes == nil
      ? [] : try shapes(of: others, around: areas, from: system, to: target)
    let found = try borders.problems(besides: neighbours)
    problems.append(found)
    return found.isEmpty
  }

  /// What the file has around the areas kept: a gap that another commune fills is none.
  private func shapes(
    of candidates: [Candidate], around areas: [PlacedArea], from system: ReferenceSystem,
    to target: TerritorySystem
  ) throws(Problem) -> [Shape<Projected>] {
    var around = Envelope<Projected>.empty
    for area in areas { around.cover(area.area.shape.envelope) }
    let transformer = try Transformer<AsDeclared, Projected>(from: system, to: target)
    return candidates.compactMap { candidate -> Shape<Projected>? in
      guard let shape = layer.features[candidate.feature].shape,
        let centre = shape.envelope.centre, around.contains(transformer.transformed(centre))
      else { return nil }
      return transformer.transformed(shape)
    }
  }
}

/// An area and where it stands in its file.
struct PlacedArea {
  var area: IrisArea
  let place: Place
}
