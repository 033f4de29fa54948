internal import Comparisons
internal import Geocoding
internal import Intake
internal import Territory

extension Campaign {
  /// The same campaign with some of its indicators, in a given order, and no demand on its quality: a
  /// state between two years is compared, never published.
  func keeping(_ ids: [String]) -> Campaign {
    var kept = self
    kept.indicators = ids.compactMap { id in indicators.first { $0.id == id } }
    kept.leastPlaced = nil
    return kept
  }

  /// The same campaign with one factor of a later one.
  ///
  /// - Parameters:
  ///   - first: where the way began: its edition is what unnamed codes are of
  func changed(_ factor: Factor, towards last: Campaign, from first: Campaign) -> Campaign {
    var changed = self
    switch factor {
    case .contours: changed.moveContours(to: last, from: first)
    case .geocoding: changed.references.addresses = last.references.addresses
    case .denominator:
      changed.references.population = last.references.population
      changed.references.crosswalks += last.references.crosswalks
      for index in changed.indicators.indices {
        changed.indicators[index].denominator = last.indicators[index].denominator
      }
    case .numerator:
      changed.references.crosswalks += last.references.crosswalks
      changed.sources = last.sources.map { source in
        sources.first { $0.id == source.id }.map(source.counting) ?? source
      }
      for index in changed.indicators.indices {
        changed.indicators[index].numerator = last.indicators[index].numerator
        changed.indicators[index].denominator = last.indicators[index].denominator
      }
    case .scope:
      changed.sources = last.sources
      changed.indicators = last.indicators
    }
    return changed
  }

  /// Codes of the earlier edition, counts and census, are carried to the later contours.
  private mutating func moveContours(to last: Campaign, from first: Campaign) {
    let own = first.references.boundaries
    let target = last.references.boundaries
    let edition =
      own.edition == target.edition ? Edition("\(own.edition.name) (avant)") : own.edition
    let declared = last.references.crosswalks.first { $0.edition == edition }
    let way = CrosswalkReference(
      edition: edition,
      origin: .contours(file: own.file, layer: own.layer, system: own.declaredSystem),
      movements: nil, width: nil)
    references.crosswalks = [declared ?? way] + references.crosswalks
    references.boundaries = target
    communes = last.communes
    if references.population?.edition == nil { references.population?.edition = edition }
    for index in sources.indices where sources[index].hasCodes && sources[index].edition == nil {
      sources[index].edition = edition
    }
    if let addresses = references.addresses {
      references.addresses = AddressesReference(
        files: addresses.files.leading(to: target.file, layer: target.layer),
        edition: addresses.edition)
    }
  }
}

extension Campaign.Source {
  /// Whether its rows are placed by an IRIS code.
  fileprivate var hasCodes: Bool { if case .iris = layout.route { true } else { false } }

  /// This file, with the rows that another layout takes in.
  fileprivate func counting(as earlier: Campaign.Source) -> Campaign.Source {
    let counting = SourceLayout(
      file: layout.file, declaration: layout.declaration, route: layout.route, rule: layout.rule,
      categories: layout.categories, unavailable: earlier.layout.unavailable,
      excluded: earlier.layout.excluded, key: earlier.layout.key, codeLists: layout.codeLists)
    var source = Campaign.Source(
      id: id, referenceDate: referenceDate, layout: counting, totals: totals, edition: edition,
      owner: owner, threshold: threshold)
    source.restIsUnlocated = restIsUnlocated
    (source.sumOf, source.partOf) = (sumOf, partOf)
    return source
  }
}

extension GeocodingReferences {
  /// The same base, brought to other contours.
  fileprivate func leading(to contours: String, layer: String?) -> GeocodingReferences {
    GeocodingReferences(
      addresses: sources.addresses, communes: sources.communes, postcodes: sources.postcodes,
      contours: contours, layer: layer)
  }
}
