internal import Diagnostics
internal import Tables

/// The communes that the sources name: codes, names, mergers, postcodes.
struct CommuneRegister: Sendable {
  struct Name: Sendable, Hashable {
    var commune: UInt64
    var name: String
    /// As `CommuneKeyRecord.kind`.
    var kind: UInt32
    var oldCode: UInt64
  }

  /// Displayed names by code.
  private(set) var names: [UInt64: String] = [:]
  private(set) var otherNames: Set<Name> = []
  private(set) var parents: [UInt64: UInt64] = [:]
  private(set) var postcodes: Set<[UInt64]> = []
  /// What became of a code, and when.
  private var successors: [UInt64: (code: UInt64, date: String)] = [:]

  /// The commune that a code stands for today.
  func current(_ code: UInt64) -> UInt64 {
    var code = code
    for _ in 0..<6 {
      guard names[code] == nil, let next = successors[code] else { return code }
      code = next.code
    }
    return code
  }

  /// Codes of the communes that each one has taken in and that are none any more, and of its
  /// arrondissements.
  var absorbed: [UInt64: [UInt64]] {
    var codes: [UInt64: Set<UInt64>] = [:]
    for other in otherNames where other.oldCode != 0 && names[other.oldCode] == nil {
      codes[current(other.commune), default: []].insert(other.oldCode)
    }
    for (child, parent) in parents { codes[parent, default: []].insert(child) }
    return codes.mapValues { $0.sorted() }
  }

  mutating func add(_ code: UInt64, name: String) {
    if code != 0, names[code] == nil { names[code] = name }
  }

  mutating func add(postcode: UInt32, of code: UInt64) {
    if postcode > 0 { postcodes.insert([UInt64(postcode), code]) }
  }

  mutating func add(oldName: String, oldCode: UInt64, of code: UInt64) {
    if oldName.isEmpty && oldCode == 0 { return }
    otherNames.insert(Name(commune: code, name: oldName, kind: 1, oldCode: oldCode))
  }

  /// Reads `v_commune`, `v_mvtcommune` or hexasmal, whichever the columns say.
  ///
  /// - Returns: `nil` when the file is none of them
  mutating func read(_ path: String) throws(Problem) -> ProblemLog? {
    let table = try DelimitedFile(path)
    guard let layout = CommuneListLayout(table.columns) else { return nil }
    let columns = layout.read
    let (rows, problems) = try table.mapBlocks(reading: columns, threads: 1) { block in
      (0..<block.rowCount).map { row in
        columns.indices.map { block.field(row, $0).trimmed.text }
      }
    }
    for row in rows.joined() { add(row, of: layout.kind) }
    return problems
  }

  private mutating func add(_ row: [String], of kind: CommuneListSurvey.Kind) {
    switch kind {
    case .movements: addMove(row)
    case .communes: addCommune(row)
    case .postcodes: addPostal(row)
    }
  }

  /// What a change of the map made of a commune; of several, the latest.
  ///
  /// - Source: INSEE, v_mvtcommune: MOD 21 gives back a commune that another had taken in, which
  ///   then goes on under its code
  private mutating func addMove(_ row: [String]) {
    guard row[3] == "COM", row[4] == "COM", row[5] != "21", let old = Self.code(row[0]),
      let new = Self.code(row[2])
    else { return }
    if old != new, successors[old].map({ $0.date < row[6] }) ?? true {
      successors[old] = (new, row[6])
    }
    otherNames.insert(Name(commune: new, name: row[1], kind: 1, oldCode: old))
  }

  private mutating func addCommune(_ row: [String]) {
    guard let code = Self.code(row[1]) else { return }
    switch row[0] {
    case "COM": names[code] = row[2]
    case "ARM":
      names[code] = row[2]
      parents[code] = Self.code(row[3])
    case "COMD", "COMA":
      guard let parent = Self.code(row[3]) else { return }
      otherNames.insert(Name(commune: parent, name: row[2], kind: 1, oldCode: code))
      if code != parent { successors[code] = (parent, "") }
    default: break
    }
  }

  private mutating func addPostal(_ row: [String]) {
    guard let code = Self.code(row[0]) else { return }
    if current(code) == code { add(code, name: row[1]) }
    if let postcode = UInt32(row[2]) { add(postcode: postcode, of: code) }
    otherNames.insert(Name(commune: code, name: row[3], kind: 2, oldCode: 0))
    if !row[4].isEmpty {
      otherNames.insert(Name(commune: code, name: row[4], kind: 1, oldCode: 0))
    }
  }

  private static func code(_ text: String) -> UInt64? {
    text.utf8.count == 5 ? Word(text).low : nil
  }
}

/// The name of a commune as it is compared.
struct CommuneName {
  var words: [Word] = []
  /// « LYON 3EME » → 3; 0 for none.
  var district = 0
  var isCedex = false

  private static let dropped: Set<Word> = Set(
    [
      "LE", "LA", "LES", "L", "D", "DE", "DU", "DES", "SUR", "SOUS", "S", "EN", "LEZ", "AUX", "AU",
      "ET", "A",
    ].map { Word($0) })
  private static let ordinals: Set<Word> = Set(
    ["ER", "EME", "IEME", "E", "ERE", "ARRONDISSEMENT", "ARR", "ARRDT", "ARRT"].map { Word($0) })
  private static let cedex: Set<Word> = Set(["CEDEX", "CDX"].map { Word($0) })

  init() {}

  static func isOrdinal(_ word: Word) -> Bool { ordinals.contains(word) }

  static func isCedex(_ word: Word) -> Bool { cedex.contains(word) }

  init(_ text: String) {
    var folded: [UInt8] = []
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { Folding.fold($0, into: &folded) }
    var tokens: [Token] = []
    folded.withUnsafeBufferPointer { Token.cut($0, part: .city, into: &tokens) }
    tokens.withUnsafeBufferPointer { read($0, 0..<tokens.count) }
  }

  mutating func read(_ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>) {
    words.removeAll(keepingCapacity: true)
    (district, isCedex) = (0, false)
    let lexicon = Lexicon.french
    for index in range {
      let token = tokens[index]
      if token.isInParentheses { continue }
      if Self.cedex.contains(token.word) {
        isCedex = true
        break
      }
      if token.number >= 0 {
        if token.number > 0 && token.number <= 20 && !words.isEmpty { district = Int(token.number) }
        continue
      }
      if Self.ordinals.contains(token.word) && district > 0 { continue }
      if Self.dropped.contains(token.word) && !(range.count == 1) { continue }
      let canonical = lexicon.entry(of: token.word).canonical
      words.append(canonical.isEmpty ? token.word : canonical)
    }
  }

  /// The key of all letters, so that joined and split names agree.
  var key: UInt64 {
    var letters = Letters()
    for word in words { letters.add(word) }
    return Mixing.mix(letters.key, 77)
  }
}
