internal import Diagnostics
internal import Territory

/// The sentences of this target.
enum Wording {
  static func rowsDiffer(_ indicator: String) -> Problem {
    Problem(
      "disclosure.rows-differ", .stops, at: Place(part: indicator),
      fact: "cet indicateur n’a pas les mêmes IRIS que les autres de la diffusion",
      remedy: "calculer tous les indicateurs sur les mêmes contours", outcome: .protectionFailed)
  }

  static func notProtected(_ indicators: [String], _ commune: Commune) -> Problem {
    let names = Prose.joined(indicators.map { "« \(public: $0) »" })
    return Problem(
      "disclosure.not-protected", .stops, at: Place(code: commune.code),
      fact: "une valeur retenue de \(names) pourrait être recalculée ; rien n’est diffusé",
      remedy: "retirer un de ces indicateurs de la diffusion, ou l’un de ses croisements",
      outcome: .protectionFailed)
  }
}
