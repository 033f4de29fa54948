internal import Diagnostics

extension Wording {
  static func insidersPurged(_ file: String) -> Problem {
    Problem(
      "campaign.insiders-purged", .warns, at: Place(file: file),
      fact:
        "ce que savent les personnes seules et les partenaires a été effacé : l’attaque est menée sans eux",
      remedy: "rien à faire si maille run a conclu sur les mêmes chiffres ; sinon le relancer")
  }
}
