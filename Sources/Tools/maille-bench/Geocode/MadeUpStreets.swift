/// The streets of one made-up commune.
struct MadeUpStreets {
  private(set) var names: [String] = []
  /// For each street: how many numbers.
  private(set) var counts: [Int] = []

  init(_ commune: Int, of country: MadeUpFrance) {
    var chance = Chance(seed: country.seed ^ 0x7374_7265_6574, of: commune)
    let wanted = country.isLarge(commune) ? 300 : 30 + Int(chance.share() * 50)
    var known: Set<String> = []
    while names.count < wanted {
      let name = Self.name(&chance)
      guard known.insert(name).inserted else { continue }
      names.append(name)
      counts.append(1 + Int(chance.share() * 19.4))
    }
  }

  private static func name(_ chance: inout Chance) -> String {
    let type = types[Int(chance.share() * chance.share() * Double(types.count))]
    if chance.share() < 0.35 {
      let common = commons[Int(chance.share() * chance.share() * Double(commons.count))]
      return type + " " + common
    }
    let first = firstNames[Int(chance.share() * Double(firstNames.count))]
    let start = starts[Int(chance.share() * Double(starts.count))]
    let middle = middles[Int(chance.share() * Double(middles.count))]
    let end = ends[Int(chance.share() * Double(ends.count))]
    let surname = start + middle + end
    return chance.share() < 0.6 ? "\(type) \(first) \(surname)" : "\(type) du \(surname)"
  }

  private static let types = [
    "Rue", "Rue", "Rue", "Rue", "Impasse", "Chemin", "Avenue", "Allée", "Route", "Place",
    "Boulevard", "Square", "Passage", "Ruelle", "Quai", "Cours",
  ]
  private static let commons = [
    "de l'Église", "de la Mairie", "du Moulin", "de la Gare", "des Écoles", "Jean Jaurès",
    "Victor Hugo", "Pasteur", "de la République", "du Général de Gaulle", "du 8 Mai 1945",
    "de la Fontaine", "du Château", "des Lilas", "Jean Moulin", "du Lavoir", "des Jardins",
    "du Stade", "de Verdun", "du 11 Novembre 1918", "des Acacias", "du Cimetière", "de la Paix",
    "Émile Zola", "des Tilleuls", "du Maréchal Foch", "de l'Abbé Grégoire", "du Bois",
    "Saint-Martin",
    "des Vignes", "de la Croix Blanche", "Sainte-Anne", "du Docteur Calmette", "des Primevères",
    "du Four", "de la Liberté", "Pierre Curie", "des Rosiers", "du Puits", "de l'Étang",
  ]
  private static let firstNames = [
    "Jean", "Pierre", "Marie", "Louis", "Jacques", "Paul", "Charles", "Henri", "Georges", "André",
    "Marcel", "René", "Émile", "Albert", "Lucie", "Simone", "Auguste", "Camille", "Joseph", "Léon",
    "Raymond", "Edmond", "Gustave", "Hélène", "Irène", "Jules", "Madeleine", "Olympe", "Rosa",
    "Suzanne",
  ]
  private static let starts = [
    "Bau", "Ber", "Cha", "Cour", "Del", "Du", "Fa", "Gau", "Gi", "Ha", "Jo", "La", "Le", "Ma",
    "Mer", "Mo", "Pe", "Ri", "Ro", "Sal", "Thi", "Va", "Vi", "Bri",
  ]
  private static let middles = [
    "", "ba", "che", "de", "gnon", "lan", "li", "ma", "nel", "ra", "ro", "ssa", "te", "va", "vil",
  ]
  private static let ends = [
    "bert", "blin", "card", "deau", "dier", "gnac", "gnier", "lard", "lot", "mont", "neau", "nier",
    "quet", "rand", "reau", "ret", "ron", "rre", "sier", "son", "tel", "thier", "ton", "vin", "zel",
  ]
}
