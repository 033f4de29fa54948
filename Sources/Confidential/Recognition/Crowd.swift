internal import Tables

/// An address, or a position, that many rows share: where people are registered rather than live.
///
/// - Confidential: no; a share and a line
/// - Source: INPUTS.md §3.1, « 1 adresse concentre 9 % des bénéficiaires (à classer) »
public struct Crowd: Sendable, Hashable {
  /// Of the rows that have an address, 0…1.
  public let share: Double
  /// Of the first such row.
  public let firstLine: Int

  /// From how many rows, and from which share of them, one address is worth a look.
  static let fewestRows = 20
  static let smallestShare = 0.01
}

/// A town as rows name it.
///
/// - Confidential: yes, cells; asked of the address base, never shown
public struct Town: Sendable, Hashable {
  /// As written.
  public let postcode: String
  /// As written.
  public let city: String

  init(postcode: String, city: String) {
    self.postcode = postcode
    self.city = city
  }

  /// « 12 rue Neuve 21960 Aubervelle »: the last five digits and what follows.
  ///
  /// - Returns: `nil` for a text without them
  init?(endOf cell: Field) {
    guard cell.bytes.count <= Self.longest else { return nil }
    let words = cell.text.split { $0.isWhitespace || $0 == "," }
    let place = words.lastIndex { word in
      word.utf8.count == 5 && word.utf8.allSatisfy { $0 &- 0x30 < 10 }
    }
    guard let place, place + 1 < words.count else { return nil }
    self.init(
      postcode: String(words[place]), city: words[(place + 1)...].joined(separator: " "))
  }

  private static let longest = 160
}

/// How many rows there are at each spot, told apart by hashes.
struct SpotCounts: Sendable {
  private var spots: [(hash: UInt64, line: Int)] = []
  private var isGivenUp = false

  /// Beyond so many rows, crowds are not looked for.
  private static let most = 8_000_000
  private static let shown = 3

  mutating func add(_ hash: UInt64, line: Int) { spots.append((hash, line)) }

  mutating func merge(_ later: SpotCounts) {
    isGivenUp = isGivenUp || later.isGivenUp || spots.count + later.spots.count > Self.most
    if isGivenUp { spots = [] } else { spots += later.spots }
  }

  /// The greatest first.
  var crowds: [Crowd] {
    var counts: [UInt64: (rows: Int, line: Int)] = [:]
    for spot in spots { counts[spot.hash, default: (0, spot.line)].rows += 1 }
    let all = Double(max(1, spots.count))
    let great = counts.values.filter {
      $0.rows >= Crowd.fewestRows && Double($0.rows) >= Crowd.smallestShare * all
    }
    return great.sorted { ($1.rows, $0.line) < ($0.rows, $1.line) }.prefix(Self.shown)
      .map { Crowd(share: Double($0.rows) / all, firstLine: $0.line) }
  }
}
