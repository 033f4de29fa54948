/// What one column is, from its name and its cells.
///
/// - Confidential: no; names, numbers of cells and known masks
public struct ColumnProfile: Sendable {
  /// As the header has it.
  public let name: String
  /// Position in the file, from 0.
  public let index: Int
  /// What it is for.
  public private(set) var role: ColumnRole
  /// What its cells are.
  public let type: CellType
  /// Whether the role was told by the cells and not by the name.
  public let isFromCells: Bool
  /// Cells looked at that hold something.
  public let filled: Int
  /// Cells looked at that are blank.
  public let blank: Int
  /// Texts that stand for a value, with how often each was met.
  public let masks: [(text: String, count: Int)]
  /// Codes one digit too short, and the first lines that have one.
  public let shortCodes: (count: Int, lines: [Int])
  /// Codes that became decimal numbers or powers of ten, and the first lines that have one.
  public let inflatedCodes: (count: Int, lines: [Int])
  /// Numbers of streets that became dates, and the first lines that have one.
  public let dateNumbers: (count: Int, lines: [Int])
  /// How many distinct values; `nil` beyond forty.
  public let distinct: Int?
  /// The years that a column of periods names; `nil` for other columns.
  public let years: ClosedRange<Int>?

  /// What cells hold.
  public enum CellType: String, Sendable, Hashable {
    /// Nothing.
    case empty
    /// Whole numbers.
    case whole
    /// Decimal numbers with a point.
    case decimalPoint
    /// Decimal numbers with a comma.
    case decimalComma
    /// Dates.
    case date
    /// Codes: digits whose zeros count.
    case code
    /// Text.
    case text

    /// In French.
    public var label: String {
      switch self {
      case .empty: "vide"
      case .whole: "nombres entiers"
      case .decimalPoint: "nombres décimaux à point"
      case .decimalComma: "nombres décimaux à virgule"
      case .date: "dates"
      case .code: "codes"
      case .text: "texte"
      }
    }
  }

  init(name: String, label: String, index: Int, _ tally: ColumnTally) {
    self.name = name
    self.index = index
    let cells = Self.role(of: tally)
    var named = HeaderNames.role(of: name, label: label)
    if named == .iris, Self.most(tally[.length4], tally.filled) { named = .irisPart }
    if named == .birthDate, Self.most(tally[.year], tally.filled) { named = .birthYear }
    let isIdentity = cells?.isForbidden ?? false
    role = isIdentity ? cells ?? .unknown : named ?? cells ?? Self.category(tally)
    isFromCells = named != role && cells == role
    type = Self.type(of: tally, role: role)
    filled = tally.filled
    blank = tally.blank
    masks = tally.masks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      ($0.key, $0.value)
    }
    shortCodes = Self.shortCodes(tally, role)
    let isCode = [.postcode, .commune, .iris, .irisPart].contains(role)
    inflatedCodes = isCode ? (tally[.inflated], tally.inflatedLines) : (0, [])
    dateNumbers = Self.dateNumbers(tally, role)
    distinct = tally.labels?.count
    let isYears = role == .period && Self.most(tally[.year], tally.filled)
    years = isYears ? Int(tally.smallest)...Int(tally.greatest) : nil
  }

  /// The same, a column of whole numbers that vary taken for counts: only where rows are IRIS.
  func countingIfNumeric() -> ColumnProfile {
    guard role == .unknown, type == .whole, distinct.map({ $0 > 6 }) ?? true else { return self }
    var copy = self
    copy.role = .count
    return copy
  }

  /// Whether nearly all filled cells are of a kind.
  private static func most(_ count: Int, _ filled: Int) -> Bool {
    filled > 0 && 10 * count >= 9 * filled
  }

  private static func role(of tally: ColumnTally) -> ColumnRole? {
    let identities: [(CellKind, ColumnRole)] = [
      (.nir, .nir), (.mail, .mail), (.bank, .bank), (.phone, .phone),
    ]
    for (kind, role) in identities where tally.filled > 0 && 2 * tally[kind] >= tally.filled {
      return role
    }
    return most(tally[.iris], tally.filled) ? .iris : nil
  }

  private static func category(_ tally: ColumnTally) -> ColumnRole {
    guard let labels = tally.labels, tally.filled >= 3 * max(1, labels.count), labels.count >= 2,
      !most(tally[.decimal] + tally[.whole] + tally[.mask], tally.filled)
    else { return .unknown }
    return .category
  }

  private static func type(of tally: ColumnTally, role: ColumnRole) -> CellType {
    let filled = tally.filled - tally[.mask]
    if filled <= 0 { return tally.filled == 0 ? .empty : .text }
    if [.postcode, .commune, .iris, .irisPart].contains(role) { return .code }
    let numbers = tally[.whole] + tally[.decimal]
    if most(numbers, filled) {
      if tally[.decimal] == 0 { return .whole }
      return 2 * tally[.comma] > tally[.decimal] ? .decimalComma : .decimalPoint
    }
    return most(tally[.date], filled) ? .date : .text
  }

  /// A day's number is told from a postcode only where it stands for the number of a house.
  private static func dateNumbers(
    _ tally: ColumnTally, _ role: ColumnRole
  ) -> (count: Int, lines: [Int]) {
    switch role {
    case .number: (tally[.excelDate] + tally[.serial], tally.dateLines)
    case .address: (tally[.excelDate], tally[.excelDate] > 0 ? tally.dateLines : [])
    default: (0, [])
    }
  }

  private static func shortCodes(
    _ tally: ColumnTally, _ role: ColumnRole
  ) -> (count: Int, lines: [Int]) {
    switch role {
    case .postcode, .commune: (tally[.length4], tally.shortLines)
    case .iris: (tally[.length8], tally.shortLines)
    default: (0, [])
    }
  }
}
