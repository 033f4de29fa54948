/// A column's name without the words that say whose address it is: « Commune de résidence »,
/// « ADR_CP », « Adresse responsable 1 ».
struct QualifiedName {
  private let words: [String]

  /// - Parameters:
  ///   - folded: as `ColumnName.folded` gives it
  init(_ folded: String) { words = folded.split(separator: "_").map(String.init) }

  /// What is left of the name, and whether a number may be that of a house then: the number of an
  /// insured person is none. Empty where nothing was to leave out.
  var reduced: [(name: String, takesNumbers: Bool)] {
    let plain = words.filter { !Self.links.contains($0) && !Self.whose.contains($0) }
    let bare = plain.filter { !Self.addresses.contains($0) }
    let all = words.filter { !Self.addresses.contains($0) }
    let found = [(all, true), (plain, false), (bare, false)].filter {
      !$0.0.isEmpty && $0.0 != words
    }
    return found.map { ($0.0.joined(separator: "_"), $0.1) }
  }

  private static let links: Set<String> = ["D", "DE", "DES", "DU", "L", "LA", "LE", "LES"]
  private static let addresses: Set<String> = ["ADR", "ADRESSE"]
  private static let whose: Set<String> = [
    "ACTUEL", "ACTUELLE", "ALLOCATAIRE", "ASSURE", "BENEF", "BENEFICIAIRE", "DEMANDEUR",
    "DOMICILE", "ELEVE", "ENFANT", "FOYER", "HABITATION", "PARENT", "RESIDENCE", "RESPONSABLE",
    "TITULAIRE", "USAGER",
  ]
}

extension ColumnRole {
  /// Whether it is of an address; a number and its suffix only where they may be.
  func isOfAddress(withNumber takesNumbers: Bool) -> Bool {
    switch self {
    case .street, .address, .complement, .place, .postcode, .city, .commune: true
    case .number, .suffix, .streetType: takesNumbers
    default: false
    }
  }
}
