import Geometry
import Testing

@testable import make_geodata

@Suite struct BeneficiaryTests {
  let list = Tables.beneficiaries

  @Test func `one row per person, with a name that must be ignored and an address in clear`() {
    #expect(list.header.contains("NOM") && list.header.contains("ADRESSE"))
    #expect((3_000...4_500).contains(list.rows.count))
    #expect(Set(list.rows.map { $0["NUM_DOSSIER"] ?? "" }).count == list.rows.count)
    #expect(list.rows.allSatisfy { $0["PRENOM"]?.hasPrefix("PSEUDONYME") == true })
  }

  @Test func `the bytes are Windows-1252 with decimal commas and CRLF`() {
    let raw = bytes("recu/C2S_2025-invente.csv")
    #expect(String(validating: raw, as: UTF8.self) == nil)
    #expect(raw.suffix(2) == [13, 10])
    #expect(list.rows.filter { ($0["X_L93"] ?? "").contains(".") }.isEmpty)
  }

  @Test func `one address has the 150 people of the social service`() {
    let domiciled = list.rows.filter { ($0["ADRESSE"] ?? "").hasPrefix("CCAS DOMICILIATION") }
    #expect(domiciled.count == 150)
    #expect(Set(domiciled.map { "\($0["X_L93"] ?? "") \($0["Y_L93"] ?? "")" }).count == 1)
  }

  @Test func `coordinates go wrong in every way that is announced`() {
    var counts: [String: Int] = [:]
    for row in list.rows { counts[kind(row), default: 0] += 1 }
    #expect(counts["missing"] ?? 0 > 80)
    #expect((3...40).contains(counts["swapped"] ?? 0))
    #expect((1...20).contains(counts["degrees"] ?? 0))
    #expect((1...20).contains(counts["zero"] ?? 0))
    #expect(counts["elsewhere"] == 41)
    #expect(counts["right"] ?? 0 > 3_000)
  }

  @Test func `nobody lives in the wood and few in the industrial estate`() {
    let areas = BeneficiaryList(world.addresses, seed: MakeGeodata.committedSeed).rows.compactMap(
      \.area)
    let codes = Dictionary(grouping: areas) { TownPlan.areas[$0].own }.mapValues(\.count)
    #expect(codes["0704"] == nil)
    #expect((0...4).contains(codes["0603"] ?? 0))
    #expect(codes["0601"] ?? 0 > 300)
  }

  private func kind(_ row: [String: String]) -> String {
    let pair = [row["X_L93"] ?? "", row["Y_L93"] ?? ""].map { text in
      Double(text.split(separator: ",").joined(separator: "."))
    }
    guard let x = pair[0], let y = pair[1] else { return "missing" }
    if x == 0 { return "zero" }
    if x < 100 { return "degrees" }
    if x > y { return "swapped" }
    let place = TownPlan.offset(Point(x: x, y: y))
    return abs(place.east) < 7_000 && abs(place.north) < 6_000 ? "right" : "elsewhere"
  }
}

@Suite struct AllowanceTests {
  let lines = decoded(bytes("recu/CAF_IRIS_2024-invente.csv")).split(
    omittingEmptySubsequences: false, whereSeparator: \.isNewline
  ).filter { !$0.isEmpty }.map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(unquoted)
  }

  @Test func `five title lines and an empty one come before the codes and the labels`() {
    #expect(lines[0][0].contains("DONNÉES INVENTÉES"))
    #expect(lines[5].filter { !$0.isEmpty } == [])
    #expect(lines[6].prefix(5) == ["dc", "nomc", "iris", "nom", "note"])
    #expect(lines[7][0] == "Code commune")
    #expect(lines.allSatisfy { $0.count == lines[6].count })
  }

  @Test func `counts below five are held back in both ways and none is printed`() {
    let cells = rows.dropLast().filter { $0[4] == "0" }.flatMap { $0.dropFirst(5) }
    #expect(cells.contains("") && cells.contains("<5"))
    #expect(cells.compactMap { Int($0) }.filter { (1...4).contains($0) } == [])
  }

  @Test func `a row with a note is blank throughout`() {
    let noted = rows.filter { $0[4] == "1" }
    #expect(noted.map { $0[2] } == ["0303", "0603", "0704", "0802"])
    #expect(noted.flatMap { $0.dropFirst(5) }.filter { !$0.isEmpty } == [])
  }

  @Test func `the commune has more than its IRIS add up to, and a part never more than the whole`()
  {
    let known = rows.dropLast().compactMap { Int($0[5]) }.reduce(0, +)
    #expect(Int(rows.last?[5] ?? "") ?? 0 > known)
    let wrong = rows.filter { row in
      let whole = Int(row[5]) ?? 0
      return row.dropFirst(7).contains { Int($0) ?? 0 > whole }
    }
    #expect(wrong.map { $0[2] } == [])
  }

  private var rows: [[String]] { Array(lines.dropFirst(8)) }
}

@Suite struct TypedAddressTests {
  let typed = Tables.typed
  let truth = Tables.truth
  let base = Tables.addresses

  @Test func `every row has its truth, line by line`() {
    #expect(typed.rows.count == 1_400 && truth.rows.count == 1_400)
    #expect(truth.rows.map { $0["ligne"] ?? "" } == (2...1_401).map(String.init))
  }

  @Test func `every form of the list occurs`() {
    let found = Set(truth.rows.map { $0["forme"] ?? "" })
    #expect(found == Set(AddressForm.allCases.map { "\($0)" }))
  }

  @Test func `the truth names addresses that exist`() {
    let known = Set(base.rows.map { $0["id"] ?? "" })
    let named = truth.rows.filter { $0["niveau"] == "adresse" }.map { $0["id_adresse"] ?? "" }
    #expect(named.filter { !known.contains($0) } == [])
    #expect(truth.rows.filter { $0["niveau"] != "adresse" && $0["id_adresse"] != "" }.isEmpty)
  }

  @Test func `an unknown street is unknown and a number too high does not exist`() {
    let names = Set(base.rows.map { $0["nom_voie"] ?? "" })
    let highest = base.rows.compactMap { Int($0["numero"] ?? "") }.max() ?? 0
    for (row, fact) in zip(typed.rows, truth.rows) {
      if fact["forme"] == "unknownStreet" { #expect(!names.contains(row["LIB_VOIE"] ?? "")) }
      if fact["forme"] == "numberTooHigh" { #expect(Int(row["N_VOIE"] ?? "") ?? 0 > highest) }
    }
  }
}

private func unquoted(_ text: Substring) -> String {
  text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : String(text)
}
