/// One column of the census table by IRIS: what it counts and what it is called.
struct CensusColumn: Sendable {
  let code: String
  let label: String
  let longLabel: String
  private let isComplementary: Bool
  private let isCounted: @Sendable (Person) -> Bool

  func value(_ people: [Person]) -> Double {
    people.reduce(0) { sum, person in
      guard isCounted(person) else { return sum }
      return sum + (isComplementary ? person.complementaryWeight : person.weight)
    }
  }

  /// The 72 columns after the four that say where, in the order of the file.
  ///
  /// - Source: header of base-ic-evol-struct-pop-2022.CSV (ATTRIBUTES.md)
  static let all: [CensusColumn] =
    whole + sexed("H", "Hommes", isMale: true) + sexed("F", "Femmes", isMale: false)
    + occupations("POP", "Pop", "Nombre de personnes") { _ in true }
    + occupations("H", "Hommes", "Nombre d'hommes") { $0.isMale }
    + occupations("F", "Femmes", "Nombre de femmes") { !$0.isMale } + origins

  private static let fine = [
    (0, 2), (3, 5), (6, 10), (11, 17), (18, 24), (25, 39), (40, 54), (55, 64), (65, 79), (80, 999),
  ]
  private static let broad = [
    (0, 14), (15, 29), (30, 44), (45, 59), (60, 74), (75, 999), (0, 19), (20, 64), (65, 999),
  ]

  private static let whole =
    [main("POP", "Population en 2022 (princ)", "Population") { _ in true }]
    + (fine + broad).map { band in
      main(
        "POP\(suffix(band))", "Pop \(words(band)) en 2022 (princ)",
        "Nombre de personnes de \(words(band))"
      ) { person in band.0 <= person.age && person.age <= band.1 }
    }

  private static func sexed(_ letter: String, _ word: String, isMale: Bool) -> [CensusColumn] {
    let people = isMale ? "d'hommes" : "de femmes"
    return [
      main("POP\(letter)", "Pop \(word) en 2022 (princ)", "Nombre total \(people)") {
        $0.isMale == isMale
      }
    ]
      + broad.map { band in
        main(
          "\(letter)\(suffix(band))", "Pop \(word) \(words(band)) en 2022 (princ)",
          "Nombre \(people) de \(words(band))"
        ) { $0.isMale == isMale && band.0 <= $0.age && $0.age <= band.1 }
      }
  }

  private static func occupations(
    _ letters: String, _ word: String, _ people: String,
    _ isCounted: @escaping @Sendable (Person) -> Bool
  ) -> [CensusColumn] {
    [
      CensusColumn(
        code: "C22_\(letters)15P", label: "\(word) 15 ans ou plus en 2022 (compl)",
        longLabel: "\(people) de 15 ans ou plus", isComplementary: true
      ) { isCounted($0) && $0.age >= 15 }
    ]
      + Occupation.allCases.map { group in
        CensusColumn(
          code: "C22_\(letters)15P_STAT_\(group.rawValue)",
          label: "\(word) 15 ans ou plus \(group.label) en 2022 (compl)",
          longLabel: "\(people) de 15 ans ou plus : \(group.label)", isComplementary: true
        ) { isCounted($0) && $0.age >= 15 && $0.occupation == group }
      }
  }

  private static let origins = [
    main("POP_FR", "Pop Français en 2022 (princ)", "Nombre de personnes françaises") {
      !$0.isForeign
    },
    main("POP_ETR", "Pop Etrangers en 2022 (princ)", "Nombre de personnes étrangères") {
      $0.isForeign
    },
    main("POP_IMM", "Pop Immigrés en 2022 (princ)", "Nombre de personnes immigrées") {
      $0.isImmigrant
    },
    main("PMEN", "Pop ménages en 2022 (princ)", "Population des ménages") { !$0.isInCommunity },
    main("PHORMEN", "Pop hors ménages en 2022 (princ)", "Population hors ménages") {
      $0.isInCommunity
    },
  ]

  private static func main(
    _ code: String, _ label: String, _ longLabel: String,
    _ isCounted: @escaping @Sendable (Person) -> Bool
  ) -> CensusColumn {
    CensusColumn(
      code: "P22_\(code)", label: label, longLabel: longLabel, isComplementary: false,
      isCounted: isCounted)
  }

  private init(
    code: String, label: String, longLabel: String, isComplementary: Bool,
    isCounted: @escaping @Sendable (Person) -> Bool
  ) {
    self.code = code
    self.label = label
    self.longLabel = longLabel
    self.isComplementary = isComplementary
    self.isCounted = isCounted
  }

  private static func suffix(_ band: (Int, Int)) -> String {
    band.1 == 999
      ? "\(band.0)P" : String(band.0).padded(to: 2) + String(band.1).padded(to: 2)
  }

  private static func words(_ band: (Int, Int)) -> String {
    band.1 == 999 ? "\(band.0) ans ou plus" : "\(band.0)-\(band.1) ans"
  }
}
