extension Auditor {
  /// Everything public of the release as one integer program, in the format that linear-programming
  /// tools read: whoever doubts the certificate solves it with a program of his own.
  ///
  /// Each number of the release is an unknown, `x0`, `x1` …, that a comment names; what is shown has one
  /// value only. The objective is the first withheld number; the comments say how to ask for another.
  ///
  /// - Returns: CPLEX LP, that glpsol, HiGHS, SCIP and CBC read · lines of at most 200 characters
  /// - Confidential: no, it holds what is published
  public var model: String {
    var lines = Wording.modelHead(releases.map(\.name), promise)
    var program = ProgramText()
    for communes in TiedCommunes(releases).groups {
      let (model, _) = attack(communes)
      lines += program.add(model)
    }
    return (lines + program.lines).map { $0 + "\n" }.joined()
  }
}

/// A program in the making, commune after commune.
private struct ProgramText {
  private var objective: String?
  private var relations: [String] = []
  private var bounds: [String] = []
  private var names: [String] = []

  /// - Returns: comments that name the unknowns
  mutating func add(_ model: CommuneModel) -> [String] {
    let first = names.count
    for (cell, place) in zip(model.system.cells, first...) {
      names.append("x\(place)")
      bounds.append(" " + Self.bound(of: cell, "x\(place)"))
      if cell.role == .withheld && objective == nil { objective = "x\(place)" }
    }
    for relation in model.system.relations { add(relation, first) }
    return zip(model.origins, first...).map { origin, place in
      Wording.unknown(
        "x\(place)", origin.series, origin.zone.name,
        isWithheld: model.system.cells[place - first].role == .withheld)
    }
  }

  var lines: [String] {
    ["Minimize", " cible: \(objective ?? names.first ?? "x0")", "Subject To"] + relations
      + ["Bounds"] + bounds + ["Generals"] + names.map { " " + $0 } + ["End"]
  }

  /// An exact sum on one side, or what it reaches on each.
  private mutating func add(_ relation: LinearSystem.Relation, _ first: Int) {
    let sum = relation.terms.map { term in
      let sign = term.times < 0 ? "-" : "+"
      return "\(sign) \(term.times.magnitude) x\(first + term.cell)"
    }
    let text = Self.wrapped(sum)
    func append(_ sign: String, _ end: Int) {
      relations.append(" r\(relations.count): \(text) \(sign) \(end)")
    }
    if let lower = relation.lower, lower == relation.upper { return append("=", lower) }
    if let lower = relation.lower { append(">=", lower) }
    if let upper = relation.upper { append("<=", upper) }
  }

  private static func bound(of cell: LinearSystem.Cell, _ name: String) -> String {
    cell.lower == cell.upper
      ? "\(name) = \(cell.lower)" : "\(cell.lower) <= \(name) <= \(cell.upper)"
  }

  /// Eight terms a line: some programs read no longer ones.
  private static func wrapped(_ terms: [String]) -> String {
    stride(from: 0, to: terms.count, by: 8).map { start in
      terms[start..<min(start + 8, terms.count)].joined(separator: " ")
    }.joined(separator: "\n   ")
  }
}
