public import Diagnostics
public import Files
public import Stages

/// What a version was made from, by what, how, and what came out: `manifest.json`.
///
/// It leaves with the figures: it holds names, hashes and what the figures themselves tell, never a
/// count that they do not show.
///
/// - Confidential: no; files of persons are named by a keyed hash
/// - Source: OUTPUTS.md §2.6; issue 7, item 2
public struct Manifest: Sendable, Hashable {
  /// Name of the file in a version.
  public static let fileName = "manifest.json"

  /// Whose data, about what, which vintages: what every file of the version says too.
  public struct Notice: Sendable, Hashable {
    /// The campaign.
    public let campaign: String
    /// Who owns the data.
    public let owner: String
    /// Who holds the observatory.
    public let holder: String
    /// The mention of the source, word for word.
    public let mention: String
    /// Said first when the data are invented.
    public let warning: String?
    /// Edition of the contours.
    public let edition: String
    /// Attributions of reference data.
    public let attributions: [String]
    /// The day that the files state.
    public let date: String

    /// A notice from its parts.
    public init(
      campaign: String, owner: String, holder: String, mention: String, warning: String?,
      edition: String, attributions: [String], date: String
    ) {
      self.campaign = campaign
      self.owner = owner
      self.holder = holder
      self.mention = mention
      self.warning = warning
      self.edition = edition
      self.attributions = attributions
      self.date = date
    }
  }

  /// Where the figures stand, and who may have them.
  public struct Standing: Sendable, Hashable {
    /// The stage that the version was made at.
    public let stage: Stage
    /// Who may have it; `nil` before publication.
    public let audience: Audience?
    /// Reference of the owner's accord.
    public let accord: String?

    /// A standing from its parts.
    public init(_ stage: Stage, audience: Audience? = nil, accord: String? = nil) {
      self.stage = stage
      self.audience = audience
      self.accord = accord
    }
  }

  /// A program or library.
  public struct Software: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its version.
    public let version: String

    /// One program.
    public init(_ name: String, _ version: String) {
      self.name = name
      self.version = version
    }
  }

  /// A file that was read.
  public struct Input: Sendable, Hashable {
    /// What for: `campaign`, `boundaries`, `source:c2s`.
    public let role: String
    /// Its name, without its folder.
    public let name: String
    /// SHA-256, or HMAC-SHA-256 with the campaign's key.
    public let hash: ContentHash
    /// Whether it may hold rows of persons: its hash needs the key.
    public let isKeyed: Bool

    /// An input from its parts.
    public init(role: String, name: String, hash: ContentHash, isKeyed: Bool) {
      self.role = role
      self.name = name
      self.hash = hash
      self.isKeyed = isKeyed
    }
  }

  /// A file that was written.
  public struct Output: Sendable, Hashable {
    /// Relative to the version.
    public let name: String
    /// Its size in bytes.
    public let size: Int
    /// SHA-256.
    public let hash: ContentHash

    /// An output from its parts.
    public init(name: String, size: Int, hash: ContentHash) {
      self.name = name
      self.size = size
      self.hash = hash
    }
  }

  /// What the figures were made from: the same at every stage.
  public struct Making: Sendable, Hashable {
    /// The tool first.
    public let software: [Software]
    /// In the order of the campaign.
    public var inputs: [Input]
    /// What the campaign decides.
    public let options: JSONValue
    /// Vintages by what they are of.
    public let vintages: JSONValue
    /// The accounting identity of each source, as far as the figures tell it.
    public let accounting: JSONValue
    /// The archive of the figures, which later stages render.
    public let release: ContentHash

    /// What vintages say of the contours where their neighbours do not join · millionths of the area.
    public static let unevennessKey = "boundaries_uneven_ppm"

    /// How far the neighbours of the contours were from joining, as a share of the whole area.
    public var unevenness: Double {
      Double(vintages[Self.unevennessKey]?.whole ?? 0) / 1_000_000
    }

    /// A making from its parts.
    public init(
      software: [Software], inputs: [Input], options: JSONValue, vintages: JSONValue,
      accounting: JSONValue, release: ContentHash
    ) {
      self.software = software
      self.inputs = inputs
      self.options = options
      self.vintages = vintages
      self.accounting = accounting
      self.release = release
    }
  }

  /// Whose data, about what.
  public let notice: Notice
  /// Where the figures stand.
  public let standing: Standing
  /// When the version was made, by the clock or `SOURCE_DATE_EPOCH`.
  public let declared: Moment
  /// Hash of the journal's entry before the one that made the version.
  public let previous: String
  /// Number of the journal's entry that made the version.
  public let step: Int
  /// What the figures were made from.
  public let making: Making
  /// The certificate of disclosure control and its figures; `null` where no written format allows one.
  public let proof: JSONValue
  /// Sorted by name.
  public let outputs: [Output]

  /// A manifest from its parts.
  public init(
    notice: Notice, standing: Standing, declared: Moment, step: Int, previous: String,
    making: Making, proof: JSONValue, outputs: [Output]
  ) {
    self.notice = notice
    self.standing = standing
    self.declared = declared
    self.step = step
    self.previous = previous
    self.making = making
    self.proof = proof
    self.outputs = outputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The name of the version.
  public var version: String {
    VersionName.of(
      outputs.map { ($0.name, $0.hash) }, stage: standing.stage, audience: standing.audience)
  }
}
