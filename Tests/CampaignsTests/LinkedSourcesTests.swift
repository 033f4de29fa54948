import TestSupport
import Testing

/// Files of which one counts those of others, as a campaign says.
@Suite struct LinkedSourcesTests {
  private static let codes = ["219310101", "219310102", "219310201", "219310202"]

  /// - Parameters:
  ///   - ties: by source, what its section says more
  private func world(
    _ numbers: [(id: String, counts: [Int])], ties: [String: String] = [:]
  ) -> FourIrisWorld {
    let world = FourIrisWorld([], sections: "")
    let sources = numbers.map { id, counts in
      let rows = zip(Self.codes, counts).map { "\($0);\($1)\r\n" }
      world.folder.write("IRIS;N\r\n" + rows.joined(), to: "\(id).csv")
      return """
          - { id: \(id), file: \(id).csv, reference_date: "2025-12-31", unit: count, iris: [IRIS], count: N\(ties[id] ?? "") }
        """
    }
    let indicators = numbers.map { "  - { id: \($0.id), title: \($0.id), numerator: \($0.id) }" }
    let text = FourIrisWorld.campaign(
      "indicators:\n" + indicators.joined(separator: "\n"), "threshold: 11")
    let start = text.split(separator: "sources:\n")
    let end = start.last?.split(separator: "disclosure:").last ?? ""
    let ids = numbers.map(\.id).joined(separator: ", ")
    let head = (start.first ?? "").replacing("annex: [c2s]", with: "annex: [\(ids)]")
    world.folder.write(
      head + "sources:\n" + sources.joined(separator: "\n") + "\ndisclosure:" + end,
      to: "campagne.yml")
    return world
  }

  private static let doctors = [
    (id: "proteges", counts: [50, 60, 70, 80]), (id: "avec", counts: [47, 40, 58, 50]),
    (id: "sans", counts: [3, 20, 12, 30]),
  ]

  private func shown(_ world: FourIrisWorld, _ row: Int = 0) -> [String] {
    let cells = world.table("essai.csv")[row]
    return Self.doctors.map { cells["\($0.id)_n"] ?? "?" }
  }

  @Test func `with and without a doctor make the protected persons`() {
    let world = world(Self.doctors, ties: ["proteges": ", sum_of: [avec, sans]"])
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    #expect(shown(world)[2] == "" && shown(world).prefix(2).contains(""))
    #expect(world.run("audit", "sortie").status == 0)
  }

  /// What a release that knew nothing of the link shows: 50 protected persons, 47 with a doctor.
  @Test func `the attacker knows the link from the files`() {
    let world = world(Self.doctors, ties: ["proteges": ", sum_of: [avec, sans]"])
    #expect(world.run("run", "campagne.yml").status == 0)
    for name in ["essai.csv", "essai_excel.csv", "essai.geojson"] {
      let path = "sortie/current/\(name)"
      let text = String(decoding: world.folder.read(path) ?? [], as: UTF8.self)
      world.folder.write(
        name.hasSuffix("json") ? told(text) : toldRows(text), to: path)
    }
    let audit = world.run("audit", "sortie")
    #expect(audit.status == 4, "\(audit.messages)")
    #expect(audit.messages.contains("audit.exact") || audit.messages.contains("audit.below"))
  }

  /// The first IRIS with the numbers of the two larger sources.
  private func told(_ text: String) -> String {
    var text = text
    for (id, count) in [("proteges", 50), ("avec", 47)] {
      guard let range = text.firstRange(of: "\"\(id)_n\": null") else { continue }
      text.replaceSubrange(range, with: "\"\(id)_n\": \(count)")
      if let status = text.firstRange(of: "\"\(id)_st\": \"c\"") {
        text.replaceSubrange(status, with: "\"\(id)_st\": \"\"")
      }
    }
    return text
  }

  private func toldRows(_ text: String) -> String {
    var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    let names = lines[0].split(separator: ";", omittingEmptySubsequences: false).map {
      $0.filter { $0 != "\"" && $0 != "\u{FEFF}" }
    }
    guard let row = lines.firstIndex(where: { $0.contains(Self.codes[0]) }) else { return text }
    var cells = lines[row].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    for (id, count) in [("proteges", 50), ("avec", 47)] {
      guard let number = names.firstIndex(of: "\(id)_n"),
        let status = names.firstIndex(of: "\(id)_st"), cells[number].isEmpty
      else { continue }
      (cells[number], cells[status]) = ("\(count)", "")
    }
    lines[row] = cells.joined(separator: ";")
    return lines.joined(separator: "\r\n")
  }

  @Test func `who is among others leaves few of them`() {
    let world = world(
      [("allocataires", [50, 60, 70, 80]), ("mono", [45, 20, 30, 40])],
      ties: ["mono": ", part_of: allocataires"])
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    let row = world.table("essai.csv")[0]
    #expect(row["mono_n"] == "" || row["allocataires_n"] == "")
  }

  /// Twelve sources among one make 4,096 ways to be in some and not in others.
  @Test func `links that are too fine to be protected are refused`() {
    let parts = (1...12).map { (id: "p\($0)", counts: [20 + $0, 30, 25, 20]) }
    let ties = parts.map { ($0.id, ", part_of: tous") }
    let world = world(
      [("tous", [150, 160, 170, 180])] + parts,
      ties: Dictionary(ties) { first, _ in first })
    let run = world.run("run", "campagne.yml")
    #expect(
      run.status == 4 && run.messages.contains("disclosure.links-too-fine"), "\(run.messages)")
  }

  @Test(arguments: [
    (["proteges": ", sum_of: [avec, sans]"], 48, "disclosure.link-denied", 3),
    (["proteges": ", sum_of: [avec, autres]"], 47, "campaign.unknown-value", 2),
    (
      ["proteges": ", sum_of: [avec, sans]", "avec": ", part_of: sans"], 47,
      "campaign.linked-twice", 2
    ),
    (
      ["proteges": ", part_of: avec", "avec": ", part_of: proteges"], 47, "campaign.linked-twice", 2
    ),
    (["proteges": ", part_of: proteges"], 47, "campaign.linked-twice", 2),
  ])
  func `links that cannot be are refused`(
    ties: [String: String], first: Int, code: String, status: Int32
  ) {
    var numbers = Self.doctors
    numbers[1].counts[0] = first
    let run = world(numbers, ties: ties).run("run", "campagne.yml")
    #expect(run.status == status && run.messages.contains("[\(code)]"), "\(run.messages)")
  }

  @Test func `sources of two dates are not linked`() {
    let world = world(Self.doctors, ties: ["avec": ", part_of: proteges"])
    let text = String(decoding: world.folder.read("campagne.yml") ?? [], as: UTF8.self)
    world.folder.write(
      text.replacing(
        "file: avec.csv, reference_date: \"2025-12-31\"",
        with: "file: avec.csv, reference_date: \"2024-12-31\""),
      to: "campagne.yml")
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 2 && run.messages.contains("[campaign.linked-dates]"))
  }
}
