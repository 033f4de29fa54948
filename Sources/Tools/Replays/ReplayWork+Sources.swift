internal import Campaigns
internal import Diagnostics
internal import Files
internal import Intake
internal import Recognition

extension ReplayWork {
  /// Finds this year's file of each source by its columns, and keeps it to last year's contract.
  mutating func matchSources() throws(Problem) {
    let names = campaign.sources.map(\.id)
    for id in request.referenceDates.keys.sorted() where !names.contains(id) {
      throw Wording.unknownSource(id, among: names)
    }
    let received = try ReceivedFiles(in: FilePath.join(request.to, "recu"))
    problems.append(received.problems)
    for (index, source) in campaign.sources.enumerated() {
      let place: [CampaignText.Step] = [.key("sources"), .item(index)]
      let file = try match(
        Contract(source, of: campaign), at: place, key: "sources.\(source.id)", in: received)
      if let file { try date(source, file, at: place) }
      if let totals = source.totals {
        _ = try match(
          Contract(totalsOf: source, totals), at: place + [.key("totals")],
          key: "sources.\(source.id).totals", in: received)
      }
    }
  }

  /// - Returns: the file; `nil` when none holds to the contract, which is recorded
  private mutating func match(
    _ contract: Contract, at place: [CampaignText.Step], key: String, in received: ReceivedFiles
  ) throws(Problem) -> ReceivedFiles.Received? {
    let file: ReceivedFiles.Received
    do throws(Problem) { file = try received.file(for: contract) } catch {
      problems.record(error)
      return nil
    }
    problems.append(try contract.problems(of: file))
    let extra = contract.extra(in: file)
    let unread = extra.isEmpty ? "" : " ; non lues : \(extra.joined(separator: ", "))"
    try replace(
      place + [.key("file")], with: relative(file.path), key: "\(key).file",
      reason: "colonnes convenues toutes là : \(contract.columns.count)\(unread)")
    if let sheet = file.sheet, campaignText.value(at: place + [.key("sheet")]) != nil {
      try replace(place + [.key("sheet")], with: sheet, key: "\(key).sheet", reason: "feuille")
    }
    return file
  }

  /// The day that the figures describe: as given, else moved by as many years as the file's name.
  private mutating func date(
    _ source: Campaign.Source, _ file: ReceivedFiles.Received, at place: [CampaignText.Step]
  ) throws(Problem) {
    let path = place + [.key("reference_date")]
    let key = "sources.\(source.id).reference_date"
    if let given = request.referenceDates[source.id] {
      return try replace(path, with: given, key: key, reason: "donnée")
    }
    let old = Day.year(in: source.layout.file).flatMap { Int($0) }
    let new = Day.year(in: file.path).flatMap { Int($0) }
    let year = Int(source.referenceDate.prefix(4))
    guard let old, let new, new > old, let year, Day.isOne(source.referenceDate) else {
      problems.record(Wording.noReferenceDate(source.id, file.path, request.oldCampaign))
      return
    }
    let day = "\(year + new - old)\(source.referenceDate.dropFirst(4))"
    try replace(
      path, with: day, key: key,
      reason: "déduite du nom du fichier (\(old) → \(new)), à vérifier")
  }
}
