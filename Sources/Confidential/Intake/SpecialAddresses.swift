internal import Diagnostics
internal import Geocoding
internal import Tables

/// Addresses where people are registered rather than live: a welfare centre, a prison, a home.
///
/// - Source: INPUTS.md §3.1, `adresses_speciales.csv`
struct SpecialAddresses: Sendable {
  /// What becomes of the rows at an address.
  enum Class: String, Sendable, Hashable {
    /// Counted like others.
    case inside = "in"
    /// Counted outside the territory.
    case out
    /// Counted at the commune, not at an IRIS.
    case apart

    init?(written: String) {
      switch written.lowercased() {
      case "in", "dedans": self = .inside
      case "out", "dehors", "hors": self = .out
      case "apart", "a_part", "a part", "à part": self = .apart
      default: return nil
      }
    }
  }

  private let classes: [Int: Class]

  /// None.
  init() { classes = [:] }

  private init(_ classes: [Int: Class]) { self.classes = classes }

  /// The class of an answer's address; `nil` for an ordinary one.
  func kind(of answer: Answer) -> Class? {
    classes.isEmpty ? nil : answer.address.flatMap { classes[$0] }
  }

  /// Finds every address of a list in the base: columns of an address under their usual names, and
  /// `classe`.
  ///
  /// - Throws: `files.…`, `tables.…`, `intake.no-address`
  static func read(
    _ file: String, with geocoder: Geocoder, commune: String?
  ) throws(Problem) -> (SpecialAddresses, ProblemLog) {
    let table = try DelimitedFile(file, declared: Declaration(hasLabelRow: false))
    guard let columns = AddressColumns.recognised(in: table.columns, commune: commune) else {
      throw Wording.noAddress(file: file)
    }
    let reader = try AddressReader(columns, table: table, after: 1)
    let read = [try table.index(of: "classe")] + reader.read
    let blocks = try table.mapBlocks(reading: read, threads: 1) { block in
      find(block, reader, geocoder)
    }
    var problems = table.problems
    problems.append(blocks.problems)
    for block in blocks.results { problems.append(block.problems) }
    let pairs = blocks.results.flatMap(\.pairs)
    return (SpecialAddresses(Dictionary(pairs) { first, _ in first }), problems)
  }

  private static func find(
    _ block: borrowing RowBlock, _ reader: AddressReader, _ geocoder: Geocoder
  ) -> (pairs: [(Int, Class)], problems: ProblemLog) {
    let scratch = Geocoder.Scratch()
    var query = AddressQuery()
    var pairs: [(Int, Class)] = []
    var problems = ProblemLog()
    for row in 0..<block.rowCount {
      let place = block.place(of: row)
      guard let kind = Class(written: block.field(row, 0).trimmed.text) else {
        problems.record(Wording.specialClass(at: place))
        continue
      }
      _ = reader.fill(&query, from: block, row)
      if let address = geocoder.answer(to: query, with: scratch).address {
        pairs.append((address, kind))
      } else {
        problems.record(Wording.specialNotFound(at: place))
      }
    }
    return (pairs, problems)
  }
}
