/// Which vintages go together.
///
/// - Source: INPUTS.md §3.2–3.4: RP N is published in the geography of 1 January N + 2; the Code
///   officiel géographique of a year states its communes on 1 January; the BAN follows the communes
///   in force on its day
enum FitRules {
  /// Why a set goes with contours of a year, or does not; `nil` when the set says nothing of years.
  static func verdict(
    _ kind: ReferenceKind, _ vintage: ReferenceVintage, on year: Int
  ) -> (fits: Bool, reason: String) {
    switch kind {
    case .contours: (false, "une édition de contours ne se mêle pas à une autre")
    case .census: census(vintage.year, on: year)
    case .communes:
      vintage.year == year
        ? (true, "communes au 1er janvier \(year), comme les contours")
        : (false, "communes au 1er janvier \(vintage), contours au 1er janvier \(year)")
    case .movements:
      vintage.year >= year
        ? (true, "événements jusqu’en \(vintage) : relie toute commune disparue depuis 1943")
        : (false, "événements jusqu’en \(vintage) seulement, contours de \(year)")
    case .addresses, .places, .municipal: addresses(vintage, on: year)
    case .postcodes: (true, "les codes postaux ne suivent pas les éditions de contours")
    }
  }

  private static func census(_ census: Int, on year: Int) -> (Bool, String) {
    let geography = census + 2
    let rule = "l’INSEE diffuse le RP\(census) dans la géographie du 1er janvier \(geography)"
    return geography == year ? (true, rule) : (false, "\(rule), contours de \(year)")
  }

  private static func addresses(_ day: ReferenceVintage, on year: Int) -> (Bool, String) {
    if day.year == year { return (true, "adresses de \(day), communes de la même année") }
    return day.year > year
      ? (true, "communes fusionnées entre \(year) et \(day) : joindre les mouvements du COG")
      : (true, "plus anciennes que les contours : les voies ouvertes depuis manquent")
  }

  /// What a campaign needs beside contours of a year.
  static func needs(on year: Int) -> [Fit.Need] {
    [
      Fit.Need(
        kind: .census,
        reason: "RP\(year - 2), que l’INSEE diffuse dans la géographie du 1er janvier \(year)"),
      Fit.Need(kind: .addresses, reason: "une BAN ou une BAL, si les sources donnent des adresses"),
      Fit.Need(kind: .communes, reason: "le COG \(year), pour reconnaître les noms de communes"),
      Fit.Need(kind: .movements, reason: "le COG \(year) ou après, pour les communes fusionnées"),
      Fit.Need(kind: .postcodes, reason: "les codes postaux de La Poste"),
    ]
  }

  /// What sets that go with the same contours need of one another.
  static func needs(
    between sets: [(kind: ReferenceKind, vintage: ReferenceVintage)]
  ) -> [Fit.Need] {
    let movements = sets.filter { $0.kind == .movements }.map(\.vintage.year).max()
    let days = sets.filter { [.addresses, .places, .municipal].contains($0.kind) }
    guard let movements, let latest = days.map(\.vintage).max(), latest.year > movements else {
      return []
    }
    return [
      Fit.Need(
        kind: .movements,
        reason:
          "le COG \(latest.year), pour les communes fusionnées entre \(movements) et les adresses de \(latest)"
      )
    ]
  }
}
