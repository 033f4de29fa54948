import Glibc
import TestSupport
import Testing

/// Two years of one commune: an IRIS is cut, the census and the file are new.
@Suite struct CompareTests {
  private let folder = TemporaryFolder()

  init() {
    folder.write(strips([("341720101", 0, 600), ("341720102", 600, 300)]), to: "iris-2020.geojson")
    folder.write(
      strips([("341720102", 600, 300), ("341720103", 0, 200), ("341720104", 200, 400)]),
      to: "iris-2024.geojson")
    folder.write("IRIS;P20_POP\n341720101;900\n341720102;500\n", to: "pop20.csv")
    folder.write("IRIS;P22_POP\n341720102;400\n341720103;300\n341720104;600\n", to: "pop22.csv")
    folder.write("CODE;NB\n341720101;90\n341720102;60\n", to: "caf20.csv")
    folder.write("CODE;NB\n341720102;60\n341720103;45\n341720104;30\n", to: "caf24.csv")
    folder.write(campaign("2020", census: "20"), to: "2020.yml")
    folder.write(campaign("2024", census: "22"), to: "2024.yml")
  }

  /// Strips 300 m high: code, west limit and width in metres.
  private func strips(_ strips: [(code: String, x: Double, width: Double)]) -> String {
    let features = strips.map { strip in
      let (west, east) = (770_000 + strip.x, 770_000 + strip.x + strip.width)
      let ring = [
        [west, 6_280_000], [east, 6_280_000], [east, 6_280_300], [west, 6_280_300],
        [west, 6_280_000],
      ]
      return #"{"type":"Feature","properties":{"code_iris":"\#(strip.code)","type_iris":"H"},"#
        + #""geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }
    return #"{"type":"FeatureCollection","crs":{"type":"name","properties":"#
      + #"{"name":"urn:ogc:def:crs:EPSG::2154"}},"features":[\#(features.joined(separator: ","))]}"#
  }

  private func campaign(_ year: String, census: String) -> String {
    """
    version: 1
    campaign: caf-\(year)
    agreement: { owner: CAF, holder: CCAS, mention: "Source CAF" }
    territory: { communes: ["34172"] }
    references:
      boundaries: { file: iris-\(year).geojson, edition: "IRIS \(year)" }
      population: { file: pop\(census).csv, vintage: RP20\(census), accept: essai }
    sources:
      - { id: caf, file: caf\(year.suffix(2)).csv, reference_date: "\(year)-12-31", unit: count,
          iris: CODE, count: NB }
    indicators:
      - { id: tx_caf, title: Allocataires, numerator: caf, denominator: [P\(census)_POP],
          method: wilson }
    disclosure: { threshold: 5 }
    outputs: { formats: [csv, geojson], folder: sortie-\(year) }

    """
  }

  private func run(_ arguments: [String]) -> CommandRun {
    Command("maille").run(arguments, in: folder.path)
  }

  /// Cells of a written comparison, by code.
  private func row(_ code: String) -> [String: String] {
    let lines = String(decoding: folder.read("c/comparaison.csv") ?? [], as: UTF8.self)
      .split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
    let row = lines.first { $0.count > 2 && $0[1] == code && $0[0] != "hors_iris" } ?? []
    return Dictionary(zip(lines.first ?? [], row).map { (String($0), String($1)) }) { $1 }
  }

  /// 150 of 1,400, then of 1,300, then 135 of 1,300.
  @Test func `two campaigns are taken apart factor by factor, and the parts add up`() {
    let run = run(["compare", "2020.yml", "2024.yml", "-o", "c"])
    #expect(run.status == 0, "\(run.messages)")
    let commune = row("34172")
    #expect(commune["avant"] == "10.71" && commune["apres"] == "10.38")
    #expect(commune["ecart"] == "-0.33")
    #expect(commune["part_contours"] == "0.00")
    #expect(commune["part_denominateur"] == "0.83")
    #expect(commune["part_numerateur"] == "-1.16")
    #expect(commune["part_champ"] == "0.00")
    #expect(run.output.split(separator: "\n").count <= 12)
    #expect(
      run.output.contains("secret : aucune case ne change de statut du seul fait de la règle"))
    #expect(run.output.contains("commune 34172 : 10,71 → 10,38, écart −0,33 = contours 0,00"))
  }

  @Test func `a new IRIS begins with what was carried to it`() {
    _ = run(["compare", "2020.yml", "2024.yml", "-o", "c"])
    let new = row("341720103")
    #expect(new["avant"] == "10.00" && new["apres"] == "15.00")
    #expect(new["part_contours"] == "")
    #expect(new["origine_avant"] == "porte_estime")
  }

  @Test func `what the later year withholds is not told, and the file is its owner's alone`() {
    folder.write("CODE;NB\n341720102;60\n341720103;45\n341720104;3\n", to: "caf24.csv")
    let run = run(["compare", "2020.yml", "2024.yml", "-o", "c"])
    let withheld = row("341720104")
    #expect(withheld["statut_apres"] == "c")
    #expect(["avant", "apres", "ecart", "diff_bas"].allSatisfy { withheld[$0] == "" })
    #expect(run.output.contains("(confidentiel)"))
    for name in ["comparaison.csv", "comparaison.md"] {
      var status = stat()
      #expect(stat(folder.path("c/\(name)"), &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func `two releases are compared by their files alone, with a passage`() {
    for year in ["2020", "2024"] { #expect(run(["run", "\(year).yml"]).status == 0) }
    #expect(
      run([
        "passage", "iris-2020.geojson", "iris-2024.geojson", "--old-edition", "IRIS 2020",
        "--new-edition", "IRIS 2024", "-o", "t.csv",
      ]).status == 0)
    let arguments = ["sortie-2020", "sortie-2024", "--passage", "t.csv"]
    let compared = run(["comparer"] + arguments + ["-o", "c"])
    #expect(compared.status == 0, "\(compared.messages)")
    #expect(row("34172")["part_denominateur"] == "0.83")
    #expect(row("341720103")["avant"] == "10.00")
    #expect(row("341720104")["apres"] == "5.00")
    let told = run(["serie"] + arguments + ["-o", "s.csv"])
    #expect(told.status == 0, "\(told.messages)")
    let series = String(decoding: folder.read("s.csv") ?? [], as: UTF8.self)
    #expect(
      series.contains("iris;341720103;tx_caf;sortie-2020;2020-12-31;IRIS 2024;30;300.0;10.00;"))
  }

  @Test func `a rehearsal writes nothing, and two kinds are refused`() {
    #expect(run(["compare", "2020.yml", "2024.yml", "-o", "c", "--a-blanc"]).status == 0)
    #expect(!folder.names.contains("c"))
    folder.copy("\(projectFolder)/Geodata/recu", to: "d")
    let mixed = run(["compare", "2020.yml", "d"])
    #expect(mixed.status == 2)
    #expect(mixed.messages.contains("[campaign.compare-kinds]"))
    #expect(run(["serie", "d"]).status == 2)
  }
}
