public import Diagnostics
internal import Files

/// One step of a campaign, to be added to its journal.
///
/// - Confidential: no; details hold names, hashes and references, never a count or a cell
public struct Step: Sendable, Hashable {
  /// What was done.
  public let stage: Stage
  /// The version that it made or speaks of; `nil` for none.
  public let version: String?
  /// When.
  public let at: Moment
  /// By what: `maille 0.1.0`.
  public let by: String
  /// What else is to be known, in the order to write it.
  public let details: JSONValue

  /// A step from its parts.
  public init(
    _ stage: Stage, version: String? = nil, at moment: Moment, by: String,
    details: [(key: String, value: JSONValue)] = []
  ) {
    self.stage = stage
    self.version = version
    at = moment
    self.by = by
    self.details = .object(details)
  }
}

/// A step at its place in the journal, tied to the one before.
public struct Entry: Sendable, Hashable {
  /// From 1.
  public let number: Int
  /// The campaign.
  public let campaign: String
  /// What was done.
  public let step: Step
  /// Hash of the entry before; 64 zeros before the first.
  public let previous: String
  /// Of the line without this member and the next.
  public let hash: String
  /// Of the hash, by the key of the campaign; `nil` where the key was not at hand.
  public let seal: String?

  static let beginning = String(repeating: "0", count: 64)

  /// A step that its writer seals.
  init(
    _ step: Step, number: Int, campaign: String, after previous: String, sealedBy key: SealKey?
  ) {
    let plain = Entry(step, number: number, campaign: campaign, after: previous, seal: nil)
    self.init(
      step, number: number, campaign: campaign, after: previous,
      seal: key?.seal(of: plain.hash))
  }

  /// A step with the seal that its line shows.
  init(_ step: Step, number: Int, campaign: String, after previous: String, seal: String?) {
    self.number = number
    self.campaign = campaign
    self.step = step
    self.previous = previous
    let content = JSONValue.object(
      Self.members(step, number: number, campaign: campaign, after: previous))
    hash = ContentHash(of: Array(content.description.utf8)).hexadecimal
    self.seal = seal
  }

  /// Whether this key made the seal.
  func isSealed(by key: SealKey) -> Bool { seal == key.seal(of: hash) }

  /// The line, without its end.
  var line: String {
    let members = Self.members(step, number: number, campaign: campaign, after: previous)
    let seal = seal.map { [(key: "seal", value: JSONValue.text($0))] } ?? []
    return JSONValue.object(members + [("hash", .text(hash))] + seal).description
  }

  private static func members(
    _ step: Step, number: Int, campaign: String, after previous: String
  ) -> [(key: String, value: JSONValue)] {
    [
      ("step", .integer(number)), ("campaign", .text(campaign)),
      ("stage", .text(step.stage.rawValue)), ("version", JSONValue(step.version)),
      ("at", .text(step.at.text)), ("by", .text(step.by)), ("details", step.details),
      ("previous", .text(previous)),
    ]
  }
}
