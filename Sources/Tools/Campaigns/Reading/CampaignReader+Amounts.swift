internal import Diagnostics
internal import Intake
internal import Tables
internal import Territory

extension CampaignReader {
  /// What stands under `measure`.
  enum Measured: String, CaseIterable {
    case persons, amount
  }

  /// The column of euros; reported where the unit and the column do not go together, and where the
  /// persons behind a sum would not be known any more.
  func amount(_ section: Section, unit: Tally.Unit) -> AmountColumn? {
    guard unit == .amount else {
      if section.has("amount") {
        section.record(Wording.amountWithoutUnit(at: section.place(of: "amount")))
      }
      return nil
    }
    for key in ["count", "masked", "totals", "edition", "apportion"] where section.has(key) {
      section.record(Wording.notWithAmounts(key, at: section.place(of: key)))
    }
    return AmountColumn(
      column: section.text("amount"), mark: section.choice("decimal", default: .point))
  }

  /// One row, one person: otherwise one with ten payments would hide among ten.
  func keyOfAmounts(_ section: Section) -> RepeatedKey? {
    if section.choice("duplicates", default: RepeatedKey.Rule.refuse) != .refuse {
      section.record(Wording.notWithAmounts("duplicates", at: section.place(of: "duplicates")))
    }
    let column = section.text("key")
    return RepeatedKey(column: column, rule: .refuse)
  }

  /// Whether an indicator adds euros.
  func isAmount(_ section: Section, of source: Campaign.Source?) -> Bool {
    guard section.choice("measure", default: Measured.persons) == .amount else { return false }
    if let source, source.layout.rule.unit != .amount {
      section.record(Wording.noAmounts(source.id, at: section.place(of: "measure")))
    }
    for key in ["denominator", "denominator_source", "method", "per", "bounds"]
    where section.has(key) {
      section.record(Wording.notWithAmounts(key, at: section.place(of: key)))
    }
    return true
  }
}

extension Wording {
  static func amountWithoutUnit(at place: Place) -> Problem {
    refused(
      "campaign.amount-without-unit", at: place,
      fact: "une colonne de montants est déclarée, mais une ligne n’est pas un montant",
      remedy: "écrire unit: amount, avec key : une ligne par personne")
  }

  static func notWithAmounts(_ key: String, at place: Place) -> Problem {
    refused(
      "campaign.not-with-amounts", at: place,
      fact: "« \(public: key) » n’a pas de sens avec des montants",
      remedy: "retirer cette clé ; un montant est une ligne par personne, additionnée en euros")
  }

  static func noAmounts(_ source: String, at place: Place) -> Problem {
    refused(
      "campaign.no-amounts", at: place,
      fact: "la source « \(public: source) » compte des personnes, non des montants",
      remedy: "déclarer unit: amount et amount: COLONNE dans cette source")
  }

  static func amountTooLarge(_ indicator: String, commune: String) -> Problem {
    Problem(
      "campaign.amount-too-large", .stops, at: Place(code: commune),
      fact:
        "le total de « \(public: indicator) » dépasse 400 millions d’euros : son contrôle ne serait plus exact",
      remedy: "vérifier le signe décimal de la colonne, ou parler en plusieurs campagnes",
      outcome: .inputRefused)
  }
}
