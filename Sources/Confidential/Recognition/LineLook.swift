internal import Geocoding
internal import Tables

/// What the cells of a column of addresses look like: addresses, or names of people.
///
/// Kept for the columns whose name says « adresse », and for those whose name says nothing at all.
///
/// - Confidential: no; numbers of cells and lines
struct LineLook: Sendable {
  /// Cells looked at that hold something.
  private(set) var looked = 0
  /// Cells that begin with a number and a word, or with the type of a way.
  private(set) var placed = 0
  /// Cells that begin with an article, as hamlets do: « Le Bourg ».
  private(set) var articled = 0
  /// Cells of two to four words without a digit, one of them a usual first name, none a type of way.
  private(set) var named = 0
  /// Addresses whose number a spreadsheet made a day: « 2025-04-02 rue Neuve ».
  private(set) var dated = LinePlaces()
  /// Those of them that two numbers make: the first of a month is 1-4 as well as 4-25.
  private(set) var unclear = LinePlaces()

  mutating func add(_ cell: Field, line: Int) {
    let bytes = cell.trimmed.bytes
    guard let first = bytes.first else { return }
    looked += 1
    if bytes.count > Self.longest { return }
    if first &- 0x30 < 10 {
      addNumbered(cell.trimmed.text, line: line)
      return
    }
    let words = ColumnName.folded(cell.trimmed.text).split(separator: "_").map(String.init)
    if let first = words.first, Self.ways.contains(first) {
      placed += 1
    } else if (2...5).contains(words.count), !words.contains(where: Self.hasDigit),
      words.contains(where: Self.firstNames.contains)
    {
      named += 1
    } else if let first = words.first, Self.articles.contains(first) {
      articled += 1
    }
  }

  mutating func merge(_ later: LineLook) {
    looked += later.looked
    placed += later.placed
    articled += later.articled
    named += later.named
    dated = dated.adding(later.dated)
    unclear = unclear.adding(later.unclear)
  }

  private mutating func addNumbered(_ text: String, line: Int) {
    if let day = LeadingDay(text) {
      dated = dated.adding(LinePlaces(1, [line]))
      if day.isUnclear { unclear = unclear.adding(LinePlaces(1, [line])) }
    }
    if text.contains(where: \.isLetter) { placed += 1 }
  }

  private static let longest = 120

  private static func hasDigit(_ word: String) -> Bool { word.utf8.contains { $0 &- 0x30 < 10 } }

  /// Types of ways as addresses begin with them, and what else begins one.
  private static let ways = set(
    "RUE R AV AVE AVENUE BD BLD BLVD BOULEVARD PL PLACE PCE CH CHE CHEM CHEMIN IMP IMPASSE ALL ALLEE "
      + "ALLEES CRS COURS COUR QUAI QU RTE ROUTE SQ SQUARE RES RESIDENCE LOT LOTISSEMENT PAS PASSAGE "
      + "SEN SENTE SENTIER VOIE CITE HAM HAMEAU LD LIEU LIEUDIT BP CS BAT BATIMENT APT APPT APPARTEMENT "
      + "IMM IMMEUBLE ESC ESCALIER ETAGE CHEZ ZA ZI ZAC ZONE FG FBG FAUBOURG ESP ESPLANADE VILLA CLOS "
      + "DOMAINE DOM RUELLE MAIL PROMENADE ROND RPT TRAVERSE TRA VENELLE MONTEE PONT PORTE PARC GALERIE "
      + "FOYER EHPAD CCAS CHRS CADA CENTRE HOPITAL MAISON FERME MOULIN CHATEAU N NUM "
      + "QUARTIER QUA CAMPING ENTREE TOUR COTE DESCENTE PLAINE PLATEAU CHAUSSEE COULOIR ENCLOS VIEUX "
      + "GRANDE GRAND PETITE PETIT BOITE POSTE SANS SDF")

  private static let articles = set("LE LA LES L AU AUX")

  /// Usual first names of all ages; enough that half of a column of people bears one.
  ///
  /// - Source: INSEE, fichier des prénoms, the commonest of 1940 to 2010, accents left out
  private static let firstNames = set(
    "MARIE JEAN PIERRE MICHEL ANDRE PHILIPPE NATHALIE ISABELLE SYLVIE CATHERINE FRANCOISE MONIQUE "
      + "CHRISTINE MARTINE JACQUELINE NICOLE ALAIN BERNARD CLAUDE DANIEL JACQUES GERARD CHRISTIAN "
      + "NICOLAS PATRICK CHRISTOPHE STEPHANE LAURENT FREDERIC SEBASTIEN DAVID JULIEN THOMAS OLIVIER "
      + "PASCAL ERIC THIERRY DOMINIQUE FRANCOIS GUY RENE ROGER ROBERT MARCEL PAUL LOUIS HENRI GEORGES "
      + "RAYMOND MAURICE YVES DIDIER GILLES BRUNO SERGE VINCENT GUILLAUME ALEXANDRE MAXIME ANTHONY "
      + "KEVIN ROMAIN JEREMY LUCAS HUGO ENZO MATHIS NATHAN THEO LEO LOUISE EMMA LEA CHLOE MANON CAMILLE "
      + "SARAH LAURA JULIE PAULINE MARINE CELINE AURELIE SANDRINE VALERIE VERONIQUE CORINNE BRIGITTE "
      + "ANNE CHANTAL JOSETTE GINETTE DENISE SUZANNE YVETTE SIMONE ODETTE JEANNE MADELEINE MARGUERITE "
      + "GERMAINE YVONNE PAULETTE ANNIE EVELYNE SOPHIE VIRGINIE STEPHANIE EMILIE ELODIE AUDREY MELANIE "
      + "CAROLINE VANESSA KARINE DELPHINE LAURENCE AGNES BEATRICE PATRICIA FLORENCE CLAIRE HELENE "
      + "ALICE LUCIE CHARLOTTE MATHILDE CLARA INES JADE LOLA ZOE ANTOINE BENJAMIN MATHIEU ARNAUD CEDRIC "
      + "FABIEN FABRICE FRANCK GREGORY JEROME LUDOVIC MARC MATTHIEU XAVIER YANN ADRIEN ALEXIS ARTHUR "
      + "BAPTISTE CLEMENT DAMIEN DYLAN FLORIAN GABRIEL JORDAN JULES LOIC LUC QUENTIN SAMUEL SIMON "
      + "VALENTIN VICTOR MOHAMED MOHAMMED AHMED ALI KARIM MEHDI YOUSSEF OMAR HASSAN SAID RACHID FATIMA "
      + "FATMA KHADIJA AICHA LEILA SAMIRA NADIA MALIKA YASMINE AMINA MARIAM ADA LINA SONIA JOSE ANTONIO "
      + "MANUEL CARLOS MARIA ANA JOAO PAULO ANTONIA CARMEN GIUSEPPE PEDRO IBRAHIM MOUSSA MAMADOU ABDOU "
      + "ABDEL FATOUMATA AMINATA MUSTAFA MEHMET AYSE ELENA IRINA NATALIA OLGA MICHELE MICHELINE GENEVIEVE "
      + "SOLANGE THERESE ROSE LUCIENNE ANDREE RENEE MARCELLE HENRIETTE GABRIELLE COLETTE HUGUETTE LILIANE "
      + "CECILE ESTELLE MURIEL FABIENNE NADINE PASCALE MARYSE JOCELYNE ROLAND GILBERT LUCIEN ALBERT "
      + "FERNAND LEON EMILE EUGENE GASTON JOSEPH CHARLES ETIENNE EDOUARD HERVE JOEL LIONEL REGIS REMI REMY"
  )

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }
}

extension LineLook {
  /// Nearly nothing looks like an address, and half of the cells like people.
  var isPeople: Bool {
    looked > 0 && 2 * named >= looked && 5 * (placed + articled) < looked
  }

  /// Most cells look like addresses.
  var isAddress: Bool { looked >= 3 && 5 * placed >= 4 * looked }

  /// Nearly nothing looks like an address.
  var isUnlikeAddress: Bool {
    looked >= Self.fewest && 5 * (placed + articled) < looked
  }

  /// Fewer cells prove nothing: hamlets have no number.
  private static let fewest = 5
}

/// The day that a spreadsheet made of the number before a street.
struct LeadingDay {
  /// Whether another pair of numbers makes the same day.
  let isUnclear: Bool

  /// - Returns: `nil` unless a day stands before a word
  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[1].contains(where: \.isLetter), let day = Self.day(parts[0])
    else {
      return nil
    }
    isUnclear = day
  }

  /// Whether a day is unclear; `nil` for what is none.
  private static func day(_ word: Substring) -> Bool? {
    let parts = word.split(whereSeparator: { "-/.".contains($0) })
    let numbers = parts.compactMap { Int($0) }
    switch (parts.count, numbers.count) {
    case (1, 1) where word.utf8.count == 5 && (30_000..<60_000).contains(numbers[0]):
      return SpreadsheetDay.date(numbers[0]).day == 1
    case (2, 1): return isMonth(parts[1]) || isMonth(parts[0]) ? false : nil
    case (3, 3):
      let (day, year) = numbers[0] > 31 ? (numbers[2], numbers[0]) : (numbers[0], numbers[2])
      guard (1900...2100).contains(year), (1...31).contains(day), (1...12).contains(numbers[1])
      else { return nil }
      return day == 1
    default: return nil
    }
  }

  private static func isMonth(_ word: Substring) -> Bool {
    StatedPeriod.isMonthName(String(word))
  }
}
