public import Diagnostics
internal import Exports
internal import Files
internal import Intake
internal import Rates
internal import Stages
internal import Territory
internal import Yams

/// Reads a campaign file: every problem in it at once, each with its line and key.
public struct CampaignReader {
  let file: String
  let root: Section
  let report = Section.Report()

  /// - Returns: the campaign, or `nil` when a problem stops; and every problem found
  /// - Throws: `files.missing`, `files.unreadable`, `campaign.not-yaml`
  public static func read(_ file: String) throws(Problem) -> (Campaign?, ProblemLog) {
    let reader = try CampaignReader(file)
    let campaign = reader.campaign()
    let log = reader.report.log
    return (log.firstStop == nil ? campaign : nil, log)
  }

  private init(_ file: String) throws(Problem) {
    let text = try MappedFile(file).withBytes { String(decoding: $0, as: UTF8.self) }
    self.file = file
    root = Section(
      try Self.tree(of: text, file: file), key: "", file: file,
      allowed: CampaignKeys.root.names, report: report)
  }

  private static func tree(of text: String, file: String) throws(Problem) -> Node {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
    } catch {
      if case .duplicatedKeysInMapping(let keys, let context) = error as? YamlError {
        throw Wording.repeatedKeys(
          keys.sorted(), at: Place(file: file, line: context.mark.line))
      }
      throw Wording.notYAML(line: Self.line(of: error), file: file)
    }
    throw Wording.notYAML(line: 1, file: file)
  }

  /// Where the YAML stops being YAML; `nil` when the parser does not say.
  private static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }

  private func campaign() -> Campaign {
    if root.integer("version") != 1 {
      root.record(Wording.wrongVersion(at: root.place(of: "version")))
    }
    let references = readReferences()
    let sources = readSources(codes: references.codeLists)
    let agreement = readAgreement()
    let indicators = readIndicators(sources: sources, references: references)
    checkAnnex(agreement, indicators: indicators)
    checkAddresses(references.addresses, sources: sources)
    checkEditions(references, sources: sources)
    let communes = readTerritory()
    let protection = readProtection(
      owner: agreement.owner, sources: sources, indicators: indicators)
    return Campaign(
      file: file, name: identifier(root, "campaign", pattern: .file), agreement: agreement,
      communes: communes, references: references, sources: sources, indicators: indicators,
      analyses: readAnalyses(of: indicators), zonings: readZonings(),
      protection: protection.rule, ledger: protection.ledger, outputs: readOutputs(),
      leastPlaced: readQuality(), warning: root.optionalText("warning"), options: root.json)
  }

  private func readTerritory() -> [Commune] {
    let section = root.requiredSection("territory", allowed: CampaignKeys.territory.names)
    let codes = section.codes("communes")
    let communes = codes.compactMap { code in
      let commune = Commune(code)
      if commune == nil { section.record(Wording.badCommune(at: section.place(of: "communes"))) }
      return commune
    }
    if codes.isEmpty {
      section.record(Wording.missingKey("communes", at: section.place(of: "communes")))
    }
    return Set(communes).sorted()
  }

  private func readOutputs() -> Campaign.Outputs {
    let section = root.requiredSection("outputs", allowed: CampaignKeys.outputs.names)
    let words = section.texts("formats")
    let formats = words.compactMap { word in
      let format = Exporter.Format(rawValue: word)
      if format == nil {
        let legal = Exporter.Format.allCases.map(\.rawValue)
        section.record(
          Wording.unknownValue(word, allowed: legal, at: section.place(of: "formats")))
      }
      return format
    }
    return Campaign.Outputs(
      formats: withTable(Set(words.isEmpty ? Exporter.Format.allCases : formats), section),
      folder: path(section.text("folder")), date: readDate(section),
      comments: path(section.optionalText("comments") ?? "comments"),
      classes: section.choice("classes", default: .quantiles))
  }

  /// The certificate speaks of figures that anybody can read and check, threshold beside: the GeoJSON is
  /// there with the formats that the attacker does not read.
  private func withTable(
    _ formats: Set<Exporter.Format>, _ section: Section
  ) -> Set<Exporter.Format> {
    guard formats.isDisjoint(with: [.csv, .geojson]) else { return formats }
    section.record(Wording.tableAdded(at: section.place(of: "formats")))
    return formats.union([.geojson])
  }

  private func readDate(_ section: Section) -> String? {
    guard let text = section.optionalText("date") else { return nil }
    if Day(text) == nil { section.record(Wording.badDate(at: section.place(of: "date"))) }
    return text
  }

  /// A path of the campaign file, seen from the working folder.
  func path(_ written: String) -> String { FilePath.join(FilePath.folder(of: file), written) }

  /// The shapes of identifiers.
  enum IdentifierPattern {
    /// A column prefix: `[a-z][a-z0-9_]*`, at most 23 characters.
    case column
    /// A file name: the same with hyphens, at most 60 characters.
    case file
  }

  /// A name that will become part of a column or file name.
  func identifier(_ section: Section, _ key: String, pattern: IdentifierPattern) -> String {
    let text = section.text(key)
    if !Self.isIdentifier(text, pattern) {
      section.record(Wording.badIdentifier(at: section.place(of: key)))
    }
    return text
  }

  /// Whether a name can begin columns.
  static func isColumnName(_ text: String) -> Bool { isIdentifier(text, .column) }

  private static func isIdentifier(_ text: String, _ pattern: IdentifierPattern) -> Bool {
    let others: [UInt8] = pattern == .column ? [0x5F] : [0x5F, 0x2D]
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || others.contains(byte)
    }
    let startsWell = text.utf8.first.map { (0x61...0x7A).contains($0) } ?? true
    return text.utf8.count <= (pattern == .column ? 23 : 60) && isPlain && startsWell
  }
}
