internal import Boundaries
internal import Locating
internal import Tables
internal import Territory

/// Which IRIS may own the position of a row, by the commune that the row names.
///
/// A commune is looked up once: files name the same few again and again.
struct CommuneGuard {
  private let territory: IrisTerritory
  private var known: [UInt64: Answer] = [:]
  private var last: (key: UInt64, answer: Answer) = (0, .unnamed)

  /// What a cell says.
  enum Answer {
    /// No commune.
    case unnamed
    /// A commune outside the territory.
    case elsewhere
    /// A commune of the territory and its IRIS.
    case named(Commune, Candidates)
  }

  init(_ territory: IrisTerritory) { self.territory = territory }

  /// The answer of one cell; a leading zero may be missing.
  mutating func answer(of field: Field) -> Answer {
    let bytes = field.trimmed.bytes
    guard bytes.count == 4 || bytes.count == 5 else { return .unnamed }
    let key = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    if key == last.key { return last.answer }
    let answer = known[key] ?? look(up: field.trimmed.text)
    known[key] = answer
    last = (key, answer)
    return answer
  }

  private func look(up code: String) -> Answer {
    guard let commune = Commune(code) ?? Commune("0" + code) else { return .unnamed }
    guard let ordinals = territory.ordinals(of: commune) else { return .elsewhere }
    return .named(commune, Candidates(ordinals))
  }
}
