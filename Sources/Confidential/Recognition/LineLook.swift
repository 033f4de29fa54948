internal import Tables

/// What the cells of a column of addresses look like: addresses, or names of people.
///
/// Kept for the columns whose name says « adresse », and for those whose name says nothing at all.
///
/// - Confidential: no; numbers of cells and lines
struct LineLook: Sendable {
  /// Cells looked at that hold something.
  private(set) var looked = 0
  /// Cells that begin with a number and a word, or with the type of a way.
  private(set) var placed = 0
  /// Cells that begin with an article, as hamlets do: « Le Bourg ».
  private(set) var articled = 0
  /// Cells of two to five words without a digit, one of them a usual first name, none a type of way.
  private(set) var named = 0
  /// Addresses whose number a spreadsheet made a day: « 2025-04-02 rue Neuve ».
  private(set) var dated = LinePlaces()
  /// Those of them that two numbers make: the first of a month is 1-4 as well as 4-25.
  private(set) var unclear = LinePlaces()

  mutating func add(_ cell: Field, line: Int) {
    let bytes = cell.trimmed.bytes
    guard let first = bytes.first else { return }
    looked += 1
    if bytes.count > Self.longest { return }
    if first &- 0x30 < 10 {
      addNumbered(cell.trimmed.text, line: line)
      return
    }
    let words = ColumnName.folded(cell.trimmed.text).split(separator: "_").map(String.init)
    if let first = words.first, LineWords.ways.contains(first) {
      placed += 1
    } else if (2...5).contains(words.count), !words.contains(where: Self.hasDigit),
      words.contains(where: LineWords.firstNames.contains)
    {
      named += 1
    } else if let first = words.first, LineWords.articles.contains(first) {
      articled += 1
    }
  }

  mutating func merge(_ later: LineLook) {
    looked += later.looked
    placed += later.placed
    articled += later.articled
    named += later.named
    dated = dated.adding(later.dated)
    unclear = unclear.adding(later.unclear)
  }

  private mutating func addNumbered(_ text: String, line: Int) {
    if let day = LeadingDay(text) {
      dated = dated.adding(LinePlaces(1, [line]))
      if day.isUnclear { unclear = unclear.adding(LinePlaces(1, [line])) }
    }
    if text.contains(where: \.isLetter) { placed += 1 }
  }

  private static let longest = 120

  private static func hasDigit(_ word: String) -> Bool { word.utf8.contains { $0 &- 0x30 < 10 } }
}

extension LineLook {
  /// Nearly nothing looks like an address, and half of the cells like people.
  var isPeople: Bool {
    looked > 0 && 2 * named >= looked && 5 * (placed + articled) < looked
  }

  /// Most cells look like addresses.
  var isAddress: Bool { looked >= 3 && 5 * placed >= 4 * looked }

  /// Nearly nothing looks like an address.
  var isUnlikeAddress: Bool {
    looked >= Self.fewest && 5 * (placed + articled) < looked
  }

  /// Fewer cells prove nothing: hamlets have no number.
  private static let fewest = 5
}
