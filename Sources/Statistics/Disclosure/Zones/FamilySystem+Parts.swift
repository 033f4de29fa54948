internal import Rates

extension FamilySystem {
  /// Pieces of the IRIS that other zonings cut, and the areas of those zonings, in one column.
  ///
  /// A piece is never published, but an area less the IRIS inside it may give it away: a small one must
  /// not be known. An area is published unless withheld.
  mutating func addZones(_ rows: [Int], _ column: Int, _ index: Int) {
    let numbers = sheet.columns[column]
    for (row, pieces) in sheet.piecesByRow where pieces.allSatisfy({ numbers.pieces[$0] != nil }) {
      let cells = pieces.map { piece in
        addPiece(numbers.pieces[piece] ?? 0, Suppression.Cell(column: column, row: piece), index)
      }
      self.cells.add(rows[row], isSumOf: cells)
    }
    for (place, part) in sheet.cutting.parts.enumerated() {
      guard let value = numbers.number(of: part) else { continue }
      let isPublic = numbers.publicParts.contains(place)
      if numbers.isPast && !isPublic { continue }
      addPart(
        part, value, isPublic, Suppression.Cell(column: column, row: sheet.row(ofPart: place)),
        index)
    }
  }

  private mutating func addPiece(_ value: Int, _ cell: Suppression.Cell, _ index: Int) -> Int {
    let isSecret = value > 0 && rule.withholds(value)
    let number = add(.init("piece", value, .implied, isPrimary: isSecret), index)
    pieces[cell] = number
    return number
  }

  private mutating func addPart(
    _ part: ZonePart, _ value: Int, _ isPublic: Bool, _ cell: Suppression.Cell, _ index: Int
  ) {
    let members =
      part.rows.map { places[.init(column: cell.column, row: $0)] }
      + part.pieces.map { pieces[.init(column: cell.column, row: $0)] }
    let behind = sheet.columns[cell.column].contributors
    let isNobody = behind.map { $0.group(of: part.rows)?.persons == 0 } ?? (value == 0)
    let isSecret = part.withholds(value, behind, rule)
    let isStaying = isPublic || (isNobody && !rule.hidesZeros)
    let usual = CellSystem.Cell("", value).cost
    // an area is worth more than an IRIS of the same number
    var content = CellSystem.Cell(
      "area", value, isStaying ? .frozen : .open, isPrimary: !isStaying && isSecret,
      floor: rule.hidesZeros || behind != nil ? 0 : min(1, value),
      weight: 2 * usual + Double(cell.row) * 1e-7)
    if behind != nil { content.reach = AmountRule.reach(of: value) }
    let area = add(content, index)
    places[cell] = area
    cells.add(area, isSumOf: members.compactMap(\.self))
  }

  /// What columns make of one another in each piece.
  mutating func addPieces(_ dependency: Dependency) {
    for piece in sheet.cutting.pieces.indices {
      let terms = dependency.terms.map { term in
        (pieces[.init(column: term.column, row: piece)], term.times)
      }
      guard terms.allSatisfy({ $0.0 != nil }) else { continue }
      cells.add(CellSystem.Equation(terms.compactMap { cell, times in cell.map { ($0, times) } }))
    }
  }

  /// What columns leave of one another in each piece and area.
  mutating func addZoneDifferences(_ relation: Relation, _ index: Int) {
    guard relation.values.allSatisfy({ ($0 ?? 0) >= 0 }) else { return }
    for piece in sheet.cutting.pieces.indices {
      restPieces[index, default: [:]][piece] = addRest(of: relation, pieces, piece, index)
    }
    for place in sheet.cutting.parts.indices {
      let row = sheet.row(ofPart: place)
      rests[index, default: [:]][row] = addRest(of: relation, places, row, index)
    }
  }

  /// - Returns: the cell of what the columns leave there; `nil` where nothing needs one
  private mutating func addRest(
    of relation: Relation, _ known: [Suppression.Cell: Int], _ row: Int, _ index: Int
  ) -> Int? {
    let terms = relation.combination.terms
    let signed = terms.compactMap { term in
      known[.init(column: term.column, row: row)].map { ($0, term.sign) }
    }
    let value = signed.reduce(0) { $0 + cells.cells[$1.0].value * $1.1 }
    // what columns of amounts leave of one another is minded in the rows, where it is known whose it is
    let isSecret = relation.contributors == nil && rule.withholds(value)
    guard signed.count == terms.count, value >= 0, terms.count == 2 || isSecret else { return nil }
    let rest = add(.init("difference", value, .implied, isPrimary: isSecret), index)
    cells.add(CellSystem.Equation([(rest, -1)] + signed))
    return rest
  }
}

extension ZonePart {
  /// Whether its number must not be known.
  fileprivate func withholds(
    _ number: Int, _ behind: Contributors?, _ rule: ProtectionRule
  ) -> Bool {
    guard let behind else { return rule.withholds(number) }
    return behind.group(of: rows).map { rule.withholds(number, of: $0) } ?? true
  }
}

extension Sheet {
  /// Pieces by the row that they are cut from, in order.
  var piecesByRow: [(row: Int, pieces: [Int])] {
    Dictionary(grouping: cutting.pieces.indices) { cutting.pieces[$0].row }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The number by which an area's part is called among rows: after the rows and their total.
  func row(ofPart place: Int) -> Int { zones.count + 1 + place }
}

extension Sheet.Column {
  /// How many the area's part holds; `nil` where some of it is not known exactly.
  func number(of part: ZonePart) -> Int? {
    let numbers = part.rows.map { values[$0] } + part.pieces.map { pieces[$0] }
    let known = numbers.compactMap(\.self)
    return known.count == numbers.count ? known.reduce(0, +) : nil
  }
}
