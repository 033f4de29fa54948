public import Diagnostics
internal import Files
internal import Projection
internal import Recognition

/// A campaign written from what a file was recognised to be, with comments in French.
///
/// What the file cannot tell (owner, mention) is left to complete; everything else runs as it is.
public struct CampaignDraft: Sendable {
  let recognition: FileRecognition
  private let destination: String
  private let references: ReferenceSearch
  private let communes: [String]
  private let communesReason: String

  /// - Parameters:
  ///   - destination: where the campaign will be; its paths are relative to there
  public init(_ recognition: FileRecognition, for destination: String) {
    self.recognition = recognition
    self.destination = destination
    let data = FilePath.folder(of: recognition.file)
    let above = data == "." ? ".." : FilePath.folder(of: data)
    references = ReferenceSearch(near: [FilePath.folder(of: destination), data, above])
    (self.communes, communesReason) = Self.communes(recognition.profile, references)
  }

  /// Writes the file, never over another one, and beside it the schema that its first line names.
  ///
  /// - Throws: `campaign.exists`, `files.cannot-write`
  public func write() throws(Problem) {
    if FilePath.exists(destination) { throw Wording.exists(destination) }
    let schema = FilePath.join(FilePath.folder(of: destination), Self.schemaName)
    if !FilePath.exists(schema) {
      try StagedFile.publish(Array("\(CampaignSchema.json)\n".utf8), to: schema)
    }
    try StagedFile.publish(Array(text.utf8), to: destination)
  }

  private static let schemaName = "campagne.schema.json"

  /// What keeps this campaign from running.
  public var blocks: [FileRecognition.Block] {
    let known = recognition.blocks
    let isUnknown = communes.isEmpty && !known.contains(FileRecognition.unknownTerritory)
    return isUnknown ? known + [FileRecognition.unknownTerritory] : known
  }

  /// The campaign.
  public var text: String {
    (head + territory + referenceLines + source + indicator + foot).joined(separator: "\n") + "\n"
  }

  var id: String {
    let stem = FilePath.withoutSuffix(FilePath.name(of: recognition.file)).lowercased()
    let plain = stem.unicodeScalars.map { scalar -> Character in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
    }
    let words = String(plain).split(separator: "_").filter { !$0.allSatisfy(\.isNumber) }
    let name = words.joined(separator: "_").prefix(18).drop { $0.isNumber || $0 == "_" }
    return name.isEmpty ? "source" : String(name)
  }

  private var head: [String] {
    [
      "# yaml-language-server: $schema=\(Self.schemaName)",
      "# Écrit par « maille check --write » ; le schéma, à côté, s’obtient aussi par « maille schema ».",
      "version: 1",
      "campaign: \(id.replacing("_", with: "-"))",
      "agreement:",
      "  # à compléter d’après la convention : la mention figure dans chaque fichier produit",
      "  owner: \"à compléter\"",
      "  holder: \"à compléter\"",
      "  mention: \"Source à compléter avant toute diffusion\"",
    ]
  }

  private var territory: [String] {
    if communes.isEmpty {
      return ["# \(communesReason)", "# territory: { communes: [\"à compléter\"] }"]
    }
    let codes = communes.map(JSONValue.quoted).joined(separator: ", ")
    return ["# \(communesReason)", "territory: { communes: [\(codes)] }"]
  }

  /// The communes of the territory, and in French where they are from.
  private static func communes(
    _ profile: TableProfile, _ references: ReferenceSearch
  ) -> ([String], String) {
    let counted = profile.communes.reduce(0) { $0 + $1.rows }
    let main = profile.communes.filter { 10 * $0.rows >= counted }.map(\.code)
    if !main.isEmpty { return (main, "communes d’au moins un dixième des lignes") }
    let found = references.communes(of: profile.towns)
    if !found.isEmpty {
      return (found, "communes des villes les plus fréquentes, d’après la base d’adresses")
    }
    return ([], "le fichier ne dit pas sa commune : donner son code INSEE entre guillemets")
  }

  private var censusYear: Int? { references.censusYear }

  private var referenceLines: [String] {
    let census = references.census
    var lines = ["references:"]
    if let contours = references.contours {
      let year = ReferenceSearch.year(of: contours) ?? censusYear.map { $0 + 2 }
      let edition = "IRIS" + (year.map { " \($0)" } ?? "")
      lines.append("  # édition déduite du nom du fichier ou du recensement (N + 2) : à vérifier")
      lines.append(
        "  boundaries: { file: \(path(contours)), edition: \(JSONValue.quoted(edition)) }")
    } else {
      lines.append("  # aucun contour trouvé à côté du fichier : donner celui de l’IGN")
      lines.append("  boundaries: { file: \"geodata/iris.gpkg\", edition: \"IRIS 2024\" }")
    }
    if case .address = recognition.route { lines += addressLines }
    lines += codeLines
    if let census, let censusYear {
      lines.append("  population: { file: \(path(census)), vintage: RP\(censusYear) }")
    }
    return lines
  }

  private var addressLines: [String] {
    guard !references.addresses.isEmpty else {
      return [
        "  # aucune base d’adresses trouvée à côté du fichier : donner celle du département",
        "  addresses: { files: [\"geodata/adresses.csv.gz\"], edition: \"BAN à compléter\" }",
      ]
    }
    let year = references.addresses.last.flatMap(ReferenceSearch.year)
    var lines = [
      "  addresses:", "    files: \(list(references.addresses))",
      "    # date de l’extraction : à compléter",
      "    edition: \"base d’adresses\(year.map { " \($0)" } ?? "")\"",
    ]
    if !references.communes.isEmpty {
      lines.append("    communes: \(list(references.communes))")
    }
    if !references.postcodes.isEmpty {
      lines.append("    postcodes: \(list(references.postcodes))")
    }
    return lines
  }

  /// The lists that decide which codes have lost a zero, unless the address base brings them.
  private var codeLines: [String] {
    let short = recognition.codeColumns.filter {
      $0.shortCodes.count > 0 && $0.role != .irisPart
    }
    if short.isEmpty { return [] }
    guard short.contains(where: { $0.lostZeros != nil }) else {
      return [
        "  # codes sans leur zéro de tête, jugés à leur seule longueur : donner le COG et La Poste",
        "  # codes: [\"v_commune_2024.csv\", \"laposte_hexasmal.csv\"]",
      ]
    }
    if case .address = recognition.route, !references.addresses.isEmpty { return [] }
    return [
      "  # listes qui disent quels codes ont perdu leur zéro de tête",
      "  codes: \(list(recognition.references.codeLists))",
    ]
  }

  private func list(_ paths: [String]) -> String {
    "[" + paths.map(path).joined(separator: ", ") + "]"
  }

  private var indicator: [String] {
    var lines = [
      "indicators:", "  - id: \(id)", "    title: \"\(id) (titre à compléter)\"",
      "    numerator: \(id)",
    ]
    if let censusYear {
      let prefix = "P" + String(censusYear).suffix(2)
      lines += ["    denominator: [\(prefix)_POP]", "    per: 100", "    method: wilson"]
    }
    return lines
  }

  private var foot: [String] {
    [
      "disclosure:",
      "  # seuil de l’Assurance maladie, le plus prudent ; celui de la convention fait foi",
      "  threshold: 11",
      "outputs: { formats: [geojson, csv], folder: sortie-\(id.replacing("_", with: "-")) }",
    ]
  }

  /// A path seen from the campaign's folder, in quotes.
  func path(_ target: String) -> String {
    let folder = FilePath.folder(of: destination)
    if folder == "." || target.hasPrefix("/") { return JSONValue.quoted(target) }
    if folder.hasPrefix("/") { return JSONValue.quoted(FilePath.absolute(target)) }
    if target.hasPrefix(folder + "/") {
      return JSONValue.quoted(String(target.dropFirst(folder.count + 1)))
    }
    let climbs = folder.split(separator: "/").map { _ in ".." }
    return JSONValue.quoted((climbs + [target]).joined(separator: "/"))
  }
}
