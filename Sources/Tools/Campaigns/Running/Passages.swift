internal import Boundaries
internal import Crosswalks
internal import Diagnostics
internal import Geocoding
internal import Intake
internal import Territory

/// The crosswalks that a campaign's figures need to come to its contours.
struct Passages {
  private var crosswalks: [Edition: Crosswalk] = [:]
  private let system: TerritorySystem

  init(to contours: Contours) { system = contours.system }

  mutating func add(_ crosswalk: Crosswalk) { crosswalks[crosswalk.from] = crosswalk }

  /// `nil` for the campaign's own edition.
  func crosswalk(from edition: Edition?) -> Crosswalk? { edition.flatMap { crosswalks[$0] } }

  /// The codes of another edition; `nil` for the campaign's own.
  func territory(of edition: Edition?) -> IrisTerritory? {
    crosswalk(from: edition).map { IrisTerritory(codes: $0.oldIrises, system: system) }
  }
}

extension CampaignRun {
  /// Only the crosswalks that a source or the census asks for are made.
  mutating func readPassages(to contours: Contours) throws(Problem) -> Passages {
    var passages = Passages(to: contours)
    for reference in campaign.references.crosswalks where !users(of: reference.edition).isEmpty {
      progress.begins("Passage \(reference.edition.name)", units: nil)
      let (crosswalk, problems) = try reference.crosswalk(
        to: contours, addressFiles: campaign.references.addresses?.files.sources.addresses ?? [])
      try note(problems)
      passages.add(crosswalk)
      report.passages.append(Wording.passage(crosswalk, users: users(of: reference.edition)))
      progress.ends()
    }
    return passages
  }

  /// A source's counts on the campaign's contours.
  mutating func carried(
    _ tally: Tally, of source: Campaign.Source, _ passages: Passages
  ) throws(Problem) -> Tally {
    guard let crosswalk = passages.crosswalk(from: source.edition) else { return tally }
    let (carried, problems) = tally.carried(by: crosswalk)
    try note(problems)
    return carried
  }

  /// What is told in codes of an edition other than the campaign's.
  private func users(of edition: Edition) -> [String] {
    if edition == campaign.references.boundaries.edition { return [] }
    let census = campaign.references.population?.edition == edition ? ["population"] : []
    return census + campaign.sources.filter { $0.edition == edition }.map(\.id)
  }
}
