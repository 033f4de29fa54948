internal import Diagnostics
internal import Disclosure
internal import Rates
internal import Stages
internal import Territory

/// The sentences of this target.
enum Wording {
  static func badName() -> Problem {
    Problem(
      "exports.file-name", .stops, fact: "nom de fichier de sortie refusé",
      remedy: "n’employer que des lettres sans accent, des chiffres, « - » et « _ » (60 au plus)",
      outcome: .usage)
  }

  static func otherEdition(_ contours: String, notice: String) -> Problem {
    Problem(
      "exports.edition-mismatch", .stops,
      fact: "contours de l’édition « \(public: contours) », « \(public: notice) » annoncée",
      remedy: "donner une seule édition des contours à toute la campagne",
      outcome: .referencesUnfit)
  }

  static func noContour(_ code: String) -> Problem {
    Problem(
      "exports.no-contour", .warns, at: Place(code: code),
      fact: "IRIS sans contour : l’objet est écrit sans géométrie",
      remedy: "vérifier que contours et données sont de la même édition")
  }

  static func noRow(_ code: String) -> Problem {
    Problem(
      "exports.no-row", .warns, at: Place(code: code),
      fact: "contour sans ligne dans les résultats : il n’est pas écrit",
      remedy: "vérifier que contours et données sont de la même édition")
  }

  static func workbook(_ path: String) -> Problem {
    Problem(
      "exports.workbook", .stops, at: Place(file: path), fact: "classeur Excel impossible à écrire",
      remedy: "vérifier la place sur le disque et celle de /tmp, puis relancer",
      outcome: .temporary)
  }

  static func thresholdSentence(_ threshold: StatedThreshold) -> String {
    "un effectif de 1 à \(threshold.usual - 1) n’est pas diffusé" + exceptions(threshold)
  }

  /// « (1 à 4 pour tx_alloc) »; empty where one threshold holds for all.
  static func exceptions(_ threshold: StatedThreshold) -> String {
    let words = threshold.exceptions.map { "1 à \($0.threshold - 1) pour \($0.id)" }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  static func collapsed(_ code: String) -> Problem {
    Problem(
      "exports.collapsed", .stops, at: Place(code: code),
      fact: "contour plus petit que l’arrondi des coordonnées (1 cm)",
      remedy: "corriger ou retirer ce contour dans la source")
  }

  static func notGeographic(_ code: String) -> Problem {
    Problem(
      "exports.not-geographic", .stops, at: Place(code: code),
      fact: "sommet sans longitude ni latitude après projection",
      remedy: "vérifier le système de coordonnées des contours", outcome: .referencesUnfit)
  }

  static func formula(column: String, code: String) -> Problem {
    Problem(
      "exports.formula", .stops, at: Place(code: code),
      fact: "texte de la colonne « \(public: column) » qu’un tableur prendrait pour une formule",
      remedy: "corriger ce texte dans la source : pas de = + - @ ni de tabulation en tête")
  }

  static func shortenedName(_ id: String, _ stem: String) -> Problem {
    Problem(
      "exports.shortened-name", .warns,
      fact: "indicateur « \(public: id) » : colonnes nommées « \(public: stem)_… »",
      remedy: "un identifiant distinct de 7 caractères au plus serait gardé tel quel")
  }
}

extension Wording {
  static func level(of zone: Zone) -> String {
    switch zone {
    case .iris: "iris"
    case .unlocated: "hors IRIS"
    case .commune: "commune"
    }
  }

  static func comparison(_ comparison: Release.Comparison) -> String {
    switch comparison {
    case .muchHigher: "très supérieur"
    case .higher: "supérieur"
    case .similar: "non différent"
    case .lower: "inférieur"
    case .muchLower: "très inférieur"
    }
  }

  static func unit(_ unit: Tally.Unit) -> String {
    switch unit {
    case .person: "personne"
    case .household: "ménage"
    case .count: "unité"
    case .amount: "euro"
    }
  }

  /// « personnes », « ménages »; empty for units without a name.
  static func units(_ unit: Tally.Unit) -> String { unit == .count ? "" : Self.unit(unit) + "s" }

  /// « 96 personnes »; units without a name are a number.
  static func counted(_ count: Int, _ unit: Tally.Unit) -> String {
    let number = FrenchNumber.grouped(count)
    return unit == .count ? number : number + "\u{A0}" + Self.unit(unit) + (count > 1 ? "s" : "")
  }

  /// « % », « ‰ », « pour 10 000 »; empty for a ratio.
  static func unit(per factor: Double) -> String {
    switch factor {
    case 1: ""
    case 100: "%"
    case 1000: "‰"
    default: "pour \(FrenchNumber.decimal(factor, decimals: factor == factor.rounded() ? 0 : 1))"
    }
  }

  /// The title with the unit of its rate.
  static func title(_ definition: IndicatorDefinition) -> String {
    if definition.isAmount { return "\(definition.title) (euros)" }
    let unit = definition.method == nil ? "nombre" : unit(per: definition.per)
    return unit.isEmpty ? definition.title : "\(definition.title) (\(unit))"
  }

  static func alias(of ending: ColumnStem.Ending, _ definition: IndicatorDefinition) -> String {
    switch ending {
    case .count: "\(definition.title) : \(definition.isAmount ? "total en euros" : "nombre")"
    case .mean: "\(definition.title) : moyenne par bénéficiaire, en euros"
    case .denominator where definition.isAmount: "\(definition.title) : bénéficiaires"
    case .denominator: "\(definition.title) : population de référence" + base(definition)
    case .rate: title(definition)
    case .lower95: "\(definition.title) : borne basse à 95 %"
    case .upper95: "\(definition.title) : borne haute à 95 %"
    case .lower998: "\(definition.title) : borne basse à 99,8 %"
    case .upper998: "\(definition.title) : borne haute à 99,8 %"
    case .comparison: "\(definition.title) : comparaison à la commune"
    case .method: "\(definition.title) : méthode de l’intervalle"
    case .status: "\(definition.title) : statut (vide, c, n, x, m, e)"
    }
  }

  private static func base(_ definition: IndicatorDefinition) -> String {
    let parts = [definition.denominatorLabel, definition.denominatorVintage].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}

extension Wording {
  static func unknownSystem(_ name: String) -> Problem {
    Problem(
      "exports.unknown-system", .stops,
      fact: "système « \(public: name) » absent du registre des GeoPackage",
      remedy: "prendre des contours dans le système légal du territoire",
      outcome: .referencesUnfit)
  }

  static func type(of kind: Column.Kind) -> String {
    switch kind {
    case .text: "texte"
    case .code: "code (texte)"
    case .integer: "nombre entier"
    case .decimal: "nombre décimal"
    }
  }

  static let irisTypes = [
    ("H", "habitat"), ("A", "activité"), ("D", "divers"), ("Z", "commune non découpée"),
  ]

  static func rule(_ threshold: StatedThreshold) -> String {
    "Secret statistique\u{A0}: tout effectif de 1 à \(threshold.usual - 1)\(exceptions(threshold)) "
      + "est masqué, ainsi que ceux qui permettraient de le retrouver\u{A0}; une case masquée est "
      + "vide et porte le statut «\u{A0}c\u{A0}»."
      + (threshold.hasAmounts ? " \(amountRule(threshold))" : "")
  }

  private static func amountRule(_ threshold: StatedThreshold) -> String {
    "Un montant est masqué si moins de \(threshold.usual) personnes le perçoivent, ou si l’une en a "
      + "plus de 85\u{A0}%\u{A0}; un montant masqué reste incertain d’au moins 15\u{A0}%."
  }
}

extension Wording {
  static let withoutRate = "Taux non calculé"

  static func meaning(of status: Release.Status) -> String {
    switch status {
    case .released: "Diffusé"
    case .withheld: "Secret statistique"
    case .notSignificant: "Non significatif"
    case .notApplicable: "Sans objet (pas de population)"
    case .missing: "Non transmis"
    case .embargoed: "Sous embargo"
    }
  }

  /// « 10 à 30 % (17) »: the number of IRIS stands in the label.
  static func legend(_ label: String, count: Int) -> String {
    "\(label) (\(FrenchNumber.grouped(count)))"
  }

  /// The class between two bounds of a scale, with no more decimals than its bounds need, and the
  /// same for all its classes.
  static func range(_ index: Int, of bounds: [FixedPoint], per factor: Double) -> String {
    let above = index == 0 ? nil : bounds[index - 1]
    let below = index == bounds.count ? nil : bounds[index]
    let decimals = bounds.map(\.neededDecimals).max() ?? 0
    let number = { (bound: FixedPoint) in FrenchNumber.decimal(bound.value, decimals: decimals) }
    let unit = unit(per: factor)
    let ending = unit.isEmpty ? "" : "\u{A0}\(unit)"
    switch (above.map(number), below.map(number)) {
    case (let above?, let below?): return "\(above) à \(below)\(ending)"
    case (let above?, nil): return "\(above)\(ending) et plus"
    case (nil, let below?): return "moins de \(below)\(ending)"
    case (nil, nil): return "Taux diffusés"
    }
  }

  static func circles(_ least: Int, _ most: Int) -> String {
    "Cercles proportionnels, de \(FrenchNumber.grouped(least)) à \(FrenchNumber.grouped(most))"
  }
}

extension Wording {
  /// Who may have the files.
  static func access(_ notice: Notice) -> String {
    guard let audience = notice.audience else {
      return "document de travail : ne sort pas avant l’analyse partagée"
    }
    let accord = notice.accord.map { " (accord : \($0))" } ?? ""
    return audience.french + accord
  }
}
