import Glibc
import TestSupport

/// A campaign that was run in 2025, and what has come for 2026.
struct TwoYears {
  let folder = TemporaryFolder()

  static let campaign = """
    # Campagne d’essai
    version: 1
    campaign: abs-essai-2025
    agreement:
      owner: CPAM
      holder: CCAS
      mention: "Source essai" # mot pour mot
      valid: { from: 2025-01-01, to: 2025-12-31 }
      collection: { from: 2025-06-01, to: 2025-09-30 }
      annex: [c2s]
    territory: { communes: ["21231"] }
    references:
      boundaries: { file: refs/iris-2024.geojson, edition: "IRIS 2024" }
      population: { file: refs/rp-2022.csv, vintage: RP2022 }
    sources:
      # une ligne par personne
      - id: c2s
        file: recu/C2S_2025.csv
        reference_date: "2024-12-31"
        unit: person
        iris: [IRIS]
        categories: { sexe: SEXE }
    indicators:
      - id: tx
        title: Taux
        numerator: c2s
        where: { sexe: [F] }
        denominator: [P22_POP]
        per: 100
        method: wilson
    disclosure: { threshold: 11 }
    outputs: { formats: [csv], folder: sortie }

    """

  /// Persons of both sexes in two IRIS.
  static func rows(_ header: String = "IRIS;SEXE") -> String {
    let people = (0..<80).map { index in
      "21231010\(index % 2 + 1);\(index % 4 < 2 ? "F" : "M")\n"
    }
    return header + "\n" + people.joined()
  }

  init(campaign: String = campaign) {
    for name in ["2025", "2025/recu", "2025/refs", "2026", "2026/recu", "2026/references", "b"] {
      mkdir(folder.path(name), 0o755)
    }
    folder.write(campaign, to: "2025/campagne.yml")
    folder.write(OfficialFiles.contours(), to: "2025/refs/iris-2024.geojson")
    folder.write(OfficialFiles.census(2022), to: "2025/refs/rp-2022.csv")
    folder.write(Self.rows(), to: "2025/recu/C2S_2025.csv")
    folder.write(Self.rows(), to: "2026/recu/C2S_2026.csv")
  }

  /// This year's contours and the census of their geography.
  func addNewReferences() {
    folder.write(OfficialFiles.contours(), to: "2026/references/iris-2025.geojson")
    folder.write(OfficialFiles.census(2023), to: "2026/references/rp.csv")
  }

  /// `maille replay` from one year to the next.
  func replay(_ arguments: String..., from: String = "2025", to: String = "2026") -> CommandRun {
    Command("maille").run(
      ["replay", "--from", from, "--to", to, "--library", "b"] + arguments, in: folder.path)
  }

  /// This year's campaign; empty while there is none.
  var written: String {
    String(decoding: folder.read("2026/campagne.yml") ?? [], as: UTF8.self)
  }
}
