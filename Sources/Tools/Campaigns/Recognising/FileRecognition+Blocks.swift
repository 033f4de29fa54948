public import Diagnostics
internal import Recognition

extension FileRecognition {
  /// Something that keeps the drafted campaign from running, or from counting what it should.
  public struct Block: Sendable, Hashable {
    /// In French: what is wrong and what to do.
    public let text: String
    /// Whether only reference data are missing, which need nothing of the partner.
    public let isReference: Bool

    init(_ text: String, isReference: Bool = false) {
      self.text = text
      self.isReference = isReference
    }
  }

  /// What keeps the file from being counted by IRIS: when there is none, the drafted campaign runs.
  public var blocks: [Block] {
    rowBlocks + routeBlocks + codeBlocks + countBlocks + periodBlocks + nameBlocks + referenceBlocks
  }

  private var rowBlocks: [Block] {
    if profile.rows == 0 { return [Block("aucune ligne de données")] }
    if profile.setAside <= profile.rows { return untoldTotals }
    return [Block("plus de lignes mises de côté que de lues : vérifier séparateur et guillemets")]
  }

  private var untoldTotals: [Block] {
    guard profile.hasUntoldTotals else { return [] }
    let line = profile.totals.lines.first.map { " (dès la ligne \($0))" } ?? ""
    return [
      Block(
        "des totaux\(line) commencent comme des lignes de données, rien ne les distingue : les supprimer du fichier"
      )
    ]
  }

  private var routeBlocks: [Block] {
    switch route {
    case .none where profile.column(.irisPart) != nil:
      [Block("les quatre caractères de l’IRIS sans le code de la commune : demander les neuf")]
    case .none:
      [Block("aucun chemin vers l’IRIS : ni code IRIS, ni coordonnées, ni adresse reconnus")]
    case .commune(let column):
      [
        Block(
          "la commune seule (« \(column.name) ») ne mène à aucun IRIS : demander l’adresse ou l’IRIS, ou déclarer ce fichier dans totals d’une autre source"
        )
      ]
    case .address(let parts): unlikeAddress(parts)
    default: []
    }
  }

  /// A column called an address that holds something else, and nothing else that leads to a street.
  private func unlikeAddress(_ parts: [(key: String, columns: [ColumnProfile])]) -> [Block] {
    let isSplit = parts.contains { ["number", "type", "street", "place"].contains($0.key) }
    let lines = parts.filter { $0.key == "line" }.flatMap(\.columns)
    guard !isSplit, !lines.isEmpty, lines.allSatisfy(\.isUnlikeAddress) else { return [] }
    let names = lines.map { "« \($0.saidName) »" }.joined(separator: ", ")
    return [
      Block(
        "\(names) : ni numéro ni type de voie ; vérifier que ce sont des adresses, puis les déclarer dans address"
      )
    ]
  }

  /// Codes of which nothing can be made, and a file that does not say where it is about.
  private var codeBlocks: [Block] {
    let lost = route.columns.filter { $0.role.isCode && 2 * $0.lostCodes.count > $0.filled }
      .map { Block("codes perdus dans « \($0.name) » : demander un envoi où ils sont en texte") }
    let unknown = codeColumns.filter { column in
      guard let zeros = column.lostZeros, case .iris = route else { return false }
      return 2 * (zeros.unknown.count + zeros.ambiguous.count) > column.filled
    }.map {
      Block(
        "la plupart des codes de « \($0.saidName) » n’existent dans aucune liste (COG, La Poste), zéro de tête ou non : vérifier la colonne, ou poser à côté des listes qui couvrent tout le fichier"
      )
    }
    let isToldByTowns = !profile.towns.isEmpty && !references.addresses.isEmpty
    return lost + unknown
      + (profile.communes.isEmpty && !isToldByTowns ? [Self.unknownTerritory] : [])
  }

  /// The same once the address base was asked in vain.
  static let unknownTerritory = Block(
    "territoire inconnu : aucun code de commune ; le donner dans territory.communes")

  private var countBlocks: [Block] {
    guard let count = profile.countColumn else { return undecidedCount }
    guard count.negative.count > 0 else { return [] }
    let lines = count.negative.lines.map(String.init).joined(separator: ", ")
    return [
      Block(
        "effectifs négatifs dans « \(count.name) » : \(count.negative.count) (lignes \(lines)), à faire corriger"
      )
    ]
  }

  private var undecidedCount: [Block] {
    let counts = profile.counts
    if counts.isEmpty {
      return profile.isByPlace && route.isIris
        ? [Block("une ligne par lieu et aucun effectif reconnu : donner count")] : []
    }
    let repeated = Set(counts.map(\.name).filter { name in counts.count { $0.name == name } > 1 })
    if let name = repeated.sorted().first {
      return [
        Block("plusieurs effectifs « \(name) » : leur donner des noms différents dans le fichier")
      ]
    }
    let names = counts.prefix(8).map { "« \($0.saidName) »" }.joined(separator: ", ")
    let more = counts.count > 8 ? " et \(counts.count - 8) de plus" : ""
    let usable = counts.filter(\.canCount)
    return usable.isEmpty
      ? [
        Block("effectifs illisibles dans \(names)\(more) : ni nombres entiers ni valeurs masquées")
      ]
      : [Block("plusieurs effectifs possibles, choisir count : \(names)\(more)")]
  }

  private var periodBlocks: [Block] {
    switch period {
    case .one: []
    case .several(let column, let periods):
      [
        Block(
          "\(periods.count) périodes dans « \(column) » : n’en garder qu’une, les autres dans exclude, et dater la source (reference_date)"
        )
      ]
    case .unknown: [Block("date des effectifs inconnue : compléter reference_date")]
    }
  }

  /// Columns of the campaign whose name another one has.
  private var nameBlocks: [Block] {
    let names = profile.columns.map(\.name)
    let repeated = Set(usedColumns.map(\.name)).filter { name in names.count { $0 == name } > 1 }
    let unnamed = usedColumns.filter(\.name.isEmpty).map {
      Block(
        "la colonne \($0.index + 1) (\($0.role.label)) n’a pas de nom : lui en donner un dans le fichier"
      )
    }
    return unnamed
      + repeated.filter { !$0.isEmpty }.sorted().map {
        Block("plusieurs colonnes « \($0) » : leur donner des noms différents dans le fichier")
      }
  }

  private var referenceBlocks: [Block] {
    var blocks: [Block] = []
    if case .address = route, references.addresses.isEmpty {
      blocks.append(
        Block(
          "adresses en texte, sans base d’adresses à côté : y poser celle du département (BAN, adresse.data.gouv.fr)",
          isReference: true))
    }
    if references.contours == nil {
      blocks.append(
        Block("aucun contour d’IRIS à côté : y poser ceux de l’IGN (.gpkg)", isReference: true))
    }
    return blocks
  }
}

extension [FileRecognition.Block] {
  /// How the command ends; `nil` when nothing blocks.
  public var outcome: Outcome? {
    if isEmpty { return nil }
    return allSatisfy(\.isReference) ? .referencesUnfit : .inputRefused
  }
}
