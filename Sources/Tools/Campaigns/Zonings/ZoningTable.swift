internal import Boundaries
internal import Diagnostics
internal import Tables
internal import Territory

/// A file that says in which area each IRIS, or each commune, lies.
///
/// - Confidential: no, it is public
struct ZoningTable {
  private let reference: Campaign.ZoningReference
  private let contours: Contours
  private var names: [String: String] = [:]
  private var problems = ProblemLog()

  init(_ reference: Campaign.ZoningReference, _ contours: Contours) {
    self.reference = reference
    self.contours = contours
  }

  /// Areas of whole IRIS of the territory; an area that has others too is left out, and said.
  ///
  /// - Throws: `files.…`, `tables.…`, `campaign.zones-overlap`, `campaign.zoning-empty`
  mutating func irises(
    _ columns: [String], _ declaration: Declaration
  ) throws(Problem) -> (Zoning, ProblemLog) {
    let known = Set(contours.areas.map(\.iris))
    var areas: [Iris: String] = [:]
    var partial: Set<String> = []
    for row in try rows(columns, declaration) {
      guard let iris = Iris(row.member) ?? Iris("0" + row.member) else {
        problems.record(Wording.zoneMember(at: row.place))
        continue
      }
      if !known.contains(iris) { partial.insert(row.code) }
      if let other = areas.updateValue(row.code, forKey: iris), other != row.code {
        throw Wording.zonesOverlap(reference.id, at: row.place)
      }
    }
    let kept = areas.filter { known.contains($0.key) && !partial.contains($0.value) }
    return try zoning(.irises(kept.mapValues { [$0] }), Set(kept.values), partial)
  }

  /// Areas of whole communes of the territory.
  ///
  /// - Throws: as `irises`
  mutating func communes(
    _ column: String, _ declaration: Declaration
  ) throws(Problem) -> (Zoning, ProblemLog) {
    let known = Set(contours.communes)
    var areas: [Commune: String] = [:]
    var partial: Set<String> = []
    for row in try rows([column], declaration) {
      guard let commune = Commune(row.member) ?? Commune("0" + row.member) else {
        problems.record(Wording.zoneMember(at: row.place))
        continue
      }
      if !known.contains(commune) { partial.insert(row.code) }
      if let other = areas.updateValue(row.code, forKey: commune), other != row.code {
        throw Wording.zonesOverlap(reference.id, at: row.place)
      }
    }
    let kept = areas.filter { known.contains($0.key) && !partial.contains($0.value) }
    return try zoning(.communes(kept), Set(kept.values), partial)
  }

  private mutating func zoning(
    _ members: Zoning.Members, _ codes: Set<String>, _ partial: Set<String>
  ) throws(Problem) -> (Zoning, ProblemLog) {
    if codes.isEmpty { throw Wording.zoningEmpty(reference.id, file: reference.file) }
    if !partial.isEmpty {
      problems.record(
        Wording.zonesPartial(reference.id, count: partial.count, file: reference.file))
    }
    let areas = codes.map { Zoning.Area(code: $0, name: names[$0] ?? "") }
    return (
      Zoning(id: reference.id, title: reference.title, areas: areas, members: members), problems
    )
  }

  private struct Row {
    let member: String
    let code: String
    let place: Place
  }

  /// The rows that name an area.
  private mutating func rows(
    _ columns: [String], _ declaration: Declaration
  ) throws(Problem) -> [Row] {
    let table = try DelimitedFile(reference.file, declared: declaration)
    let wanted = columns + [reference.code] + [reference.name].compactMap(\.self)
    var read: [Int] = []
    for column in wanted { read.append(try table.index(of: column)) }
    let width = columns.count
    let file = reference.file
    let blocks = try table.mapBlocks(reading: read, threads: 1) { block throws(Problem) in
      (0..<block.rowCount).map { row in
        let texts = wanted.indices.map { block.field(row, $0).trimmed.text }
        return (texts: texts, place: Place(file: file, line: block.line(of: row)))
      }
    }
    problems.append(blocks.problems)
    return blocks.results.flatMap(\.self).compactMap { row in
      let code = row.texts[width]
      if code.isEmpty { return nil }
      if width + 1 < row.texts.count { names[code] = row.texts[width + 1] }
      return Row(member: row.texts[..<width].joined(), code: code, place: row.place)
    }
  }
}
