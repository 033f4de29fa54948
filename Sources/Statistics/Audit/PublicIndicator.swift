/// What a release says that one of its indicators is.
package struct PublicIndicator: Sendable, Hashable {
  /// Its identifier, the same from release to release.
  package let id: String
  /// What its columns begin with.
  let stem: String
  /// Source of its units; its own identifier where the release does not say.
  var source: String
  /// Reference date of its units.
  package var vintage = ""
  /// Factor of its rate.
  package var per = 100.0
  /// Whether it is a share, never above its denominator.
  package var isShare = false
  /// Which disjoint parts of the source it counts; empty where the release does not say.
  var parts: [String] = []
  /// Source and parts of its denominator, when that is a partner's.
  var baseSource: String?
  var baseParts: [String] = []
  package var baseVintage = ""
  /// Whether everybody of its source is counted, and of its denominator's.
  var countsWhole = false
  var dividesByWhole = false
  /// Under which number its counts are withheld, where it has one of its own.
  var threshold: Int?
  /// Whether it adds euros rather than counts persons.
  var isAmount = false
  /// Bounds of its classes that were decided beforehand, and stated: they come from no value.
  var statedBounds: [Double] = []
  /// The earlier date of its evolution column.
  var evolvesFrom: String?

  /// An indicator of which only the columns are known.
  init(stem: String, vintage: String) {
    id = stem
    self.stem = stem
    self.vintage = vintage
    source = stem
  }

  /// An indicator as the member `metadata` of a GeoJSON describes it.
  init?(_ node: JSONNode) {
    guard let id = node["id"]?.string, let stem = node["colonnes"]?.string else { return nil }
    self.id = id
    self.stem = stem
    source = node["numerateur"]?.string ?? id
    vintage = node["mill_num"]?.string ?? ""
    per = node["pour"]?.string.flatMap(Double.init) ?? 100
    isShare = node["methode"]?.string == "wilson"
    parts = node["parties"]?.elements.compactMap(\.string) ?? []
    baseSource = node["source_den"]?.string
    baseParts = node["parties_den"]?.elements.compactMap(\.string) ?? []
    baseVintage = node["mill_den"]?.string ?? ""
    evolvesFrom = node["evolution_depuis"]?.string
    threshold = node["seuil"]?.string.flatMap { Int($0) }
    statedBounds = node["bornes"]?.elements.compactMap { $0.string.flatMap(Double.init) } ?? []
    countsWhole = node["toute_source"]?.truth ?? false
    dividesByWhole = node["toute_source_den"]?.truth ?? false
    isAmount = node["unite"]?.string == "euro"
    if isAmount {
      source = Self.amountsOf + source
      parts = parts.map { Self.amountsOf + $0 }
    }
  }

  private static let amountsOf = "montant/"

  /// The partner's source, of amounts as of persons.
  var deliveredBy: String {
    isAmount ? String(source.dropFirst(Self.amountsOf.count)) : source
  }

  /// The sources that its numbers are of.
  var origins: Set<String> { Set([source] + [baseSource].compactMap(\.self)) }

  /// The name of one of its columns.
  func column(_ ending: String) -> String { "\(stem)_\(ending)" }

  /// The same number in every release.
  var series: String { "\(id)@\(vintage)" }

  /// Its denominator as a series, when a partner's source serves as one.
  var baseSeries: String? {
    baseSource.map { "\($0)[\(baseParts.joined(separator: ","))]@\(baseVintage)" }
  }

  /// The disjoint parts of its source that it counts, each as a series: the same in every release.
  var partSeries: [String] { parts.map { Self.part($0, vintage) } }

  /// The same of its denominator.
  var basePartSeries: [String] { baseParts.map { Self.part($0, baseVintage) } }

  /// What a part of a source is called as a series.
  static func part(_ name: String, _ vintage: String) -> String { "partie/\(name)@\(vintage)" }
}
