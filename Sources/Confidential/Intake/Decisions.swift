public import Diagnostics
internal import Geocoding
internal import Tables

/// What the technician decided about streets that were not found, replayed on every later file.
///
/// - Confidential: yes, typed text
public struct Decisions: Sendable {
  static let columns = [
    "voie", "commune", "lignes", "proposition_1", "proposition_2", "proposition_3", "decision",
  ]

  private let streets: [ReviewKey: String]

  /// No decision.
  public init() { streets = [:] }

  /// How many streets were decided.
  public var count: Int { streets.count }

  /// Reads a `revue.csv` whose column `decision` was filled in: 1, 2 or 3 for a proposal, or the
  /// name of the street as the base has it; blank leaves the street unknown.
  ///
  /// - Throws: `files.…`, `tables.…`
  public static func read(_ file: String) throws(Problem) -> (Decisions, ProblemLog) {
    let table = try DelimitedFile(file, declared: Declaration(hasLabelRow: false))
    var read: [Int] = []
    for name in columns { read.append(try table.index(of: name)) }
    let blocks = try table.mapBlocks(reading: read, threads: 1) { block in
      var problems = ProblemLog()
      let pairs = (0..<block.rowCount).compactMap { row in
        Self.decision(row, in: block, file: file, &problems)
      }
      return (pairs: pairs, problems: problems)
    }
    var problems = table.problems
    problems.append(blocks.problems)
    for block in blocks.results { problems.append(block.problems) }
    let pairs = blocks.results.flatMap(\.pairs)
    return (Decisions(Dictionary(pairs) { first, _ in first }), problems)
  }

  private init(_ streets: [ReviewKey: String]) { self.streets = streets }

  /// The street to look for instead; `nil` when nothing was decided.
  func street(for key: ReviewKey) -> String? { streets[key] }

  /// What is found by the street that was decided on for a row whose own was not found.
  ///
  /// - Returns: `nil` when the street was found, or nothing was decided about it
  func answer(
    insteadOf answer: Answer, to row: Int, of block: borrowing RowBlock, _ reader: AddressReader,
    _ geocoder: Geocoder, _ scratch: Geocoder.Scratch
  ) -> Answer? {
    if streets.isEmpty || !answer.isUnresolved { return nil }
    let typed = reader.streetText(of: block, row)
    let key = ReviewKey(typed: typed, commune: answer.commune)
    guard let street = street(for: key) else { return nil }
    let own = reader.numberText(of: block, row)
    let decided = key.query(
      number: own.isEmpty ? ReviewKey.number(of: typed) : own, street: street)
    return geocoder.answer(to: decided, with: scratch)
  }

  private static func decision(
    _ row: Int, in block: borrowing RowBlock, file: String, _ problems: inout ProblemLog
  ) -> (ReviewKey, String)? {
    let written = block.field(row, 6).trimmed.text
    guard !written.isEmpty else { return nil }
    let key = ReviewKey(
      street: block.field(row, 0).trimmed.text, commune: block.field(row, 1).trimmed.text)
    guard let number = Int(written) else { return (key, written) }
    let chosen = (1...3).contains(number) ? block.field(row, 2 + number).trimmed.text : ""
    guard !chosen.isEmpty else {
      problems.record(Wording.badDecision(at: block.place(of: row)))
      return nil
    }
    return (key, chosen)
  }
}
