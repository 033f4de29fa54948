internal import Diagnostics

extension Wording {
  static func insideCheckout(_ path: String, _ checkout: String) -> Problem {
    Problem(
      "campaign.inside-checkout", .warns, at: Place(file: path),
      fact:
        "sortie dans un dépôt Git (\(public: checkout)) : un « git add » l’enverrait à d’autres",
      remedy: "écrire ailleurs (outputs.folder), ou nommer ce dossier et .maille dans .gitignore")
  }
}
