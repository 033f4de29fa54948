internal import Campaigns
internal import Diagnostics
internal import Files

extension ReplayWork {
  /// Lists, decisions, passages and ledgers that go on from year to year stay where they are: seen from the new
  /// folder.
  mutating func movePaths() throws(Problem) {
    for (index, source) in campaign.sources.enumerated() {
      let place: [CampaignText.Step] = [.key("sources"), .item(index)]
      for key in ["special_addresses", "decisions"] {
        try move(place + [.key(key)], key: "sources.\(source.id).\(key)")
      }
    }
    try move([.key("disclosure"), .key("ledger")], key: "disclosure.ledger")
    let passages: [CampaignText.Step] = [.key("references"), .key("crosswalks")]
    for index in 0..<campaignText.count(at: passages) {
      for key in ["file", "movements", "table"] {
        let place = passages + [.item(index), .key(key)]
        try move(place, key: "references.crosswalks[\(index + 1)].\(key)")
      }
    }
  }

  private mutating func move(_ place: [CampaignText.Step], key: String) throws(Problem) {
    guard let written = campaignText.value(at: place), !written.isEmpty else { return }
    try replace(
      place, with: relative(FilePath.join(request.from, written)), key: key,
      reason: "reste à sa place")
  }
}
