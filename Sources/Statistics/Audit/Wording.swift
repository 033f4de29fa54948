internal import Diagnostics

/// The sentences of this target.
enum Wording {
  static func noTable(_ folder: String) -> Problem {
    Problem(
      "audit.no-table", .stops, at: Place(file: folder),
      fact: "aucun tableau d’IRIS à contrôler (.csv ou .geojson)",
      remedy: "donner le dossier d’une diffusion écrite par maille")
  }

  static func unreadable(_ file: String) -> Problem {
    Problem(
      "audit.unreadable", .stops, at: Place(file: file),
      fact: "fichier de diffusion illisible ou abîmé",
      remedy: "écrire à nouveau la diffusion ; ne pas modifier ses fichiers à la main")
  }

  static func noThreshold(_ folder: String) -> Problem {
    Problem(
      "audit.no-threshold", .stops, at: Place(file: folder),
      fact: "les fichiers ne disent pas sous quel seuil les effectifs sont secrets",
      remedy: "joindre le GeoJSON de la diffusion, ou donner --threshold", outcome: .usage)
  }

  static func unread(_ file: String) -> Problem {
    Problem(
      "audit.unread", .warns, at: Place(file: file),
      fact: "fichier d’un format que le contrôle ne lit pas",
      remedy: "vérifier à part que ce fichier ne montre que ce que montrent les autres")
  }

  static func breach(_ breach: Breach) -> Problem {
    let place = place(of: breach.site)
    let remedy: Prose = "ne pas diffuser ; produire à nouveau avec une protection plus large"
    func problem(_ code: StaticString, _ fact: Prose) -> Problem {
      Problem(code, .stops, at: place, fact: fact, remedy: remedy, outcome: .protectionFailed)
    }
    switch breach.kind {
    case .trace:
      return problem("audit.trace", "un chiffre est écrit à côté d’un statut qui n’en montre aucun")
    case .disagreement:
      return problem(
        "audit.disagreement", "deux fichiers de la diffusion ne disent pas la même chose")
    case .shownSmall:
      return problem("audit.shown-small", "un effectif sous le seuil est montré")
    case .classBound:
      return problem("audit.class-bound", "une borne de classe ne vient pas des valeurs publiées")
    case .classCount:
      return problem("audit.class-count", "une classe compte d’autres zones que celles publiées")
    case .exact: return problem("audit.exact", "une valeur secrète se recalcule exactement")
    case .belowThreshold:
      return problem("audit.below-threshold", "une valeur secrète est connue sous le seuil")
    case .raised:
      return problem("audit.raised", "une valeur secrète ne peut plus être la plus petite possible")
    case .narrow:
      return problem("audit.narrow", "un montant secret est connu à moins de 15 % près")
    case .implied:
      return problem("audit.implied", "une différence de chiffres publiés donne un petit effectif")
    case .shownElsewhere:
      return problem(
        "audit.shown-elsewhere", "une valeur secrète est publiée par une autre diffusion")
    case .revised:
      return problem("audit.revised", "une valeur publiée a changé d’une diffusion à l’autre")
    case .contradiction:
      return problem("audit.contradiction", "aucun tableau ne convient aux chiffres publiés")
    case .undecided:
      return problem("audit.undecided", "le calcul n’a pas pu démontrer la protection")
    case .insider:
      return problem("audit.insider", "une personne ou un partenaire déduit la valeur d’un autre")
    }
  }

  private static func place(of site: Breach.Site) -> Place {
    Place(
      file: site.file.isEmpty ? site.release : site.release + "/" + site.file,
      part: site.indicator.isEmpty ? nil : site.indicator,
      code: site.zone.isEmpty ? nil : site.zone)
  }
}

// MARK: - The model for other solvers

extension Wording {
  static func modelHead(_ releases: [String], _ promise: Promise) -> [String] {
    [
      "\\ Ce qui est public de : \(releases.joined(separator: ", "))",
      "\\ Seuil \(thresholds(promise)). Toute inconnue « secrète » doit pouvoir valoir de \(promise.floor) au seuil.",
      "\\ Pour une autre inconnue, changer la ligne « cible » ; pour sa plus grande valeur, Maximize.",
      "\\ Résoudre : glpsol --lp FICHIER -o resultat.txt",
    ]
  }

  static func unknown(
    _ name: String, _ series: String, _ zone: String, isWithheld: Bool
  ) -> String {
    "\\ \(name) : \(series), \(zone)\(isWithheld ? " – secrète" : "")"
  }
}

// MARK: - The certificate

extension Wording {
  static let kept = "Contrôle de l’attaquant : toutes les promesses sont tenues."

  static func broken(_ count: Int) -> String {
    "Contrôle de l’attaquant : "
      + FrenchNumber.counted(count, "promesse rompue", "promesses rompues")
      + ", ne pas diffuser."
  }

  static func lines(of certificate: Certificate) -> [String] {
    let numbers = certificate.numbers
    let zeros = certificate.promise.zerosAreWithheld ? "masqués" : "publiés"
    let earlier = certificate.releases.count - 1
    return [
      "Diffusion : \(certificate.releases.first ?? ""), avec \(FrenchNumber.counted(earlier, "antérieure")).",
      "Seuil : \(thresholds(certificate.promise)) ; zéros \(zeros).",
      "Cellules : \(grouped(numbers.cells)), dont \(grouped(numbers.withheld)) secrètes et "
        + "\(grouped(numbers.implied)) déductibles par différence.",
      "Relations : \(grouped(numbers.relations)) ; programmes résolus : "
        + "\(grouped(numbers.programs)) ; composantes : \(grouped(numbers.components)).",
      certificate.isClean
        ? "Intervalle le plus étroit d’une cellule secrète : \(end(numbers.leastWidth)) ; plus petite "
          + "borne haute : \(end(numbers.leastUpper))."
        : "Intervalles : non donnés, ils répéteraient ce qui doit rester secret.",
      "Démontrées par deux tableaux entiers : \(grouped(numbers.proved)) sur "
        + "\(grouped(numbers.withheld)) ; connues au-dessus du seuil : \(grouped(numbers.large)).",
      insiders(numbers),
      "Résolution : \(Certificate.solver).",
      "Fichiers : \(certificate.hashes.count), empreintes SHA-256 dans la version JSON.",
    ]
  }

  /// « 11 » ; « 11, 5 pour tx_alloc ».
  private static func thresholds(_ promise: Promise) -> String {
    let own = promise.thresholds.filter { $0.value != promise.threshold }
      .sorted { $0.key < $1.key }
    return (["\(promise.threshold)"] + own.map { "\($0.value) pour \($0.key)" })
      .joined(separator: ", ")
  }

  private static func insiders(_ numbers: Certificate.Numbers) -> String {
    let persons =
      numbers.triesPersons
      ? "Initiés essayés : les personnes seules dans une case (leur nombre est secret)"
      : "Initiés essayés : aucun, il faudrait connaître les effectifs"
    let partners =
      numbers.partners == 0
      ? "" : " ; partenaires connaissant leurs propres effectifs : \(grouped(numbers.partners))"
    let amounts =
      numbers.amounts == 0
      ? ""
      : ". Montants secrets, aucun connu à moins de 15 % près : \(grouped(numbers.amounts))"
    return persons + partners + amounts + "."
  }

  private static func grouped(_ number: Int) -> String { FrenchNumber.grouped(number) }

  private static func end(_ number: Int?) -> String { number.map(grouped) ?? "sans borne" }
}
