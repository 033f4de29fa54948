/// What the streets of a quarter are called after. Names are the common stock of French towns.
enum Theme: Sendable, CaseIterable {
  case trades, republic, letters, flowers, trees, birds, musicians, vines, water, regions, makers
  case science, country, village

  init(_ plan: PlanArea) {
    self = Self.chosen[plan.commune == .town ? plan.own : ""] ?? Self.usual(plan.style)
  }

  private static let chosen: [String: Theme] = [
    "0302": .flowers, "0402": .trees, "0403": .birds, "0405": .country, "0701": .musicians,
    "0801": .vines, "0901": .water, "0902": .country, "0903": .vines, "0301": .letters,
    "0404": .trees, "0502": .letters, "0204": .trades, "0501": .water,
  ]

  private static func usual(_ style: Style) -> Theme {
    switch style {
    case .old: .trades
    case .faubourg, .mixed: .republic
    case .estate: .flowers
    case .towers: .regions
    case .business: .makers
    case .campus: .science
    case .rural, .wild: .country
    case .village: .village
    }
  }
}

extension Theme {
  /// What follows « Rue »: `des Lilas`, `Victor Hugo`.
  var names: [String] {
    switch self {
    case .trades: Self.tradeNames
    case .republic: Self.republicNames
    case .letters: Self.letterNames
    case .flowers:
      Self.each(
        "des",
        "Lilas Glycines Églantiers Mimosas Jonquilles Coquelicots Bleuets Pivoines Violettes Tulipes Iris Marguerites Primevères Capucines Hortensias Dahlias Anémones Pervenches Lavandes Bruyères Campanules Jacinthes Myosotis Œillets Roses Clématites Genêts Seringas"
      )
    case .trees:
      Self.each(
        "des",
        "Tilleuls Érables Platanes Noyers Marronniers Frênes Bouleaux Charmes Hêtres Peupliers Saules Cèdres Sapins Mélèzes Acacias Sorbiers Merisiers Pommiers Poiriers Cerisiers Pruniers Noisetiers Châtaigniers Aulnes Ormes Chênes Cognassiers Tulipiers Sureaux"
      )
    case .birds:
      Self.each(
        "des",
        "Mésanges Alouettes Fauvettes Hirondelles Rossignols Pinsons Grives Bouvreuils Chardonnerets Linottes Tourterelles Merles Loriots Hérons Martinets Pics Roitelets Bergeronnettes Huppes Cailles Perdrix Vanneaux Geais Courlis"
      )
    case .musicians: Self.musicianNames
    case .vines: Self.vineNames
    case .water: Self.waterNames
    case .regions: Self.regionNames
    case .makers: Self.makerNames
    case .science: Self.scienceNames
    case .country: Self.countryNames
    case .village: Self.villageNames
    }
  }

  static func each(_ article: String, _ words: String) -> [String] {
    words.split(separator: " ").map { "\(article) \($0)" }
  }

  static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.drop { $0 == " " || $0 == "\n" }) }
  }
}
