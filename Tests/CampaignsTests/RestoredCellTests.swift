import Glibc
import TestSupport
import Testing

/// A release of the engine with one withheld figure put back, as a hand or a fault would: the attacker
/// sees it from the written file.
@Suite struct RestoredCellTests {
  /// The GeoJSON of one run of the invented town, feature by feature.
  private struct Map {
    private static let file = "sortie/current/abs-aubervelle-2026.geojson"
    private let folder = TemporaryFolder()
    let lines: [String]

    init(threshold: Int) {
      folder.copy("\(projectFolder)/Geodata", to: ".")
      let text = String(decoding: folder.read("campagne.yml") ?? [], as: UTF8.self)
      let outputs = text.split(separator: "\n").last { $0.hasPrefix("outputs:") } ?? ""
      folder.write(
        text.replacing("threshold: 11", with: "threshold: \(threshold)")
          .replacing(outputs, with: "outputs: { formats: [geojson], folder: sortie }"),
        to: "campagne.yml")
      let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
      #expect(run.status == 0, "\(run.messages)")
      lines = String(decoding: folder.read(Self.file) ?? [], as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      // the legend counts its classes: only the arithmetic of the figures is of interest here
      unlink(folder.path("sortie/current/abs-aubervelle-2026.qml"))
    }

    func audit(with line: String? = nil, at row: Int = 0) -> CommandRun {
      var copy = lines
      if let line { copy[row] = line }
      folder.write(copy.joined(separator: "\n"), to: Self.file)
      return Command("maille").run(["audit", "sortie"], in: folder.path)
    }
  }

  /// What a feature says in a column; `nil` where it has no such column.
  private func value(_ column: String, in line: String) -> Substring? {
    line.firstRange(of: "\"\(column)\": ").map { found in
      line[found.upperBound...].prefix { $0 != "," && $0 != "}" }
    }
  }

  /// The feature with every figure of one indicator as another release has it.
  private func restored(_ stem: String, in line: String, from open: String) -> String {
    ["n", "d", "t", "bas", "haut", "b998", "h998", "comp", "meth", "st"].reduce(line) { line, end in
      let column = "\(stem)_\(end)"
      guard let old = value(column, in: line), let new = value(column, in: open) else {
        return line
      }
      return line.replacing("\"\(column)\": \(old)", with: "\"\(column)\": \(new)")
    }
  }

  @Test func `every withheld figure that is put back is seen`() {
    let released = Map(threshold: 11)
    let open = Map(threshold: 2)
    #expect(released.audit().status == 0)
    var tried = (small: 0, large: 0)
    for stem in ["tx_c2s", "tx_c2s2"] {
      for (row, line) in released.lines.enumerated() where value("\(stem)_st", in: line) == "\"c\""
      {
        guard let number = value("\(stem)_n", in: open.lines[row]).flatMap({ Int($0) }) else {
          continue
        }
        let audit = released.audit(
          with: restored(stem, in: line, from: open.lines[row]), at: row)
        #expect(audit.status == 4, "row \(row) of \(stem)")
        #expect(audit.messages.contains("audit.shown-small") == (number < 11))
        if number < 11 { tried.small += 1 } else { tried.large += 1 }
      }
    }
    #expect(tried.small >= 2 && tried.large >= 4, "\(tried)")
  }
}
