internal import Diagnostics
internal import Geocoding
internal import Tables

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
  /// Whether the name says something near, to be confirmed: a civility for a sex.
  public let isDoubtful: Bool
  /// Cells looked at that hold something.
  public let filled: Int
  /// Cells looked at that are blank.
  public let blank: Int
  /// Texts that stand for a value, with how often each was met.
  public let masks: [(text: String, count: Int)]
  /// Cells with yet other such texts.
  public let otherMasks: Int
  /// Codes one digit too short.
  public let shortCodes: LinePlaces
  /// What official lists say of these; `nil` where there is no list, and the width alone tells.
  public private(set) var lostZeros: LostZeros?
  /// Codes that became decimal numbers or powers of ten, all their digits written.
  public let inflatedCodes: LinePlaces
  /// Codes that became powers of ten without their last digits.
  public let lostCodes: LinePlaces
  /// Numbers of streets that became dates.
  public let dateNumbers: LinePlaces
  /// Those of them that two pairs of numbers make: 1-4 and 4-25 are both the first of April.
  public let unclearNumbers: LinePlaces
  /// Whether it is called an address and hardly a cell has a number or the type of a way.
  public let isUnlikeAddress: Bool
  /// In a column of counts, cells that are neither a whole number nor a known mask.
  public let odd: LinePlaces
  /// In a column of counts, numbers below zero.
  public let negative: LinePlaces
  /// Identities in some cells of a column that is for something else.
  public let identities: [(role: ColumnRole, places: LinePlaces)]
  /// How many distinct values; `nil` beyond forty.
  public let distinct: Int?
  /// What a column of periods names, each with the text that does; empty for other columns.
  public let periods: [(period: StatedPeriod, text: String)]
  /// Whether, if it is a count, it counts everybody and not a part of them.
  public let isWhole: Bool

  init(
    name: String, label: String, index: Int, named: ColumnRole?, _ tally: ColumnTally,
    _ look: LineLook?
  ) {
    self.name = name
    self.index = index
    let judgement = ColumnJudgement(name: name, named: named, tally, look)
    let role = judgement.role
    self.role = role
    isFromCells = judgement.isFromCells
    isDoubtful = role == .sex && ["CIVILITE", "CIV"].contains(ColumnName.folded(name))
    type = judgement.type
    filled = tally.filled
    blank = tally.blank
    masks = tally.masks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      ($0.key, $0.value)
    }
    otherMasks = tally.otherMasks
    shortCodes = judgement.shortCodes
    inflatedCodes = role.isCode ? tally.places(of: .inflated) : LinePlaces()
    lostCodes = role.isCode ? tally.places(of: .lost) : LinePlaces()
    dateNumbers = judgement.dateNumbers
    unclearNumbers = role == .address ? look?.unclear ?? LinePlaces() : LinePlaces()
    isUnlikeAddress = role == .address && look?.isUnlikeAddress ?? false
    odd = tally.odd
    negative = tally.places(of: .negative)
    identities = role.isForbidden && !judgement.isFromCells ? [] : judgement.identities
    distinct = tally.labels?.count
    periods = role == .period ? judgement.periods : []
    isWhole =
      QuantityName(ColumnName.folded(name)).isWhole
      || QuantityName(ColumnName.folded(label)).isWhole
  }

  /// The name as it can be said: a column may have none.
  public var saidName: String { name.isEmpty ? "colonne \(index + 1), sans nom" : name }

  /// Whether a program gave the name and not a person: it tells nothing.
  public var hasMadeUpName: Bool { HeaderNames.isMadeUp(name) }

  /// Whether its cells can be added as counts: nearly all are whole numbers or masks.
  public var canCount: Bool { filled > 0 && 10 * odd.count <= filled }

  /// The same; a name that other columns have too says nothing of cells that are no numbers.
  func believing(name isRepeated: Bool) -> ColumnProfile {
    guard isRepeated, role == .count, !canCount else { return self }
    var copy = self
    copy.role = .unknown
    return copy
  }

  /// The same, its short codes looked up in official lists.
  ///
  /// - Throws: `files.…`, `tables.…`
  func looked(
    upIn codes: OfficialCodes, of table: DelimitedFile
  ) throws(Problem) -> ColumnProfile {
    guard let kind = codeKind else { return self }
    var copy = self
    copy.lostZeros = try LostZeros(in: index, of: table, as: kind, by: codes)
    return copy
  }

  /// What its codes are, where zeros may be put back before them.
  private var codeKind: LostZeros.Kind? {
    switch role {
    case .postcode: .postcode
    case .commune: .commune
    case .iris: .iris
    default: nil
    }
  }

  /// The same, a column of whole numbers that vary taken for counts: only where rows are IRIS.
  func countingIfNumeric() -> ColumnProfile {
    let varies = distinct.map { $0 > 6 || 2 * $0 > filled } ?? true
    guard role == .unknown, type == .whole, varies, !NoteCounts.isNote(name) else { return self }
    var copy = self
    copy.role = .count
    return copy
  }

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
}
