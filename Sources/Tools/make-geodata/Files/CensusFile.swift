internal import Territory

/// The census table by IRIS and its dictionary, in the layout of base-ic-evol-struct-pop-2022.
enum CensusFile {
  static func table(_ population: Population) -> String {
    let header = ["IRIS", "COM", "TYP_IRIS", "LAB_IRIS"] + CensusColumn.all.map(\.code)
    let rows = zip(TownPlan.areas, population.people).map { plan, people in
      [plan.code, plan.commune.code, plan.type.rawValue, quality(plan)]
        + CensusColumn.all.map { Text.significant($0.value(people)) }
    }
    return Text.table([header] + rows)
  }

  static func dictionary() -> String {
    let header = [
      "COD_VAR", "LIB_VAR", "LIB_VAR_LONG", "COD_MOD", "LIB_MOD", "TYPE_VAR", "LONG_VAR",
    ]
    let communes = PlanCommune.all.map { ($0.code, "\($0.name) (commune inventée)") }
    let types = [
      ("A", "IRIS d'activité"), ("D", "IRIS divers"), ("H", "IRIS d'habitat"),
      ("Z", "Commune non découpée en IRIS"),
    ]
    let labels = [
      ("1", "Bonne qualité"), ("2", "Qualité moyenne"), ("5", "Commune non découpée en IRIS"),
    ]
    return Text.table(
      [header]
        + modalities("IRIS", "IRIS", "Code du département, de la commune et de l'IRIS", [], 9)
        + modalities(
          "COM", "Commune ou ARM", "Code du département suivi du numéro de commune", communes, 5)
        + modalities("TYP_IRIS", "Type d'IRIS", "Type d'IRIS", types, 1)
        + modalities(
          "LAB_IRIS", "Label de qualité de l'IRIS", "Label de qualité de l'IRIS", labels, 1)
        + CensusColumn.all.map { [$0.code, $0.label, $0.longLabel, "", "", "NUM", ""] })
  }

  private static func modalities(
    _ code: String, _ label: String, _ long: String, _ items: [(String, String)], _ length: Int
  ) -> [[String]] {
    let items = items.isEmpty ? [("", "")] : items
    return items.map { [code, label, long, $0.0, $0.1, "CHAR", String(length)] }
  }

  /// The label of quality: 5 for an undivided commune.
  private static func quality(_ plan: PlanArea) -> String {
    if plan.type == .commune { return "5" }
    return plan.type == .habitat ? "1" : "2"
  }
}
