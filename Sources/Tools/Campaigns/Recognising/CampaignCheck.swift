public import Diagnostics
internal import Intake
internal import Recognition
internal import Tables
internal import Territory

/// What a campaign would do, before it does it: each file as recognised and as declared, where its rows
/// end, which references fit, what blocks and what is only flagged.
///
/// - Confidential: no; names of columns and shares, never a cell
public struct CampaignCheck: Sendable {
  let campaign: Campaign
  /// The rehearsed run, as far as it came.
  let report: RunReport
  /// What the files were recognised to be; none where a file could not be opened.
  let recognitions: [String: FileRecognition]
  /// What would stop the run; `nil` when nothing does.
  public let failure: Problem?
  /// Everything that was wrong, in the files and in the rehearsal.
  public let problems: ProblemLog

  /// Recognises every file and rehearses the run; nothing is written.
  public init(of campaign: Campaign, progress: any Progress) {
    self.campaign = campaign
    var recognitions: [String: FileRecognition] = [:]
    for source in campaign.sources {
      let layout = source.layout
      recognitions[source.id] = try? FileRecognition(
        of: layout.file, declared: layout.declaration, codeLists: layout.codeLists)
    }
    self.recognitions = recognitions
    var run = CampaignRun(campaign, progress: progress)
    var failure: Problem?
    do throws(Problem) { _ = try run.rehearse() } catch { failure = error }
    report = run.findings
    self.failure = failure
    var problems = report.problems
    if let failure, problems.firstStop != failure { problems.record(failure) }
    self.problems = problems
  }
}

extension CampaignCheck {
  /// One page in French.
  public var text: String {
    let communes = campaign.communes.map(\.code).joined(separator: ", ")
    var lines = [
      "campagne \(campaign.name), communes \(communes) ; sources : \(campaign.sources.count), "
        + "indicateurs : \(campaign.indicators.count)"
    ]
    lines += campaign.sources.flatMap(lines(of:))
    lines += references
    lines += report.indicators.map(\.sentence)
    lines.append("seuil \(report.threshold) ; rien n’est écrit par ce contrôle")
    lines.append(verdict)
    return lines.joined(separator: "\n")
  }

  private func lines(of source: Campaign.Source) -> [String] {
    var lines = [
      "source \(source.id) : \(source.layout.file), au \(source.referenceDate), \(source.layout.rule.unit.sentence)"
    ]
    if let line = report.sources.first(where: { $0.id == source.id }) {
      lines += [
        "  \(line.dialect)", "  colonnes lues : \(Self.list(line.usedColumns))",
        "  jamais chargées : \(ignored(line.ignoredColumns, of: source))",
        "  \(source.layout.route.sentence) : \(line.accounting.shares)",
      ]
    }
    return lines + findings(of: source)
  }

  /// What recognition adds to what the campaign declares.
  private func findings(of source: Campaign.Source) -> [String] {
    guard let profile = recognitions[source.id]?.profile else { return [] }
    var lines: [String] = []
    if let key = source.layout.key, let duplicates = profile.duplicates {
      lines.append(
        "  \(FrenchNumber.counted(duplicates, "ligne répète", "lignes répètent")) « \(key.column) »"
      )
    }
    if let sentence = profile.crowdSentence { lines.append("  \(sentence)") }
    if profile.totals.count > 0 && source.layout.excluded.isEmpty {
      lines.append("  lignes de total, à déclarer dans exclude : \(profile.totals.count)")
    }
    return lines
  }

  private func ignored(_ names: [String], of source: Campaign.Source) -> String {
    let roles = recognitions[source.id]?.profile.columns ?? []
    return Self.list(
      names.map { name in
        let column = roles.first { $0.name == name && $0.role.isForbidden }
        return column.map { "\(name) (\($0.role.label), à ne plus transmettre)" } ?? name
      })
  }

  private var references: [String] {
    var lines = report.contours.map { ["contours : \($0)"] } ?? []
    if let addresses = campaign.references.addresses {
      lines.append("adresses : \(addresses.edition)")
    }
    if let census = report.census {
      lines.append("recensement : \(census)\(fit)")
    }
    return lines
  }

  /// Why census and contours go together.
  private var fit: String {
    let edition = campaign.references.boundaries.edition
    guard let year = campaign.references.population?.vintage?.geographyYear else { return "" }
    let geography = ", diffusé dans la géographie du 1er janvier \(year)"
    return edition.year == year ? geography + ", celle des contours" : geography
  }

  private var verdict: String {
    let count = problems.groups.reduce(0) { $0 + $1.count }
    let flagged = count == 0 ? "" : " ; \(FrenchNumber.counted(count, "signalement")) plus haut"
    guard let failure else { return "rien ne bloque" + flagged }
    return "bloquant : \(failure.fact.text) [\(failure.code)]"
  }

  private static func list(_ names: [String]) -> String {
    if names.isEmpty { return "aucune" }
    let shown = names.prefix(24).joined(separator: ", ")
    return names.count > 24
      ? "\(shown) et \(FrenchNumber.counted(names.count - 24, "autre"))" : shown
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("campaign", .text(campaign.name)), ("run", report.json),
      (
        "files",
        .object(
          campaign.sources.compactMap { source in
            recognitions[source.id].map { (source.id, $0.json(blocks: [])) }
          })
      ),
      ("blocks", failure.map { .text($0.code) } ?? .null), ("problems", problems.json),
    ])
  }
}

extension Accounting {
  /// « 94,5 % à l’IRIS, 2,7 % à la commune »: the classes that have rows.
  fileprivate var shares: String {
    let labels: [(PlacementClass, String)] = [
      (.iris, "à l’IRIS"), (.ambiguous, "ambiguës"), (.commune, "à la commune"),
      (.outside, "hors territoire"), (.unplaced, "non localisées"),
    ]
    let parts = labels.filter { self[$0.0] > 0 }.map { kind, label in
      let share = 100 * Double(self[kind]) / Double(max(1, rows))
      return "\(FrenchNumber.decimal(share, decimals: 1)) % \(label)"
    }
    return parts.isEmpty ? "aucune ligne" : parts.joined(separator: ", ")
  }
}

extension SourceLayout.Route {
  fileprivate var sentence: String {
    switch self {
    case .position: "par les coordonnées"
    case .iris: "par le code IRIS"
    case .commune: "par le code de la commune"
    case .address: "par l’adresse"
    }
  }
}

extension Tally.Unit {
  /// What a row is.
  var sentence: String {
    switch self {
    case .person: "une ligne par personne"
    case .household: "une ligne par ménage"
    case .count: "des effectifs déjà comptés"
    case .amount: "une ligne par personne, avec un montant en euros"
    }
  }
}
