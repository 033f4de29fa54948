internal import Rates
internal import Territory

/// The numbers of one family in one commune: what the suppression works on.
struct Sheet {
  /// IRIS and the unlocated row; the total is apart.
  let zones: [Zone]
  /// The columns of the family, in its order.
  let columns: [Column]

  /// One column of numbers with its total.
  struct Column {
    /// By row; `nil` where the partner masked or did not deliver it.
    let values: [Int?]
    /// `nil` when it is not known exactly.
    let total: Int?
    /// Which rows the partner did not deliver.
    let isMissing: [Bool]
    /// Largest number that the public would think possible; `nil` for none.
    let ceilings: [Int?]
    /// Zeros where nobody lives: everybody expects them.
    let isVoid: [Bool]
    /// Rows whose number an earlier release shows.
    let isPublic: [Bool]
    /// Whether a rate over the census gives away the few who are not counted; last, the total's.
    let isNearlyWhole: [Bool]
    /// By piece of the cut rows; `nil` where it is not known.
    fileprivate(set) var pieces: [Int?] = []
    /// Parts of areas whose number an earlier release shows.
    fileprivate(set) var publicParts: Set<Int> = []
    /// Rows whose number an earlier release kept back.
    fileprivate(set) var wereWithheld: Set<Int> = []
    /// What earlier releases tell of IRIS that were redrawn since.
    fileprivate(set) var grounds: [GroundFigures] = []
    /// Who stands behind amounts; `nil` of counts.
    fileprivate(set) var contributors: Contributors?
    /// Whether the campaign shows none of its rows, only their total.
    fileprivate(set) var isKeptToCommune = false
    /// Whether an earlier release alone has it: what that one shows stays, the rest is never shown.
    fileprivate(set) var isPast = false
  }

  /// How zonings that are published too cut the rows.
  let cutting: ZoneCutting
  /// Rows of each group of another zoning whose total is public.
  let groups: [[Int]]
  /// Inhabitants by row, for the choice of what to withhold; `nil` where none are known.
  let populations: [Double?]

  /// - Parameters:
  ///   - measures: by table of the family, the rows of the commune sorted by zone, total last
  ///   - tables: of the release, for their pieces
  ///   - past: places of tables that only earlier releases have
  ///   - zonings: known to the public otherwise
  ///   - published: those of the release itself
  init(
    _ family: Family, measures: [Int: ArraySlice<IndicatorTable.Measure>], rule: ProtectionRule,
    tables: [IndicatorTable], past: Range<Int>, earlier: EarlierFigures,
    zonings: [PublicKnowledge.Grouping], published: [Zoning]
  ) {
    let definitions = tables.map(\.definition)
    let first = measures[family.tables[0]] ?? []
    let zones = first.dropLast().map(\.zone)
    self.zones = zones
    let cutting = ZoneCutting(zones, by: published)
    self.cutting = cutting
    groups = zonings.flatMap { zoning in
      zoning.groups.sorted { $0.key < $1.key }.map { Self.rows(of: $0.value, among: zones) }
    }.filter { !$0.isEmpty }
    columns = family.columns.map { column in
      let table = column.tables[0]
      let rows = Array(measures[table] ?? [])
      var numbers =
        column.isDenominator
        ? Column(denominators: rows, definitions[table], earlier)
        : Column(rows, definitions[table], rule, earlier)
      let known = column.isDenominator ? tables[table].basePieces : tables[table].pieces
      numbers.pieces = Self.pieces(cutting, known, zones, numbers)
      numbers.grounds =
        column.isDenominator
        ? earlier.baseGrounds(of: definitions[table]) : earlier.grounds(of: definitions[table])
      if column.isAmount { numbers.contributors = Contributors(rows, tables[table].largest) }
      if !column.isDenominator {
        numbers.isKeptToCommune = column.tables.contains {
          rule.keptToCommunes.contains(definitions[$0].id)
        }
        numbers.publicParts = Self.publicParts(
          cutting, numbers, definitions[table], published, earlier)
        numbers.wereWithheld = Set(
          zones.indices.filter { earlier.withheld(definitions[table], in: zones[$0]) })
        if past.contains(table) { numbers = numbers.past(rows, definitions[table], earlier) }
      }
      return numbers
    }
    populations = zones.indices.map { row in
      family.tables.lazy.compactMap { measures[$0]?.dropFirst(row).first?.denominator }.first
    }
  }
}

extension Sheet {
  /// The rows of some IRIS; those of other communes have none.
  static func rows(of irises: Set<Iris>, among zones: [Zone]) -> [Int] {
    zones.indices.filter { row in
      guard case .iris(let iris) = zones[row] else { return false }
      return irises.contains(iris)
    }
  }

  /// Parts that are whole areas, whose number an earlier release shows.
  private static func publicParts(
    _ cutting: ZoneCutting, _ column: Column, _ definition: IndicatorDefinition,
    _ published: [Zoning], _ earlier: EarlierFigures
  ) -> Set<Int> {
    Set(
      cutting.parts.indices.filter { place in
        let part = cutting.parts[place]
        return earlier.show(
          column.number(of: part), of: definition, in: published[part.zoning], area: part.area)
      })
  }

  /// The numbers of the pieces, where those of a row add up to it.
  private static func pieces(
    _ cutting: ZoneCutting, _ counts: [IndicatorTable.Piece: Count]?, _ zones: [Zone],
    _ column: Column
  ) -> [Int?] {
    guard let counts else { return cutting.pieces.map { _ in nil } }
    let numbers = cutting.pieces.map { piece -> Int? in
      guard case .iris(let iris) = zones[piece.row] else { return nil }
      return (counts[cutting.key(of: piece, iris)] ?? .zero).exact
    }
    var sums: [Int: Int] = [:]
    for (piece, number) in zip(cutting.pieces, numbers) {
      sums[piece.row, default: 0] += number ?? 0
    }
    return zip(cutting.pieces, numbers).map { piece, number in
      sums[piece.row] == column.values[piece.row] ? number : nil
    }
  }
}

extension Sheet.Column {
  /// The same as an earlier release has it: its total is known only where that one shows it.
  fileprivate func past(
    _ rows: [IndicatorTable.Measure], _ definition: IndicatorDefinition, _ earlier: EarlierFigures
  ) -> Self {
    let isTotalKnown = rows.last.map { earlier.show(total, of: definition, in: $0.zone) } ?? false
    var column = Self(
      values: values, total: isTotalKnown ? total : nil, isMissing: isMissing,
      ceilings: ceilings, isVoid: isVoid, isPublic: isPublic, isNearlyWhole: rows.map { _ in false }
    )
    column.pieces = pieces
    column.grounds = grounds
    column.publicParts = publicParts
    column.contributors = contributors
    column.isPast = true
    return column
  }

  /// A source that serves as denominator.
  fileprivate init(
    denominators rows: [IndicatorTable.Measure], _ definition: IndicatorDefinition,
    _ earlier: EarlierFigures
  ) {
    let numbers = rows.map { $0.denominator.flatMap { Int(exactly: $0) } }
    let no = rows.map { _ in false }
    values = Array(numbers.dropLast())
    total = numbers.last ?? nil
    isMissing = no.dropLast()
    ceilings = values.map { _ in nil }
    isVoid = no.dropLast()
    isPublic = rows.dropLast().map { earlier.showBase($0.denominator, of: definition, in: $0.zone) }
    isNearlyWhole = no
  }

  fileprivate init(
    _ rows: [IndicatorTable.Measure], _ definition: IndicatorDefinition, _ rule: ProtectionRule,
    _ earlier: EarlierFigures
  ) {
    let isCensus = definition.method != nil && definition.denominatorSource == nil
    let isShare = isCensus && definition.method == .wilson
    values = rows.dropLast().map(\.numerator.exact)
    total = rows.last?.numerator.exact
    isMissing = rows.dropLast().map { $0.numerator.missingParts > 0 }
    isVoid = rows.dropLast().map { isCensus && $0.isVoid }
    isPublic = rows.dropLast().map {
      earlier.show($0.numerator.exact, of: definition, in: $0.zone)
    }
    ceilings = rows.dropLast().map { row in
      let whole = row.denominator.flatMap { Int(exactly: $0.rounded(.down)) }
      return isShare ? whole.flatMap { $0 >= rule.threshold ? $0 : nil } : nil
    }
    isNearlyWhole = rows.map { row in
      guard isShare, let number = row.numerator.exact, let population = row.denominator else {
        return false
      }
      return rule.isNearlyWhole(number, of: population)
    }
  }
}

extension Sheet.Column {
  /// Whether it is known that a row has nobody: an amount of nothing may be somebody's.
  func isNobody(_ row: Int) -> Bool {
    contributors.map { $0.persons[row] == 0 } ?? (values[row] == 0)
  }
}

extension Contributors {
  /// - Parameters:
  ///   - rows: of a table of amounts, the total last
  ///   - largest: by zone
  fileprivate init(_ rows: [IndicatorTable.Measure], _ largest: [Zone: Int]?) {
    let persons = rows.map { $0.denominator.flatMap { Int(exactly: $0) } }
    let most = rows.map { largest?[$0.zone] ?? 0 }
    self.init(
      persons: persons.dropLast(), largest: most.dropLast(), personsInAll: persons.last ?? nil,
      largestOfAll: most.last ?? 0)
  }
}

extension IndicatorTable.Measure {
  /// Nobody lives there and nothing is counted there.
  var isVoid: Bool {
    guard case .iris = zone else { return false }
    return numerator.exact == 0 && (denominator ?? 0) == 0
  }
}
