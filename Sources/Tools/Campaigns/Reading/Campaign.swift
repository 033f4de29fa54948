public import Analyses
public import Diagnostics
public import Disclosure
public import Exports
public import Intake
public import Rates
public import Stages
public import Territory

/// A campaign: who hands over what, about which territory, and what is made of it.
///
/// Read from a file by `CampaignReader`; every path is relative to the folder of that file.
public struct Campaign: Sendable {
  /// Path of the file that it was read from.
  public let file: String
  /// Identifier, `abs-dijon-2026`; also the base name of the files written.
  public let name: String
  /// Whose data, under which agreement.
  public let agreement: Agreement
  /// The communes covered, in byte order.
  public internal(set) var communes: [Commune]
  /// Contours and census.
  public internal(set) var references: References
  /// The partners' files.
  public internal(set) var sources: [Source]
  /// What is computed.
  public internal(set) var indicators: [Indicator]
  /// What is computed beside the rates, from released figures alone.
  public internal(set) var analyses: [Analysis]
  /// Other cuttings of the territory, whose figures are published too.
  public let zonings: [ZoningReference]
  /// What is withheld.
  public let protection: ProtectionRule
  /// The folder of earlier releases of the same data, one in each folder; `nil` for none.
  public let ledger: String?
  /// What is written, and where.
  public let outputs: Outputs
  /// The smallest share of the rows of each source that must end at an IRIS; `nil` for none.
  public internal(set) var leastPlaced: Double?
  /// Said first in everything that is written when the data are invented.
  public let warning: String?
  /// Everything that the file says, paths by their last part: what a manifest keeps.
  public let options: JSONValue

  /// The agreement between the owner of the data and the holder of the observatory.
  public struct Agreement: Sendable {
    /// Who owns the data.
    public let owner: String
    /// Who holds the observatory.
    public let holder: String
    /// The mention of the source, word for word.
    public let mention: String
    /// Sources or indicators agreed upon; empty when the campaign names none.
    public let annex: [String]
    /// How long rows may be kept; `nil` when the campaign does not say.
    public let retention: Retention?
    /// The same as the campaign writes it.
    public let retentionText: String?
    /// When the agreement holds; `nil` when the campaign does not say.
    public let valid: Period?
    /// When the data are to be collected; `nil` when the campaign does not say.
    public let collection: Period?
  }

  /// The reference data.
  public struct References: Sendable {
    /// The contours of the IRIS.
    public internal(set) var boundaries: BoundariesReference
    /// The census; `nil` when no indicator needs one.
    public internal(set) var population: PopulationReference?
    /// The address base; `nil` when no source holds addresses.
    public internal(set) var addresses: AddressesReference?
    /// Ways from other editions of the contours to the campaign's.
    public internal(set) var crosswalks: [CrosswalkReference]
    /// Official lists that tell which codes of the partners' files have lost a zero.
    public internal(set) var codes: [String] = []
  }

  /// The files of an address base.
  public struct AddressesReference: Sendable {
    /// What geocoding reads.
    public let files: GeocodingReferences
    /// Edition, as users name it: « BAN 2026-07 ».
    public let edition: String
  }

  /// A file of contours.
  public struct BoundariesReference: Sendable {
    /// Path of the file.
    public let file: String
    /// Layer of a GeoPackage; `nil` to find it by its columns.
    public let layer: String?
    /// Edition, as users name it.
    public let edition: Edition
    /// A reference system declared for a file that has none, as users write it.
    public let declaredSystem: String?
  }

  /// A file of the census.
  public struct PopulationReference: Sendable {
    /// Path of the file.
    public let file: String
    /// The census; `nil` to read it from the columns' prefix.
    public let vintage: CensusVintage?
    /// Columns that make the IRIS code; empty to find them.
    public let irisColumns: [String]
    /// Why vintages that do not fit are accepted all the same; `nil` to refuse them.
    public let acceptedMismatch: String?
    /// The edition that its codes are of; `nil` for the campaign's.
    public internal(set) var edition: Edition?
  }

  /// One partner's file.
  public struct Source: Sendable {
    /// Identifier.
    public let id: String
    /// The date that the counts describe, as the campaign writes it.
    public let referenceDate: String
    /// How the file is read.
    public internal(set) var layout: SourceLayout
    /// The partner's own totals by commune; `nil` when it gave none.
    public internal(set) var totals: SourceLayout?
    /// Whether what those totals count beyond the rows lives at no known IRIS.
    public internal(set) var restIsUnlocated = false
    /// The edition that its IRIS codes are of; `nil` for the campaign's.
    public internal(set) var edition: Edition?
    /// Sources that share nobody and make it together; empty for none.
    public internal(set) var sumOf: [String] = []
    /// A source that holds everybody of this one; `nil` for none.
    public internal(set) var partOf: String?
    /// Whose it is; `nil` for the agreement's owner.
    public var owner: String?
    /// Its own threshold; `nil` for the campaign's.
    public var threshold: Int?
  }

  /// One indicator.
  public struct Indicator: Sendable {
    /// Column prefix.
    public let id: String
    /// Title in French.
    public let title: String
    /// Source that is counted.
    public internal(set) var numerator: String
    /// Labels to keep for each dimension; a dimension left out keeps all.
    public let selection: [String: Set<String>]
    /// What it is divided by.
    public internal(set) var denominator: Denominator
    /// The factor of the rate.
    public let per: Double
    /// How the rate is computed; `nil` for a plain count.
    public let method: Rate.Method?
    /// Bounds between the classes of its map, ascending; `nil` to find them.
    public let bounds: [Double]?
    /// Whether euros are added rather than persons counted.
    public var isAmount = false
    /// What the tints of its map say.
    public var scale = Scale.sequential
    /// The smallest areas that it is shown for.
    public var level = Level.iris
    /// The indicator that this one is a part of; `nil` when it stands for itself.
    public var whole: String?
    /// The dimensions by which it was parted.
    public var dimensions: Set<String> = []
  }

  /// The smallest areas that an indicator is shown for.
  public enum Level: String, Sendable, CaseIterable {
    /// IRIS and everything above.
    case iris
    /// Communes and zonings: too rare for more.
    case commune
  }

  /// What the tints of a map say.
  public enum Scale: String, Sendable, CaseIterable {
    /// From little to much.
    case sequential
    /// From under to over the whole territory: indices, evolutions.
    case diverging
  }

  /// What an indicator is divided by.
  public enum Denominator: Sendable, Hashable {
    /// Columns of the census, added.
    case census([String])
    /// Another source of the campaign.
    case source(String)
    /// Nothing: a plain count.
    case none
  }

  /// What is written, and where.
  public struct Outputs: Sendable {
    /// Which files.
    public let formats: Set<Exporter.Format>
    /// The folder.
    public let folder: String
    /// The day that the files state as their last change, `2026-01-31`; `nil` to find one.
    public let date: String?
    /// The folder of the group's comments, one `<indicator>.md` each.
    public let comments: String
    /// How the classes of maps are found.
    public let classes: Classes

    /// The names that a campaign gives to ways of making classes.
    public enum Classes: String, Sendable, Hashable, CaseIterable {
      case quantiles, jenks, equal
    }
  }
}
