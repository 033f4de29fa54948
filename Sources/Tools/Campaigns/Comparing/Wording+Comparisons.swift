internal import Diagnostics
internal import Files

/// The sentences about comparisons.
extension Wording {
  static func compareKinds() -> Problem {
    Problem(
      "campaign.compare-kinds", .stops,
      fact: "il faut deux dossiers de diffusion, ou deux fichiers de campagne",
      remedy: "maille compare sortie-2025 sortie-2026, ou maille compare 2025.yml 2026.yml",
      outcome: .usage)
  }

  static func seriesTooShort() -> Problem {
    Problem(
      "campaign.series-too-short", .stops, fact: "une série a au moins deux diffusions",
      remedy: "donner les dossiers, de la plus ancienne à la plus récente", outcome: .usage)
  }

  static func campaignRefused(_ file: String) -> Problem {
    Problem(
      "campaign.refused", .stops, at: Place(file: file),
      fact: "cette campagne ne peut pas être lue : voir plus haut",
      remedy: "la contrôler d’abord avec maille check", outcome: .usage)
  }

  static func nothingToCompare() -> Problem {
    Problem(
      "campaign.nothing-to-compare", .stops,
      fact: "les deux campagnes n’ont aucun indicateur en commun",
      remedy: "garder les mêmes identifiants (id) d’une année à l’autre", outcome: .usage)
  }

  static func scopeMerged(_ file: String) -> Problem {
    Problem(
      "campaign.scope-merged", .warns, at: Place(file: file),
      fact:
        "les lignes et catégories retenues l’an dernier ne se lisent pas dans ce fichier : le champ est compté avec le numérateur",
      remedy: "rien à faire ; les deux parts sont réunies dans « numérateur »")
  }

  /// What a comparison of campaigns must say of itself.
  static let unpublished =
    "CONFIDENTIEL : les chiffres intermédiaires n’ont jamais été diffusés ; ne pas transmettre."

  static func ruleAlone(_ changed: Int) -> String {
    changed == 0
      ? "secret : aucune case ne change de statut du seul fait de la règle"
      : "secret : \(changed) cases changent de statut du seul fait de la règle"
  }

  static func written(_ files: [String], isConfidential: Bool) -> [String] {
    guard let first = files.first else { return [] }
    let names = files.map { FilePath.name(of: $0) }.joined(separator: ", ")
    let warning = isConfidential ? " (confidentiel)" : ""
    return ["écrit dans \(FilePath.folder(of: first)) : \(names)\(warning)"]
  }
}
