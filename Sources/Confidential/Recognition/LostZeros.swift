public import Diagnostics
public import Geocoding
public import Tables

/// Which of the codes of a column that are a digit short have lost a zero in front, and which have not.
///
/// Official lists decide, a code at a time. `check` and `run` both ask here, so that what is said is what
/// is done.
///
/// - Confidential: yes, keeps the short codes; says numbers of cells and lines
public struct LostZeros: Sendable {
  /// What the column's codes are.
  public enum Kind: Sendable, Hashable {
    case postcode
    /// INSEE code of a commune.
    case commune
    /// IRIS code of nine characters, told by its commune.
    case iris

    var width: Int { self == .iris ? 9 : 5 }
    var listed: OfficialCodes.Kind { self == .postcode ? .postcode : .commune }
  }

  /// Codes that exist once their zero is back.
  public let restored: LinePlaces
  /// Codes to which a zero in front and one behind both give a code, the second in a département
  /// that the column names more often: `2100` among codes of Dijon.
  public let ambiguous: LinePlaces
  /// Codes that are none, with the zero or without.
  public let unknown: LinePlaces
  private let restorable: Set<String>
  private let refused: Set<String>

  /// Walks through one column.
  ///
  /// - Returns: `nil` when the lists hold no code of this kind
  /// - Throws: `files.…`, `tables.…`
  /// - Complexity: O(bytes of the file)
  public init?(
    in column: Int, of table: DelimitedFile, as kind: Kind, by codes: OfficialCodes
  ) throws(Problem) {
    guard codes.canTell(kind.listed) else { return nil }
    var whole = ShortCodes(kind)
    let blocks = try table.mapBlocks(reading: [column]) { block in
      var part = ShortCodes(kind)
      for row in 0..<block.rowCount {
        part.add(block.field(row, 0).trimmed, line: block.line(of: row))
      }
      return part
    }
    for part in blocks.results { whole.merge(part) }
    var found: [ShortCodes.Verdict: LinePlaces] = [:]
    var restorable: Set<String> = []
    var refused: Set<String> = []
    for (head, places) in whole.places.sorted(by: { $0.key < $1.key }) {
      let verdict = whole.verdict(on: head, by: codes)
      found[verdict] = (found[verdict] ?? LinePlaces()).adding(places)
      if verdict == .restored { restorable.insert(head) } else { refused.insert(head) }
    }
    restored = found[.restored] ?? LinePlaces()
    ambiguous = found[.ambiguous] ?? LinePlaces()
    unknown = found[.unknown] ?? LinePlaces()
    self.restorable = restorable
    self.refused = refused
  }

  /// Whether no code of the column is short.
  public var isTrivial: Bool { restored.count + ambiguous.count + unknown.count == 0 }

  /// Whether a code of five characters is one that a zero would have to make, wrongly.
  func refuses(_ code: String) -> Bool {
    code.first == "0" && refused.contains(String(code.dropFirst()))
  }

  /// Whether a zero belongs before these digits.
  func restores(_ digits: String) -> Bool { restorable.contains(String(digits.prefix(4))) }
}

/// The codes of a column that are a digit short, and how often its whole ones name each département.
private struct ShortCodes: Sendable {
  enum Verdict: Hashable {
    case restored, ambiguous, unknown
  }

  /// By the first four digits.
  private(set) var places: [String: LinePlaces] = [:]
  private var departments: [String: Int] = [:]
  private let kind: LostZeros.Kind

  init(_ kind: LostZeros.Kind) { self.kind = kind }

  mutating func add(_ cell: Field, line: Int) {
    if cell.bytes.isEmpty || cell.bytes.count > Self.longest { return }
    let text = cell.text
    guard let digits = text.utf8.count == kind.width ? text : MendedCode.digits(of: text) else {
      return
    }
    if digits.utf8.count == kind.width {
      departments[String(digits.prefix(2)), default: 0] += 1
    } else if digits.utf8.count == kind.width - 1 {
      let head = String(digits.prefix(4))
      places[head] = (places[head] ?? LinePlaces()).adding(LinePlaces(1, [line]))
    }
  }

  /// `2,12310101E+08`, and room for a few zeros.
  private static let longest = 20

  mutating func merge(_ later: ShortCodes) {
    places.merge(later.places) { $0.adding($1) }
    departments.merge(later.departments, uniquingKeysWith: +)
  }

  func verdict(on head: String, by codes: OfficialCodes) -> Verdict {
    guard codes.knows("0" + head, as: kind.listed) else { return .unknown }
    guard kind == .postcode || kind == .commune, codes.knows(head + "0", as: kind.listed) else {
      return .restored
    }
    let behind = departments[String(head.prefix(2)), default: 0]
    let inFront = places.reduce(departments["0" + head.prefix(1), default: 0]) { sum, short in
      short.key.first == head.first ? sum + short.value.count : sum
    }
    return behind > inFront ? .ambiguous : .restored
  }
}

extension LostZeros {
  /// Everything that there is to say of them.
  public func findings(about name: String, at column: Int, in table: DelimitedFile) -> [Problem] {
    Wording.lostZeros(self, of: name, at: column, in: table)
  }

  /// The codes that are left as they stand: all that is to be said where each row that is put right
  /// is said by itself.
  public func doubts(about name: String, at column: Int, in table: DelimitedFile) -> [Problem] {
    findings(about: name, at: column, in: table).filter { $0.code != "recognition.lost-zero" }
  }
}
