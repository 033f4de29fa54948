internal import Campaigns
internal import Diagnostics
internal import Files
internal import Geocoding
internal import Intake
internal import Population
internal import References
internal import Territory

extension ReplayWork {
  private static let root: [CampaignText.Step] = [.key("references")]

  /// Takes the newest public data that fit one another.
  mutating func chooseReferences() throws(Problem) {
    let choice = try ReferenceChoice(
      for: campaign.communes, library: request.library,
      folder: FilePath.join(request.to, "references"))
    problems.append(choice.problems)
    let census = try takePair(from: choice)
    try renameDenominators(in: census)
    try takeAddresses(from: choice)
    try takeLists(campaign.references.codes, at: Self.root, named: "codes", from: choice)
  }

  // MARK: Contours and census

  /// - Returns: the new census; `nil` where last year's stays
  private mutating func takePair(
    from choice: ReferenceChoice
  ) throws(Problem) -> ReferenceChoice.Candidate? {
    let boundaries = campaign.references.boundaries
    let needsCensus = campaign.references.population != nil
    let pair = choice.newestPair(withCensus: needsCensus)
    tellLonely(choice, pair)
    let place = Self.root + [.key("boundaries")]
    guard let pair, pair.contours.vintage.year > boundaries.edition.year ?? 0 else {
      try keep(boundaries.file, at: place + [.key("file")], key: "references.boundaries.file")
      if let population = campaign.references.population {
        try keep(
          population.file, at: Self.root + [.key("population"), .key("file")],
          key: "references.population.file")
      }
      return nil
    }
    let year = pair.contours.vintage.description
    try take(pair.contours, at: place + [.key("file")], key: "references.boundaries.file")
    try replace(
      place + [.key("edition")], with: Day.replacingDate(in: boundaries.edition.name, with: year),
      key: "references.boundaries.edition", reason: "édition des nouveaux contours")
    askEditionOfCodes(since: boundaries.edition.name)
    guard let census = pair.census else { return nil }
    let population = Self.root + [.key("population")]
    try take(census, at: population + [.key("file")], key: "references.population.file")
    try replace(
      population + [.key("vintage")], with: census.vintage.description,
      key: "references.population.vintage",
      reason: "diffusé dans la géographie du 1er janvier \(year)")
    return census
  }

  /// Contours move on; whoever gives IRIS codes may still give those of the last edition.
  private mutating func askEditionOfCodes(since edition: String) {
    for (index, source) in campaign.sources.enumerated() {
      guard case .iris = source.layout.route else { continue }
      let place: [CampaignText.Step] = [.key("sources"), .item(index), .key("edition")]
      if campaignText.value(at: place) == nil {
        problems.record(Wording.editionOfCodes(source.id, edition, request.newCampaign))
      }
    }
  }

  /// Newer data that cannot be used because their partner is not at hand.
  private mutating func tellLonely(
    _ choice: ReferenceChoice,
    _ pair: (contours: ReferenceChoice.Candidate, census: ReferenceChoice.Candidate?)?
  ) {
    guard campaign.references.population != nil else { return }
    let used = pair?.contours.vintage.year ?? campaign.references.boundaries.edition.year ?? 0
    if let contours = choice.newest(.contours), contours.vintage.year > used {
      problems.record(
        Wording.lonely(contours.path, contours, missing: "RP\(contours.vintage.year - 2)"))
    }
    if let census = choice.newest(.census), census.vintage.year + 2 > used {
      problems.record(
        Wording.lonely(census.path, census, missing: "contours \(census.vintage.year + 2)"))
    }
  }

  /// The denominators in the names of the new census.
  private mutating func renameDenominators(
    in candidate: ReferenceChoice.Candidate?
  ) throws(Problem) {
    guard let candidate else { return }
    let (census, _) = try Census.read(candidate.path)
    let names = Nomenclature(
      columns: census.columns, year: candidate.vintage.year, path: candidate.path)
    for (index, indicator) in campaign.indicators.enumerated() {
      guard case .census(let columns) = indicator.denominator else { continue }
      let list: [CampaignText.Step] = [.key("indicators"), .item(index), .key("denominator")]
      for (item, column) in columns.enumerated() {
        let key = "indicators.\(indicator.id).denominator"
        do throws(Problem) {
          let new = try names.successor(
            of: column, at: Place(file: request.oldCampaign, key: key))
          try replace(
            campaignText.place(of: item, in: list), with: new, key: key,
            reason: "même colonne du \(candidate.vintage)")
        } catch {
          problems.record(error)
        }
      }
    }
  }

  // MARK: Addresses

  private mutating func takeAddresses(from choice: ReferenceChoice) throws(Problem) {
    guard let addresses = campaign.references.addresses else { return }
    let section = Self.root + [.key("addresses")]
    var latest: ReferenceVintage?
    for (item, file) in addresses.files.sources.addresses.enumerated() {
      let place = campaignText.place(of: item, in: section + [.key("files")])
      let kind = kind(of: file) ?? .addresses
      if let new = choice.newest(kind), isNewer(new, than: file, edition: addresses.edition) {
        try take(new, at: place, key: "references.addresses.files")
        latest = max(latest ?? new.vintage, new.vintage)
      } else {
        try keep(file, at: place, key: "references.addresses.files")
      }
    }
    if let latest {
      try replace(
        section + [.key("edition")],
        with: Day.replacingDate(in: addresses.edition, with: latest.description),
        key: "references.addresses.edition", reason: "édition des nouvelles adresses")
    }
    let lists = [
      ("communes", addresses.files.sources.communes),
      ("postcodes", addresses.files.sources.postcodes),
    ]
    for (name, files) in lists { try takeLists(files, at: section, named: name, from: choice) }
  }

  /// Takes the newest of each official list of a key.
  private mutating func takeLists(
    _ files: [String], at section: [CampaignText.Step], named name: String,
    from choice: ReferenceChoice
  ) throws(Problem) {
    let inside = section.count > Self.root.count ? "addresses." : ""
    for (item, file) in files.enumerated() {
      let place = campaignText.place(of: item, in: section + [.key(name)])
      let key = "references.\(inside)\(name)"
      let new = kind(of: file).flatMap { choice.newest($0) }
      if let new, isNewer(new, than: file, edition: FilePath.name(of: file)) {
        try take(new, at: place, key: key)
      } else {
        try keep(file, at: place, key: key)
      }
    }
  }

  /// What last year's file is, where it is still there.
  private func kind(of file: String) -> ReferenceKind? {
    let vintage = ReferenceVintage(year: 2100)
    return try? Recogniser(file, vintage: vintage).file().kind
  }

  private func isNewer(
    _ candidate: ReferenceChoice.Candidate, than file: String, edition: String
  ) -> Bool {
    guard let year = Day.year(in: edition) else { return true }
    return candidate.vintage.description > Day.date(in: edition) ?? year
  }

  // MARK: Values

  private mutating func take(
    _ candidate: ReferenceChoice.Candidate, at place: [CampaignText.Step], key: String
  ) throws(Problem) {
    try replace(
      place, with: relative(candidate.path), key: key,
      reason: "\(candidate.kind.label) \(candidate.vintage)")
  }

  /// The same file, seen from the new folder.
  private mutating func keep(
    _ file: String, at place: [CampaignText.Step], key: String
  ) throws(Problem) {
    try replace(
      place, with: relative(file), key: key, reason: "inchangé : rien de plus récent qui convienne")
  }
}
