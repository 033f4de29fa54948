internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Files
internal import Intake
internal import Manifests
internal import Rates
internal import Territory

extension Manifest.Making {
  /// What a run made its figures from.
  init(
    _ campaign: Campaign, _ report: RunReport, _ release: Release, _ contours: Contours,
    inputs: [Manifest.Input], archive: ContentHash
  ) {
    self.init(
      software: Tool.software.map { Manifest.Software($0.name, $0.version) }, inputs: inputs,
      options: campaign.options, vintages: Self.vintages(campaign, report, contours),
      accounting: .array(
        report.sources.map { line in
          let told = PublicAccounting(line.accounting, of: line.id, in: release, campaign)
          return .object([("id", .text(line.id)), ("accounting", told.json)])
        }), release: archive)
  }

  private static func vintages(
    _ campaign: Campaign, _ report: RunReport, _ contours: Contours
  ) -> JSONValue {
    let millionths = Int((contours.unevenness * 1_000_000).rounded(.up))
    let unevenness =
      millionths > 0 ? [(key: unevennessKey, value: JSONValue.integer(millionths))] : []
    let sources = campaign.sources.map { (key: $0.id, value: JSONValue.text($0.referenceDate)) }
    let addresses = campaign.hasAddresses ? campaign.references.addresses?.edition : nil
    let vintages: [(key: String, value: JSONValue)] = [
      ("boundaries", .text(campaign.references.boundaries.edition.name)),
      ("population", JSONValue(report.census)), ("addresses", JSONValue(addresses)),
      ("sources", .object(sources)),
    ]
    return .object(vintages + unevenness)
  }
}

/// The accounting identity as far as the release tells it: what the classes would add to the figures
/// is left out, since the manifest leaves with them.
///
/// The rows at a commune are the row « non localisé » of the table, and the rows at an IRIS are what
/// the commune's total leaves: where either is withheld, or a class holds fewer than the threshold,
/// the class is not said. Rows of a table of counts are no persons and always said.
struct PublicAccounting {
  /// One entry for each class; `nil` where it would tell something.
  let classes: [(kind: PlacementClass, rows: Int?)]
  /// All rows; `nil` where a class is not said, which it would give away.
  let rows: Int?

  init(
    _ accounting: Accounting, of source: String, in release: Release, _ campaign: Campaign
  ) {
    let isCounts = campaign.source(source)?.layout.rule.unit == .count
    let isShown = isCounts || Self.isShownWhole(source, release, campaign)
    let threshold = campaign.protection.strictest(for: [source]).threshold
    let isSmall = { (kind: PlacementClass) in
      !isCounts && accounting[kind] > 0 && accounting[kind] < threshold
    }
    let tellsUnlocated = isShown && !isSmall(.ambiguous) && !isSmall(.commune)
    classes = PlacementClass.allCases.map { kind in
      let isTold =
        switch kind {
        case .iris: isShown && !isSmall(kind)
        case .ambiguous, .commune: tellsUnlocated
        case .outside, .unplaced: !isSmall(kind)
        }
      return (kind, isTold ? accounting[kind] : nil)
    }
    rows = classes.allSatisfy { $0.rows != nil } ? accounting.rows : nil
  }

  var json: JSONValue {
    .object([("rows", JSONValue(rows))] + classes.map { ($0.kind.rawValue, JSONValue($0.rows)) })
  }

  /// Whether an indicator counts the whole source and shows every commune's unlocated row and total.
  private static func isShownWhole(
    _ source: String, _ release: Release, _ campaign: Campaign
  ) -> Bool {
    let whole = campaign.indicators.filter { $0.numerator == source && $0.selection.isEmpty }
    return whole.contains { indicator in
      guard let index = release.indicators.firstIndex(where: { $0.id == indicator.id }) else {
        return false
      }
      return release.rows.allSatisfy { row in
        if case .iris = row.zone { true } else { row.figures[index].count != nil }
      }
    }
  }
}
