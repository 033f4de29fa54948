/// What cells and name together say of a column; where they disagree, the cells are right.
///
/// - Confidential: no; it keeps counts and lines
struct ColumnJudgement {
  let role: ColumnRole
  let isFromCells: Bool
  private let tally: ColumnTally
  private let look: LineLook?

  /// - Parameters:
  ///   - named: what the name alone says
  ///   - look: what the cells look like, where they were looked at as addresses
  init(name: String, named: ColumnRole?, _ tally: ColumnTally, _ look: LineLook? = nil) {
    self.tally = tally
    self.look = look
    let judged = Self.judged(named, name, tally, look)
    let identity = Self.identity(tally, named: judged)
    let told = identity ?? Self.place(tally) ?? Self.birth(tally, named: judged)
    let isOverruled = identity != nil || judged == .period && told == .birthDate
    role = isOverruled ? told ?? .unknown : judged ?? told ?? Self.category(tally)
    let isNear = role == .irisPart || role == .birthYear
    isFromCells = role != named && !isNear && role != .category && role != .unknown
  }

  /// The name's role, corrected by what such a column holds.
  private static func judged(
    _ named: ColumnRole?, _ name: String, _ tally: ColumnTally, _ look: LineLook?
  ) -> ColumnRole? {
    let codes = tally[.code5] + tally[.length4] + tally[.inflated] + tally[.lost]
    switch named {
    case .iris where most(tally[.length4] + tally[.small], tally.filled): return .irisPart
    case .birthDate where most(tally[.year], tally.filled): return .birthYear
    case .city where most(codes, tally.filled): return .commune
    case .commune where most(tally[.text], tally.filled): return .city
    case .personName where most(tally[.whole], tally.filled): return nil
    case .address, .complement, nil:
      let isCivil = 2 * tally[.civility] >= tally.filled && tally.filled > 0
      if isCivil || look?.isPeople ?? false { return .personName }
      return named ?? look.flatMap { Self.unnamed(tally, $0) }
    default: return named
    }
  }

  /// What the cells of a column without a name are, where hardly anything else looks so.
  private static func unnamed(_ tally: ColumnTally, _ look: LineLook) -> ColumnRole? {
    if look.isAddress { return .address }
    let labels = Set((tally.labels ?? []).map { String(decoding: $0, as: UTF8.self).uppercased() })
    let isSex = labels.count == 2 && sexes.contains { labels.isSubset(of: $0) }
    return isSex && tally.filled >= 6 ? .sex : nil
  }

  private static let sexes: [Set<String>] = [["F", "M"], ["F", "H"], ["HOMME", "FEMME"]]

  /// Nearly all cells are of a kind.
  static func most(_ count: Int, _ filled: Int) -> Bool { filled > 0 && 10 * count >= 9 * filled }

  /// Half of the cells show somebody's number; or one cell does, where nothing else is expected.
  private static func identity(_ tally: ColumnTally, named: ColumnRole?) -> ColumnRole? {
    let kinds: [(CellKind, ColumnRole)] = [
      (.nir, .nir), (.damagedNIR, .nir), (.mail, .mail), (.bank, .bank), (.phone, .phone),
    ]
    for (kind, role) in kinds where tally.filled > 0 && 2 * tally[kind] >= tally.filled {
      return role
    }
    if named == nil, most(tally[.barePhone], tally.filled), !most(tally[.iris], tally.filled) {
      return .phone
    }
    let isExpected = named.map { $0.isWay || $0 == .key || $0 == .city } ?? false
    return isExpected ? nil : certain(tally).first?.role
  }

  /// What no other text can be: a right key, a remainder of one, an @ before a domain.
  private static func certain(_ tally: ColumnTally) -> [(role: ColumnRole, places: LinePlaces)] {
    [(.nir, .keyedNIR), (.bank, .bank), (.mail, .mail)].compactMap { role, kind in
      tally[kind] > 0 ? (role, tally.places(of: kind)) : nil
    }
  }

  /// IRIS codes; numbers of nine digits that are communes alone could be anything.
  private static func place(_ tally: ColumnTally) -> ColumnRole? {
    let isIris = most(tally[.iris], tally.filled) && 2 * tally[.wholeCommune] < tally[.iris]
    return isIris ? .iris : nil
  }

  /// Dates of more years than anything but births, under a name that says no more than « date ».
  private static func birth(_ tally: ColumnTally, named: ColumnRole?) -> ColumnRole? {
    guard named == nil || named == .period, most(tally[.date], tally.filled) else { return nil }
    let years = tally.lastYear - tally.firstYear
    return tally.filled >= 5 && years >= fewestYears ? .birthDate : nil
  }

  private static let fewestYears = 30

  private static func category(_ tally: ColumnTally) -> ColumnRole {
    guard let labels = tally.labels, tally.filled >= 3 * max(1, labels.count), labels.count >= 2,
      !most(tally[.decimal] + tally[.whole] + tally[.grouped] + tally[.mask], tally.filled),
      !most(tally[.date], tally.filled)
    else { return .unknown }
    return .category
  }
}

extension ColumnJudgement {
  var type: ColumnProfile.CellType {
    let filled = tally.filled - tally[.mask]
    if filled <= 0 { return tally.filled == 0 ? .empty : .text }
    if role.isCode { return .code }
    if Self.most(tally[.whole] + tally[.grouped] + tally[.decimal], filled) {
      if tally[.decimal] == 0 { return .whole }
      return 2 * tally[.comma] > tally[.decimal] ? .decimalComma : .decimalPoint
    }
    return Self.most(tally[.date], filled) ? .date : .text
  }

  var identities: [(role: ColumnRole, places: LinePlaces)] { Self.certain(tally) }

  /// A day's number is told from a postcode only where it stands for the number of a house.
  var dateNumbers: LinePlaces {
    switch role {
    case .number:
      LinePlaces(
        tally[.excelDate] + tally[.serial] + tally[.date],
        tally.lines(of: [.excelDate, .serial, .date]))
    case .address: tally.places(of: .excelDate).adding(look?.dated ?? LinePlaces())
    default: LinePlaces()
    }
  }

  var shortCodes: LinePlaces {
    switch role {
    case .postcode, .commune: tally.places(of: .length4)
    case .iris: tally.places(of: .length8)
    case .irisPart: tally.places(of: .small)
    default: LinePlaces()
    }
  }

  /// What the cells name, the earliest first; empty where one of them names no period.
  var periods: [(period: StatedPeriod, text: String)] {
    let texts = (tally.labels ?? []).map { String(decoding: $0, as: UTF8.self) }
    let found = texts.compactMap { text in StatedPeriod(text).map { (period: $0, text: text) } }
    guard found.count == texts.count else { return [] }
    return found.sorted { ($0.period, $0.text) < ($1.period, $1.text) }
  }
}
