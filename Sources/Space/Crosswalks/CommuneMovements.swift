public import Diagnostics
internal import Tables
public import Territory

/// What communes became: mergers, splits and changes of code, as INSEE dates them.
///
/// - Source: INSEE, Code officiel géographique, `v_mvtcommune_AAAA.csv`
public struct CommuneMovements: Sendable {
  /// One line of the file between two communes of full right.
  struct Move: Sendable, Hashable {
    /// `2019-01-01`.
    let date: String
    let old: Commune
    let new: Commune
  }

  /// By date, then codes.
  private let moves: [Move]

  init(_ moves: [Move]) {
    self.moves = Set(moves).sorted { ($0.date, $0.old, $0.new) < ($1.date, $1.old, $1.new) }
  }

  /// Reads the file as INSEE publishes it; delegated and associated communes are not looked at.
  ///
  /// - Throws: what `DelimitedFile` throws, `crosswalks.no-movement-column`
  public static func read(_ path: String) throws(Problem) -> (CommuneMovements, ProblemLog) {
    let file = try DelimitedFile(path)
    let names = file.columns.map { $0.uppercased() }
    let wanted = ["DATE_EFF", "TYPECOM_AV", "COM_AV", "TYPECOM_AP", "COM_AP"]
    let columns = wanted.compactMap { names.firstIndex(of: $0) }
    guard columns.count == wanted.count else {
      throw Wording.noMovementColumn(path, wanted.filter { !names.contains($0) })
    }
    let (blocks, problems) = try file.mapBlocks(reading: columns) { block in
      (0..<block.rowCount).compactMap { row in
        Self.move(columns.indices.map { block.field(row, $0).trimmed.text })
      }
    }
    return (CommuneMovements(blocks.flatMap(\.self)), file.problems.followed(by: problems))
  }

  private static func move(_ cells: [String]) -> Move? {
    guard cells[1] == "COM", cells[3] == "COM", let old = Commune(cells[2]),
      let new = Commune(cells[4])
    else { return nil }
    return Move(date: cells[0], old: old, new: new)
  }

  /// The communes that a commune became between the years of two editions; itself when nothing moved.
  ///
  /// Editions describe the geography of 1 January of their year; without a year, nothing bounds the
  /// dates on that side.
  func successors(of commune: Commune, from old: Edition, to new: Edition) -> Set<Commune> {
    let after = old.year.map { "\($0)-01-01" } ?? ""
    let until = new.year.map { "\($0)-01-01" } ?? "9999"
    let dated = moves.filter { $0.date > after && $0.date <= until }
    var current: Set<Commune> = [commune]
    var rest = dated[...]
    while let date = rest.first?.date {
      let same = rest.prefix { $0.date == date }
      current = Self.moved(current, by: same)
      rest = rest.dropFirst(same.count)
    }
    return current
  }

  /// The communes that became one of these, and these themselves.
  public func predecessors(
    of communes: Set<Commune>, from old: Edition, to new: Edition
  ) -> Set<Commune> {
    let candidates = Set(moves.map(\.old)).union(communes)
    return candidates.filter {
      !communes.isDisjoint(with: successors(of: $0, from: old, to: new))
    }.union(communes)
  }

  private static func moved(_ communes: Set<Commune>, by moves: ArraySlice<Move>) -> Set<Commune> {
    communes.reduce(into: []) { result, commune in
      let targets = moves.filter { $0.old == commune }.map(\.new)
      result.formUnion(targets.isEmpty ? [commune] : targets)
    }
  }
}
