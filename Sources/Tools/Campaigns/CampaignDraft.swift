public import Diagnostics
internal import Files
internal import Projection
internal import Recognition

/// A campaign written from what a file was recognised to be, with comments in French.
///
/// What the file cannot tell (owner, mention) is left to complete; everything else runs as it is.
public struct CampaignDraft: Sendable {
  private let recognition: FileRecognition
  private let destination: String
  private let references: ReferenceSearch

  /// - Parameters:
  ///   - destination: where the campaign will be; its paths are relative to there
  public init(_ recognition: FileRecognition, for destination: String) {
    self.recognition = recognition
    self.destination = destination
    let data = FilePath.folder(of: recognition.file)
    let above = data == "." ? ".." : FilePath.folder(of: data)
    references = ReferenceSearch(near: [FilePath.folder(of: destination), data, above])
  }

  /// Writes the file, never over another one.
  ///
  /// - Throws: `campaign.exists`, `files.cannot-write`
  public func write() throws(Problem) {
    if FilePath.exists(destination) { throw Wording.exists(destination) }
    try StagedFile.publish(Array(text.utf8), to: destination)
  }

  /// The campaign.
  public var text: String {
    (head + territory + referenceLines + source + indicator + foot).joined(separator: "\n") + "\n"
  }

  private var id: String {
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
      "# yaml-language-server: $schema=campagne.schema.json",
      "# Écrit par « maille check --write » ; le schéma s’obtient par « maille schema ».",
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
    let counted = recognition.profile.communes.reduce(0) { $0 + $1.rows }
    let main = recognition.profile.communes.filter { 10 * $0.rows >= counted }
    if main.isEmpty {
      return [
        "# le fichier ne dit pas sa commune : donner son code INSEE entre guillemets",
        "territory: { communes: [] }",
      ]
    }
    let codes = main.map { JSONValue.quoted($0.code) }.joined(separator: ", ")
    return ["# communes d’au moins un dixième des lignes", "territory: { communes: [\(codes)] }"]
  }

  private var censusYear: Int? { references.census.flatMap { ReferenceSearch.year(of: $0) } }

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
    if let census, let censusYear {
      lines.append("  population: { file: \(path(census)), vintage: RP\(censusYear) }")
    }
    return lines
  }

  private var source: [String] {
    let profile = recognition.profile
    var lines = ["sources:", "  - id: \(id)", "    file: \(path(recognition.file))"]
    if let sheet = profile.sheet { lines.append("    sheet: \(JSONValue.quoted(sheet))") }
    let year = ReferenceSearch.year(of: recognition.file)
    lines.append("    # date que les effectifs décrivent : déduite du nom du fichier, à vérifier")
    lines.append("    reference_date: \"\(year.map(String.init) ?? "à compléter")\"")
    lines += unit + route
    if let key = profile.column(.key) {
      lines.append(
        "    # \(profile.duplicates ?? 0) lignes répètent ce pseudonyme ; keep, once ou refuse")
      lines.append("    key: \(JSONValue.quoted(key.name))")
      lines.append("    duplicates: keep")
    }
    if let sex = profile.column(.sex) {
      lines.append("    categories: { sexe: \(JSONValue.quoted(sex.name)) }")
    }
    if !profile.totalWords.isEmpty {
      lines.append("    # lignes de total, à ne pas compter avec les autres")
      let pairs = profile.totalWords.sorted { $0.key < $1.key }.map { column, words in
        let texts = words.map(JSONValue.quoted).joined(separator: ", ")
        return "\(JSONValue.quoted(column)): [\(texts)]"
      }
      lines.append("    exclude: { \(pairs.joined(separator: ", ")) }")
    }
    return lines + ignored
  }

  private var unit: [String] {
    guard case .iris = recognition.route, let count = recognition.profile.column(.count) else {
      return [
        "    # une ligne par personne : à vérifier (person, household ou count)",
        "    unit: person",
      ]
    }
    let others = recognition.profile.columns.filter { $0.role == .count && $0.index != count.index }
    var lines = [
      "    # des effectifs déjà comptés", "    unit: count",
      "    count: \(JSONValue.quoted(count.name))",
    ]
    if !others.isEmpty {
      lines.append("    # autres effectifs : \(others.map(\.name).joined(separator: ", "))")
    }
    var masks = count.masks.map { "\(JSONValue.quoted($0.text)): \(Self.meaning($0.text))" }
    if count.blank > 0 { masks.append("\"\": missing") }
    if !masks.isEmpty {
      lines.append("    # sens proposé des valeurs masquées : à faire confirmer par le partenaire")
      lines.append("    masked: { \(masks.joined(separator: ", ")) }")
    }
    return lines
  }

  private static func meaning(_ text: String) -> String {
    if case .interval(let range) = MaskProposal(text: text) {
      return "[\(range.lowerBound), \(range.upperBound)]"
    }
    return "missing"
  }

  private var route: [String] {
    switch recognition.route {
    case .iris(let columns):
      let names = columns.map { JSONValue.quoted($0.name) }.joined(separator: ", ")
      return ["    iris: [\(names)]"]
    case .position(let x, let y, let system):
      let mark = x.type == .decimalComma ? "," : "."
      let code = system.system.epsgCode.map { "EPSG:\($0)" } ?? "EPSG:4326"
      var pairs = [
        "x: \(JSONValue.quoted(x.name))", "y: \(JSONValue.quoted(y.name))", "crs: \"\(code)\"",
        "decimal: \"\(mark)\"",
      ]
      if let commune = recognition.profile.column(.commune) {
        pairs.append("commune: \(JSONValue.quoted(commune.name))")
      }
      return [
        "    # système le plus plausible : les positions y tombent en France",
        "    position: { \(pairs.joined(separator: ", ")) }",
      ]
    case .address(let parts):
      let pairs = parts.map { "\($0.key): \(JSONValue.quoted($0.column.name))" }
      return ["    address: { \(pairs.joined(separator: ", ")) }"]
    case .commune(let column):
      return [
        "    # totaux par commune (\(column.name)) : à déclarer dans totals d’une autre source"
      ]
    case .none: return ["    # aucun chemin vers l’IRIS reconnu : donner iris, position ou address"]
    }
  }

  private var ignored: [String] {
    let forbidden = recognition.profile.columns.filter(\.role.isForbidden).map(\.name)
    if forbidden.isEmpty { return [] }
    return ["    # jamais lues, à ne plus transmettre : \(forbidden.joined(separator: ", "))"]
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
  private func path(_ target: String) -> String {
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
