public import Crosswalks
public import Diagnostics
public import Tables
internal import Territory

/// Several releases on one geography, that of the last.
///
/// Only what each release shows is carried; what one withheld stays withheld wherever a share of it
/// would go.
///
/// - Confidential: no
public struct Series: Sendable {
  /// In the order given, each on the geography of the last.
  public let releases: [PrintedRelease]

  /// - Parameters:
  ///   - releases: at least one, from the earliest
  ///   - crosswalks: from each edition that is not the last one's, straight to it
  /// - Throws: `comparisons.no-crosswalk`
  public init(_ releases: [PrintedRelease], crosswalks: [Crosswalk]) throws(Problem) {
    guard let last = releases.last else { preconditionFailure("a series has a release") }
    var carried: [PrintedRelease] = []
    for release in releases {
      if release.edition == last.edition {
        carried.append(release)
      } else if let way = crosswalks.first(where: {
        $0.from.name == release.edition && $0.to.name == last.edition
      }) {
        carried.append(release.carried(by: way))
      } else {
        throw Wording.noCrosswalk(release, last)
      }
    }
    self.releases = carried
  }

  /// A row for each zone of the last geography, indicator and release.
  public func table(for audience: CSVWriter.Audience = .machine) -> [UInt8] {
    var writer = CSVWriter(for: audience)
    writer.row([
      "niveau", "code", "indicateur", "diffusion", "millesime", "geographie", "n", "d", "t", "bas",
      "haut", "statut", "origine",
    ])
    for zone in releases.last?.zones ?? [] {
      for indicator in releases.last?.indicators ?? [] {
        for release in releases { write(release, indicator, zone, to: &writer) }
      }
    }
    return writer.bytes
  }

  private func write(
    _ release: PrintedRelease, _ indicator: PrintedRelease.Indicator, _ zone: PrintedZone,
    to writer: inout CSVWriter
  ) {
    guard let figure = release.figure(indicator.id, at: zone) else { return }
    let vintage = release.indicators.first { $0.id == indicator.id }?.vintage
    let decimals = RateBounds.decimals(per: indicator.per)
    writer.text(zone.level.rawValue)
    writer.code(zone.code)
    for text in [indicator.id, release.name, vintage, release.edition] { writer.text(text) }
    writer.integer(figure.count)
    writer.decimal(figure.base, decimals: 1)
    for number in [figure.rate?.value, figure.rate?.lower, figure.rate?.upper] {
      writer.decimal(number, decimals: decimals)
    }
    writer.text(figure.status)
    writer.text(figure.origin.rawValue)
    writer.endRow()
  }
}
