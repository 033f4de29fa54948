public import Stages

/// What every file says of itself: whose data, which vintages, whether invented.
///
/// - Source: agreement, articles 7 and 8 (DESIGN.md); Licence Ouverte 2.0, attribution
public struct Notice: Sendable, Hashable {
  /// The mention that the agreement asks for, word for word.
  public let mention: String
  /// Campaign identifier.
  public let campaign: String
  /// Edition of the contours.
  public let edition: String
  /// Attributions of reference data: « IGN–INSEE, Contours…Iris 2024 ».
  public let attributions: [String]
  /// Said first when the data are invented; `nil` for real data.
  public let warning: String?
  /// The day that the files state as their last change, `2026-01-31`: declared, never the clock's.
  public let date: String
  /// Who may have the files; `nil` for a working document.
  public let audience: Audience?
  /// Reference of the owner's accord; `nil` where none is needed.
  public let accord: String?
  /// Who holds the observatory and answers for the files; `nil` when the campaign does not say.
  public let holder: String?

  /// Said across every figure until the shared analysis is done; `nil` once published.
  public var stamp: String? { audience == nil ? Self.workingDocument : nil }

  /// What a working document says of itself.
  ///
  /// - Source: agreement, articles 5–6 (DESIGN.md)
  public static let workingDocument = "DOCUMENT DE TRAVAIL — ANALYSE PARTAGÉE — NE PAS DIFFUSER"

  /// A notice from its parts.
  public init(
    mention: String, campaign: String, edition: String, attributions: [String], warning: String?,
    date: String = "1980-01-01", audience: Audience? = nil, accord: String? = nil,
    holder: String? = nil
  ) {
    self.mention = mention
    self.campaign = campaign
    self.edition = edition
    self.attributions = attributions
    self.warning = warning
    self.date = date
    self.audience = audience
    self.accord = accord
    self.holder = holder
  }
}
