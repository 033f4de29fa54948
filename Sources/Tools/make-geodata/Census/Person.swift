/// An invented inhabitant, as the census sample sees one: attributes and a weight, no name.
struct Person: Sendable {
  var age: Int
  var isMale: Bool
  var isForeign: Bool
  var isImmigrant: Bool
  /// Outside a household: a home, a hospital, a hall of residence.
  var isInCommunity: Bool
  var occupation: Occupation
  /// How many inhabitants the person stands for.
  var weight: Double
  /// Weight in the complementary exploitation; 0 for those that it leaves out.
  var complementaryWeight: Double
}

/// Socio-occupational group of whoever is 15 or more.
///
/// - Source: column suffixes of base-ic-evol-struct-pop-2022 (nomenclature GSEC)
enum Occupation: String, Sendable, CaseIterable {
  case farmers = "GSEC11_21"
  case traders = "GSEC12_22"
  case managers = "GSEC13_23"
  case intermediate = "GSEC14_24"
  case employees = "GSEC15_25"
  case workers = "GSEC16_26"
  case retired = "GSEC32"
  case others = "GSEC40"

  var label: String {
    switch self {
    case .farmers: "Agriculteurs exploitants"
    case .traders: "Artisans, commerçants, chefs d'entreprise"
    case .managers: "Cadres et professions intellectuelles supérieures"
    case .intermediate: "Professions intermédiaires"
    case .employees: "Employés"
    case .workers: "Ouvriers"
    case .retired: "Retraités"
    case .others: "Autres sans activité professionnelle"
    }
  }
}
