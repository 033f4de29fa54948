internal import Territory

/// The family allowance fund's file: counts by IRIS that the partner has already put there, with
/// what it holds back.
///
/// Layout of the tables that funds gave to town observatories: title lines, an empty one, codes of
/// the columns, their labels, then commas and quotes in Windows-1252. Counts below five are blank or
/// `<5`; a row with a note other than 0 is blank throughout.
enum AllowanceFile {
  static let header = ["dc", "nomc", "iris", "nom", "note"] + measures.map(\.code)

  private static let measures: [(code: String, label: String, share: Double, poorShare: Double)] = [
    ("A", "Nombre d'allocataires", 0.155, 0.55),
    ("PERCOU", "Nombre de personnes couvertes", 0, 0),
    ("AM", "Nombre de familles monoparentales", 0.09, 0.5),
    ("ACAVENF", "Nombre d'allocataires en couple avec enfant", 0.37, 0),
    ("AC3ENF", "dont couples avec trois enfants ou plus", 0.055, 0.2),
    (
      "AEEH", "Nombre d'allocataires percevant l'allocation d'éducation de l'enfant handicapé",
      0.018, 0.02
    ),
    ("AAL", "Nombre d'allocataires percevant une aide au logement", 0.34, 1.1),
    ("AAAH", "Nombre d'allocataires percevant l'allocation adulte handicapé", 0.075, 0.1),
    ("ARSA", "Nombre d'allocataires percevant le revenu de solidarité active", 0.035, 1.05),
    (
      "APRES50", "Nombre d'allocataires dont le revenu est constitué à plus de 50 % de prestations",
      0.1, 1.1
    ),
  ]

  static func bytes(seed: UInt64) -> [UInt8] {
    var chance = Chance(seed: seed, topic: "allowances")
    var lines = titles.map { [quoted($0)] } + [[""]]
    lines.append(header.map(quoted))
    lines.append(
      ([
        "Code commune", "Nom de la commune", "Code IRIS", "Nom de la zone",
        "Disponibilité (voir documentation)",
      ] + measures.map(\.label)).map(quoted))
    var totals = [Int](repeating: 0, count: measures.count)
    for (area, plan) in TownPlan.areas.enumerated() where plan.type != .commune {
      let counts = counts(Double(CensusTarget.inhabitants[area]), Profile.of(plan.style), &chance)
      for (index, count) in counts.enumerated() { totals[index] += count }
      lines.append(place(plan, isWithheld: counts[0] < 20) + cells(counts, &chance))
    }
    // Allowances whose address is not known at the IRIS count in the commune only.
    lines.append(
      [
        quoted(PlanCommune.town.code), quoted(PlanCommune.town.name), quoted(""),
        quoted("Ensemble"), "0",
      ]
        + totals.map { String($0 + $0 / 37) })
    let width = header.count
    let padded = lines.map { $0 + [String](repeating: "", count: width - $0.count) }
    return Text.windows1252(padded.map { $0.joined(separator: ",") + "\r\n" }.joined())
  }

  private static let titles = [
    "Allocataires des prestations légales au 31/12/2024 – DONNÉES INVENTÉES",
    "Données par IRIS",
    "Champ : IRIS de la commune 21951-Aubervelle-sur-Sorlaine (ville inventée)",
    "Effectifs inférieurs à 5 masqués",
    "Source : caisse d'allocations familiales fictive",
  ]

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }

  private static func place(_ plan: PlanArea, isWithheld: Bool) -> [String] {
    [
      quoted(plan.commune.code), quoted(plan.commune.name), quoted(plan.own), quoted(plan.name),
      isWithheld ? "1" : "0",
    ]
  }

  private static func cells(_ counts: [Int], _ chance: inout Chance) -> [String] {
    if counts[0] < 20 { return counts.map { _ in "" } }
    return counts.map { count in
      (1...4).contains(count) ? (chance.happens(0.5) ? "" : "<5") : String(count)
    }
  }

  /// Whole numbers in which no part is larger than the whole.
  private static func counts(
    _ people: Double, _ profile: Profile, _ chance: inout Chance
  ) -> [Int] {
    let holders =
      people * (measures[0].share + measures[0].poorShare * profile.poorShare)
      * chance.between(0.92, 1.08)
    let whole = Int(holders.rounded())
    return measures.enumerated().map { index, measure in
      switch index {
      case 0: return whole
      case 1: return min(Int((holders * chance.between(1.9, 2.5)).rounded()), Int(people))
      default:
        let share = min(measure.share + measure.poorShare * profile.poorShare, 0.9)
        return min(Int((holders * share * chance.between(0.85, 1.15)).rounded()), whole)
      }
    }
  }
}
