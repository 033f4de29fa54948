internal import Diagnostics

extension Comparison {
  private static let mostLines = 12

  /// The summary in French, at most twelve lines: for each indicator the communes, then the IRIS.
  ///
  /// - Parameters:
  ///   - closing: lines that come last whatever is left out
  public func text(closing: [String] = []) -> String {
    let names = factors.map(Wording.name).joined(separator: ", ")
    let head = "\(before) → \(after), dans l’ordre : \(names)"
    let lines = [head] + indicators.flatMap(lines)
    let room = Self.mostLines - closing.count
    guard lines.count > room else { return (lines + closing).joined(separator: "\n") }
    let shown = lines.prefix(room - 1)
    let rest =
      "… \(FrenchNumber.counted(lines.count - shown.count, "ligne")) de plus dans la comparaison écrite"
    return (shown + [rest] + closing).joined(separator: "\n")
  }

  private func lines(of indicator: String) -> [String] {
    let own = rows.filter { $0.indicator == indicator }
    let communes = own.filter { $0.zone.level == .commune }
    let single = communes.count == 1 ? communes : []
    return single.map(communeLine) + [irisLine(indicator, own.filter { $0.zone.level == .iris })]
  }

  /// « tx_c2s, commune 21231 : 9,80 → 10,10, écart +0,30 = contours 0,00 + … ; [0,10 ; 0,50] hausse ».
  private func communeLine(_ row: Row) -> String {
    let head = "\(row.indicator), commune \(row.zone.code) : "
    guard let chain = row.chain else {
      return head + "sans comparaison (\(Wording.change(row.statusBefore, row.statusAfter)))"
    }
    return head + chain.sentence
      + (row.difference.map { " ; " + $0.sentence(chain.decimals) } ?? "")
  }

  private func irisLine(_ indicator: String, _ rows: [Row]) -> String {
    let readings = RateDifference.Reading.allCases.compactMap { reading -> String? in
      let count = rows.count { $0.difference?.reading == reading }
      return count == 0 ? nil : "\(count) \(Wording.word(for: reading))"
    }
    let left = rows.count { $0.difference == nil }
    let rest = left == 0 ? [] : ["\(left) sans comparaison"]
    return "\(indicator), IRIS : \((readings + rest).joined(separator: ", "))\(changes(rows))"
  }

  /// « ; statuts : publié → secret 2 ».
  private func changes(_ rows: [Row]) -> String {
    let moved = rows.filter { $0.statusBefore != $0.statusAfter }
    let counts = Dictionary(grouping: moved) { Wording.change($0.statusBefore, $0.statusAfter) }
    let words = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)" }
    return words.isEmpty ? "" : " ; statuts : " + words.joined(separator: ", ")
  }
}

extension Chain {
  /// « 9,80 → 10,10, écart +0,30 = contours 0,00 + numérateur +0,30 ».
  var sentence: String {
    let levels = [start, end].map { FrenchNumber.decimal($0, decimals: decimals) }
    let words = parts.map { "\(Wording.name($0.factor)) \(signed($0.units))" }
    return "\(levels[0]) → \(levels[1]), écart \(signed(total)) = \(words.joined(separator: " + "))"
  }

  /// With its sign, a true minus.
  func signed(_ units: Int) -> String {
    (units > 0 ? "+" : "") + FrenchNumber.decimal(figure(units), decimals: decimals)
  }
}

extension RateDifference {
  /// « [0,10 ; 0,50] hausse ».
  func sentence(_ decimals: Int) -> String {
    let bounds = [lower, upper].map { FrenchNumber.decimal($0, decimals: decimals) }
    return "[\(bounds[0]) ; \(bounds[1])] \(reading.rawValue)"
  }
}
