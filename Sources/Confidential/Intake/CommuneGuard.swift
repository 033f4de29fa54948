internal import Boundaries
internal import Locating
internal import Recognition
internal import Tables
internal import Territory

/// Which IRIS may own the position of a row, by the commune that the row names.
///
/// A commune is looked up once: files name the same few again and again.
struct CommuneGuard {
  private let territory: IrisTerritory
  private let zeros: LostZeros?
  private var known: [UInt64: Verdict] = [:]
  private var last = (key: UInt64(0), verdict: Verdict())

  /// An answer, and whether the cell held a code that a spreadsheet had damaged.
  struct Verdict {
    var answer = Answer.unnamed
    var isMended = false
  }

  /// What a cell says.
  enum Answer {
    /// No commune.
    case unnamed
    /// A commune outside the territory.
    case elsewhere
    /// A commune of the territory and its IRIS.
    case named(Commune, Candidates)
  }

  /// - Parameters:
  ///   - zeros: which codes have lost one; `nil` to go by their width
  init(_ territory: IrisTerritory, _ zeros: LostZeros? = nil) {
    self.territory = territory
    self.zeros = zeros
  }

  /// What one cell says.
  mutating func verdict(of field: Field) -> Verdict {
    let cell = field.trimmed
    guard (1...8).contains(cell.bytes.count) else {
      return cell.bytes.count <= Self.longest ? look(up: mended(cell)) : Verdict()
    }
    let key = cell.bytes.reduce(0) { $0 << 8 | UInt64($1) }
    if key == last.key { return last.verdict }
    let verdict = known[key] ?? look(up: mended(cell))
    known[key] = verdict
    last = (key, verdict)
    return verdict
  }

  /// The longest cell that may be a code: `2,12310E+04`.
  private static let longest = 12

  private func mended(_ cell: Field) -> MendedCode { MendedCode(cell, width: 5, zeros: zeros) }

  private func look(up code: MendedCode) -> Verdict {
    guard let commune = Commune(code.text) else { return Verdict() }
    guard let ordinals = territory.ordinals(of: commune) else {
      return Verdict(answer: .elsewhere, isMended: code.isMended)
    }
    return Verdict(answer: .named(commune, Candidates(ordinals)), isMended: code.isMended)
  }
}
