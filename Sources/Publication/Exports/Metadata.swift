internal import Disclosure
internal import Rates
internal import Tables
internal import Territory

/// What a GeoJSON file says of itself in a member that programs read and QGIS does not show.
struct Metadata: Sendable {
  /// What every file says of itself.
  let notice: Notice
  /// Under which number counts are withheld.
  let threshold: StatedThreshold
  /// The columns of each indicator.
  let indicators: [IndicatorColumns]
  /// Whether nobody is withheld too.
  var zerosAreWithheld = false

  /// One JSON object.
  var json: String {
    var members = [
      ("campagne", JSONText.quoted(notice.campaign)), ("geo", JSONText.quoted(notice.edition)),
      ("references", Self.list(notice.attributions.map(JSONText.quoted))),
      ("seuil", String(threshold.usual)), ("indicateurs", Self.list(indicators.map(json))),
    ]
    let links = Set(indicators.flatMap(\.definition.links)).sorted()
    if !links.isEmpty { members.append(("liens", Self.list(links.map(json)))) }
    if zerosAreWithheld { members.append(("zeros", JSONText.quoted("masques"))) }
    if let warning = notice.warning {
      members.insert(("avertissement", JSONText.quoted(warning)), at: 0)
    }
    return Self.object(members)
  }

  private func json(of columns: IndicatorColumns) -> String {
    let definition = columns.definition
    var members = [
      ("id", definition.id), ("colonnes", columns.stem.text), ("titre", definition.title),
      ("unite", Wording.unit(definition.unit)), ("numerateur", definition.source),
      ("mill_num", definition.numeratorVintage),
    ].map { ($0.0, JSONText.quoted($0.1)) }
    members += parts.members(of: definition) + wholes(of: definition)
    if let own = threshold.own[definition.id] { members.append(("seuil", String(own))) }
    if definition.isAmount {
      members.append(("mill_den", JSONText.quoted(definition.denominatorVintage)))
    }
    guard let method = definition.method else { return Self.object(members) }
    members += [
      ("denominateur", JSONText.quoted(definition.denominatorLabel)),
      ("mill_den", JSONText.quoted(definition.denominatorVintage)),
      ("pour", DecimalText.text(definition.per, decimals: 6, trimsZeros: true)),
      ("methode", JSONText.quoted(method.rawValue)),
    ]
    if case .manual(let bounds) = columns.classification {
      let texts = bounds.map { DecimalText.text($0, decimals: 6, trimsZeros: true) }
      members.append(("bornes", Self.list(texts)))
    }
    return Self.object(members)
  }

  /// What sources have in common: the whole, its parts, and whether they make it.
  private func json(of link: SourceLink) -> String {
    Self.object([
      ("tout", JSONText.quoted(link.whole)),
      ("parties", Self.list(link.parts.map(JSONText.quoted))),
      ("complet", link.isComplete ? "true" : "false"),
    ])
  }

  /// Which numbers of an indicator count everybody of their source, where sources are linked.
  private func wholes(of definition: IndicatorDefinition) -> [(String, String)] {
    if definition.links.isEmpty || definition.isAmount { return [] }
    return [
      ("toute_source", definition.countsWholeSource),
      ("toute_source_den", definition.dividesByWholeSource),
    ].filter(\.1).map { ($0.0, "true") }
  }

  private var parts: SourceParts { SourceParts(indicators.map(\.definition)) }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(JSONText.quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func list(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }
}
