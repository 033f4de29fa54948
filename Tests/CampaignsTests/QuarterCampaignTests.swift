import TestSupport
import Testing

/// The invented town with its quarters beside the IRIS, whose sums bind two nested indicators.
@Suite struct QuarterCampaignTests {
  /// What is withheld for another's sake must be able to be small too: a quarter's sum and the larger
  /// indicator leave little room, and more is withheld for it.
  @Test func `quarters over nested indicators are released, with their certificate`() {
    let folder = TemporaryFolder()
    folder.copy("\(projectFolder)/Geodata", to: ".")
    let map = String(decoding: folder.read("contours-iris-inventes.geojson") ?? [], as: UTF8.self)
    let codes = map.split(separator: "\"code_iris\": \"").dropFirst().map { String($0.prefix(9)) }
      .filter { $0.hasPrefix("21951") }
    let rows = codes.map { "\($0);Q\($0.dropFirst(5).prefix(2))\r\n" }
    folder.write("IRIS;Q\r\n" + rows.joined(), to: "quartiers.csv")
    let text = String(decoding: folder.read("campagne.yml") ?? [], as: UTF8.self)
    let outputs = text.split(separator: "\n").last { $0.hasPrefix("outputs:") } ?? ""
    folder.write(
      text.replacing(
        outputs,
        with: """
          zonings:
            - { id: quartiers, title: Quartiers, file: quartiers.csv, iris: IRIS, code: Q }
          outputs: { formats: [geojson], folder: sortie }
          """), to: "campagne.yml")
    let run = Command("maille").run(["run", "campagne.yml"], in: folder.path)
    #expect(run.status == 0, "\(run.messages)")
    #expect(Command("maille").run(["audit", "sortie"], in: folder.path).status == 0)
  }
}
