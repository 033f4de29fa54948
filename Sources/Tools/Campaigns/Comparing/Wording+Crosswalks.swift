internal import Crosswalks
internal import Diagnostics
internal import Territory

/// The sentences about passages between editions.
extension Wording {
  static func editionWithoutCodes(at place: Place) -> Problem {
    Problem(
      "campaign.edition-without-codes", .stops, at: place,
      fact: "une édition n’a de sens que pour des codes IRIS (iris)",
      remedy:
        "retirer edition : adresses et coordonnées vont directement aux contours de la campagne",
      outcome: .usage)
  }

  static func noCrosswalk(_ edition: Edition, at place: Place) -> Problem {
    Problem(
      "campaign.no-crosswalk", .stops, at: place,
      fact: "aucun passage depuis l’édition « \(public: edition.name) »",
      remedy:
        "la déclarer dans references.crosswalks, avec ses contours (file) ou une table de passage (table)",
      outcome: .referencesUnfit)
  }

  static func crosswalkOrigin(at place: Place) -> Problem {
    Problem(
      "campaign.crosswalk-origin", .stops, at: place,
      fact:
        "un passage vient soit des contours de l’ancienne édition (file), soit d’une table (table)",
      remedy: "donner l’un des deux", outcome: .usage)
  }

  static func badWidth(at place: Place) -> Problem {
    Problem(
      "campaign.bad-width", .stops, at: place, fact: "une largeur en mètres, au-dessus de 0",
      remedy: "30 convient aux contours généralisés de l’IGN", outcome: .usage)
  }

  static func crosswalkSource() -> Problem {
    Problem(
      "campaign.crosswalk-source", .stops,
      fact: "il faut deux fichiers de contours, l’ancien puis le nouveau, ou une table (--table)",
      remedy: "maille crosswalk ANCIEN NOUVEAU -o passage.csv", outcome: .usage)
  }

  /// « passage IRIS 2021 → IRIS 2024 (population, c2s) : 31 IRIS inchangés, 1 divisé (adresses) ».
  static func passage(_ crosswalk: Crosswalk, users: [String]) -> String {
    let of = users.isEmpty ? "" : " (\(users.joined(separator: ", ")))"
    return "passage \(crosswalk.from.name) → \(crosswalk.to.name)\(of) : \(changes(crosswalk))"
  }

  /// « 31 IRIS inchangés, 1 divisés ; parts par adresses 1, par surfaces 0 ».
  static func changes(_ crosswalk: Crosswalk) -> String {
    let counts = crosswalk.countOfChange.filter { $0.irises > 0 }
      .map { "\(FrenchNumber.grouped($0.irises)) \(word(for: $0.change))" }
    let gone = crosswalk.vanished.isEmpty ? [] : ["\(crosswalk.vanished.count) disparus"]
    let come = crosswalk.appeared.isEmpty ? [] : ["\(crosswalk.appeared.count) apparus"]
    let shares = crosswalk.irisesByMethod.filter { $0.irises > 0 && $0.method != .whole }
      .map { "\(FrenchNumber.grouped($0.irises)) par \($0.method.rawValue)" }
    let parts = shares.isEmpty ? "" : " ; parts : " + shares.joined(separator: ", ")
    return "IRIS " + (counts + gone + come).joined(separator: ", ") + parts
  }

  private static func word(for change: Link.Change) -> String {
    switch change {
    case .none: "inchangés"
    case .renamed: "renommés"
    case .recoded: "recodés"
    case .split: "divisés"
    case .merged: "fusionnés"
    case .redrawn: "redessinés"
    case .communesMerged: "de communes fusionnées"
    case .communeSplit: "de communes scindées"
    }
  }
}
