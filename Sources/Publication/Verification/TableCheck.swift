internal import Diagnostics

/// What must hold in the table of one file.
struct TableCheck {
  let sighting: Sighting
  let mention: String

  /// Statuses under which no figure may be seen, and under which the rate alone may not.
  private static let closed: Set<String> = ["c", "m", "e"]
  private static let figures = ["n", "moy", "t", "bas", "haut", "b998", "h998", "comp", "meth"]

  /// Every problem, in the order of the rows.
  var problems: [Problem] {
    var problems = columnProblems
    var seen: Set<String> = []
    for (index, row) in sighting.rows.enumerated() {
      let place = sighting.place(of: index)
      if sighting.isByIris { problems += code(row, &seen, place) }
      if row.cells["source"]?.text != mention { problems.append(Wording.noMention(at: place)) }
      for stem in sighting.stems { problems += cells(of: stem, in: row, place) }
    }
    return problems
  }

  /// How many cells have a status, and how many of them show nothing.
  var counts: (cells: Int, withheld: Int) {
    let statuses = sighting.rows.flatMap { row in
      sighting.stems.map { row.cells[$0 + "_st"]?.text ?? "" }
    }
    return (statuses.count, statuses.count { Self.closed.contains($0) })
  }

  private var columnProblems: [Problem] {
    let needed =
      ["mill_num", "geo"] + (sighting.columns.contains { $0.hasSuffix("_d") } ? ["mill_den"] : [])
    return needed.filter { column in
      sighting.rows.isEmpty || sighting.rows.contains { $0.cells[column] == nil }
    }.map { Wording.noVintage($0, at: sighting.place) }
  }

  private func code(_ row: Sighting.Row, _ seen: inout Set<String>, _ place: Place) -> [Problem] {
    guard let code = row.cells["code_iris"]?.text, Self.isCode(code) else {
      return [Wording.badCode(at: place)]
    }
    return seen.insert(code).inserted ? [] : [Wording.repeatedCode(at: place)]
  }

  private static func isCode(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    let digit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard bytes.count == 9, digit(bytes[0]) else { return false }
    let isCorsica = bytes[0] == 0x32 && (bytes[1] == 0x41 || bytes[1] == 0x42)
    return (digit(bytes[1]) || isCorsica) && bytes.dropFirst(2).allSatisfy(digit)
  }

  private func cells(of stem: String, in row: Sighting.Row, _ place: Place) -> [Problem] {
    let status = row.cells[stem + "_st"]?.text ?? ""
    guard status.isEmpty || ["c", "n", "x", "m", "e"].contains(status) else {
      return [Wording.unknownStatus(stem + "_st", at: place)]
    }
    if status.isEmpty && row.cells[stem + "_n"] == nil {
      return [Wording.blank(stem + "_n", at: place)]
    }
    let forbidden =
      Self.closed.contains(status)
      ? Self.figures : status.isEmpty ? [] : Array(Self.figures.dropFirst())
    return forbidden.map { stem + "_" + $0 }.filter { row.cells[$0] != nil }.map {
      Wording.withheldValue($0, at: place)
    }
  }
}
