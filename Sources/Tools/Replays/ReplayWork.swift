internal import Campaigns
internal import Diagnostics
internal import Files

/// The steps of one replay, each adding its edits, its changes and its problems.
struct ReplayWork {
  let request: ReplayRequest
  let campaign: Campaign
  var campaignText: CampaignText
  private(set) var changes: [Replay.Change] = []
  var problems = ProblemLog()

  let fromYear: String
  let toYear: String

  init(_ request: ReplayRequest, _ campaign: Campaign, _ text: String) throws(Problem) {
    self.request = request
    self.campaign = campaign
    campaignText = try CampaignText(text, file: request.oldCampaign)
    fromYear = ReplayRequest.year(of: request.from)
    toYear = ReplayRequest.year(of: request.to)
  }

  mutating func run() throws(Problem) {
    try renameCampaign()
    try rollAgreement()
    try chooseReferences()
    try matchSources()
    try movePaths()
    if campaign.outputs.date != nil {
      problems.record(Wording.outputDateKept(request.newCampaign))
    }
  }

  /// The new file.
  var text: String { campaignText.text(year: toYear) }

  /// Puts a value in the place of another, and tells.
  mutating func replace(
    _ path: [CampaignText.Step], with new: String, key: String, reason: String
  ) throws(Problem) {
    guard let old = campaignText.value(at: path) else { return }
    changes.append(Replay.Change(key: key, old: old, new: new, reason: reason))
    if old == new { return }
    try campaignText.replace(at: path, with: new, note: "\(key) était « \(old) »")
  }

  /// A path seen from the new campaign's folder.
  func relative(_ path: String) -> String {
    let from = FilePath.absolute(request.to).split(separator: "/").map(String.init)
    let to = FilePath.absolute(path).split(separator: "/").map(String.init)
    let common = zip(from, to).prefix { $0 == $1 }.count
    if common == 0 { return FilePath.absolute(path) }
    let climbs = from[common...].map { _ in ".." }
    return (climbs + to[common...]).joined(separator: "/")
  }

  // MARK: Name and agreement

  private mutating func renameCampaign() throws(Problem) {
    let new = campaign.name.replacing(fromYear, with: toYear)
    try replace([.key("campaign")], with: new, key: "campaign", reason: "année de la campagne")
  }

  /// Dates roll only where they are given.
  private mutating func rollAgreement() throws(Problem) {
    try roll("valid", to: request.valid, option: "--valid")
    try roll("collection", to: request.collection, option: "--collection")
  }

  private mutating func roll(
    _ key: String, to range: ReplayRequest.DayRange?, option: String
  ) throws(Problem) {
    let section: [CampaignText.Step] = [.key("agreement"), .key(key)]
    guard campaignText.value(at: section + [.key("from")]) != nil else {
      if range != nil { problems.record(Wording.noDates(key, request.oldCampaign)) }
      return
    }
    guard let range else {
      campaignText.say("dates inchangées, non données (\(option))", above: section)
      problems.record(Wording.datesKept(key, option: option, request.newCampaign))
      return
    }
    for (end, day) in [("from", range.from), ("to", range.to)] {
      try replace(
        section + [.key(end)], with: day, key: "agreement.\(key).\(end)", reason: "donnée")
    }
  }
}
