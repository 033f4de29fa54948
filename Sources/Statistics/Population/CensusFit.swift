public import Diagnostics
public import Territory

/// How a census and the contours of an edition go together over some communes.
///
/// It lists and refuses nothing itself: a problem with outcome `referencesUnfit` stops unless the
/// campaign accepts the difference, which its caller decides.
public struct CensusFit: Sendable, Hashable {
  /// IRIS of the contours that the census does not have, in code order.
  public let missing: [Iris]
  /// IRIS of the census in these communes that the contours do not have, in code order.
  public let extra: [Iris]
  /// Rows of départements that have none of these communes.
  public let foreignRowCount: Int
  /// What the user must know; its stops carry outcome `referencesUnfit`.
  public let problems: ProblemLog

  /// Whether every IRIS has its row, and every row its IRIS.
  public var isExact: Bool { missing.isEmpty && extra.isEmpty }
}

extension Census {
  /// Compares the codes of the census with those of the contours.
  ///
  /// - Parameters:
  ///   - edition: of the contours
  ///   - irises: of the contours, in these communes
  ///   - communes: of the campaign
  /// - Source: RP N is published in the geography of 1 January N + 2 (INPUTS.md §3.2)
  public func fit(edition: Edition, irises: Set<Iris>, communes: Set<Commune>) -> CensusFit {
    let departments = Set(communes.map(\.department))
    let own = self.irises.filter { communes.contains($0.commune) }
    let foreign = self.irises.count { !departments.contains($0.commune.department) }
    let missing = irises.subtracting(own).sorted()
    let extra = Set(own).subtracting(irises).sorted()
    var problems = ProblemLog()
    if foreign == self.irises.count {
      let found = Set(self.irises.map(\.commune.department)).sorted()
      problems.record(Wording.otherDepartment(path, departments.sorted(), found: found))
    } else {
      for iris in missing { problems.record(Wording.missing(path, iris, missing.count, edition)) }
      for iris in extra { problems.record(Wording.extra(path, iris, extra.count, edition)) }
    }
    if let expected = vintage.geographyYear, let year = edition.year, expected != year {
      problems.record(Wording.otherGeography(path, vintage, expected: expected, edition))
    }
    return CensusFit(missing: missing, extra: extra, foreignRowCount: foreign, problems: problems)
  }
}
