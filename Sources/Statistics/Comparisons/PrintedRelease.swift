public import Audit
public import Diagnostics

/// A release from its written files alone: what anybody may know of it.
///
/// - Confidential: no
public struct PrintedRelease: Sendable {
  /// What an indicator is, as far as the files say.
  public struct Indicator: Sendable, Hashable {
    /// The same from year to year.
    public let id: String
    /// Reference date of its units; empty when the files do not say.
    public let vintage: String
    /// Factor of its rate.
    public let per: Double
    /// Whether it is a share, with Wilson's interval.
    public let isShare: Bool
  }

  /// Name of its folder.
  public let name: String
  /// Edition of its contours, as it names it.
  public let edition: String
  /// In the order of the files.
  public let indicators: [Indicator]
  /// Sorted.
  public let zones: [PrintedZone]
  private let figures: [PrintedZone: [PrintedFigure]]

  init(
    name: String, edition: String, indicators: [Indicator],
    figures: [PrintedZone: [PrintedFigure]]
  ) {
    self.name = name
    self.edition = edition
    self.indicators = indicators
    self.figures = figures
    zones = figures.keys.sorted()
  }

  /// Reads the CSV and GeoJSON files of a release.
  ///
  /// - Throws: `audit.no-table`, `audit.unreadable`, `files.…`, `tables.…`
  public init(name: String, files: [PublicFile]) throws(Problem) {
    let release = try PublicRelease(name: name, files: files)
    let pairs = release.figures.compactMap { zone, figures in
      PrintedZone(zone).map { ($0, figures.map { PrintedFigure($0) }) }
    }
    self.init(
      name: name, edition: release.edition,
      indicators: release.indicators.enumerated().map { index, indicator in
        let isPrintedShare = release.figures.values.contains {
          $0[index].printed["meth"] == "wilson"
        }
        return Indicator(
          id: indicator.id, vintage: indicator.vintage, per: indicator.per,
          isShare: indicator.isShare || isPrintedShare)
      },
      figures: Dictionary(pairs) { first, _ in first })
  }

  /// The figure of one zone; `nil` when the release has no such zone or indicator.
  public func figure(_ indicator: String, at zone: PrintedZone) -> PrintedFigure? {
    indicators.firstIndex { $0.id == indicator }.flatMap { figures[zone]?[$0] }
  }
}
