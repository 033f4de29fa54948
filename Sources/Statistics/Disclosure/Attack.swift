internal import Rates
internal import Territory

/// What somebody works out who has the release and nothing else.
///
/// He knows the definitions, the threshold, that a withheld number counts somebody unless
/// zeros are withheld too, and takes the census for a bound where the rate is a share. It shares no
/// code with the suppression, and takes no interval for wide that a sum makes narrow.
///
/// - Confidential: no, it sees what is published
struct Attack {
  /// What is known of one number that the release does not show.
  struct Finding: Hashable {
    /// The indicators whose figures give it.
    let indicators: [Int]
    let zone: Zone
    let lower: Int
    /// `nil` when nothing bounds it.
    let upper: Int?
    /// A withheld figure itself, not a difference of two.
    let isFigure: Bool
    /// Whether it is what its indicator is divided by.
    let isBase: Bool
  }

  /// Something that must not be seen, and is.
  struct Breach: Hashable {
    let indicators: [Int]
    let zone: Zone
  }

  private let release: Release
  private let clues: [Clue]
  private let scenes: [Scene]
  private let sceneOfCommune: [Commune: Int]

  init(on release: Release) {
    self.release = release
    let clues = Clue.all(in: release)
    self.clues = clues
    let scenes = release.rows.indices.split { row in
      if case .commune = release.rows[row].zone { true } else { false }
    }.map { Scene(release.rows[$0.startIndex...$0.endIndex]) }
    let communes = scenes.enumerated().compactMap { index, scene in
      scene.rows.first.map { ($0.zone.commune, index) }
    }
    self.scenes = scenes
    sceneOfCommune = Dictionary(communes) { first, _ in first }
  }

  /// The interval of every number that is not shown, in the order of the rows.
  func findings() -> [Finding] {
    scenes.flatMap { scene in clues.flatMap { Deduction($0, scene, release, clues).findings() } }
  }

  /// Everything in the release that breaks its promise.
  func breaches() -> [Breach] {
    let derived = scenes.flatMap { scene in
      clues.flatMap { Deduction($0, scene, release, clues).breaches() }
    }
    return traces() + derived
  }

  /// Whether somebody who is the only one in a cell learns another cell of its column exactly.
  func isTold(alone zone: Zone, in indicator: Int) -> Bool {
    guard let index = sceneOfCommune[zone.commune],
      let clue = clues.first(where: { $0.isCount(of: indicator) })
    else { return false }
    let findings = Deduction(clue, scenes[index], release, clues).findings(knowing: [zone: 1])
    return findings.contains { $0.zone != zone && $0.lower == $0.upper }
  }

  /// Figures that show something beside a status that says they don't.
  private func traces() -> [Breach] {
    release.rows.flatMap { row in
      row.figures.indices.filter { !row.figures[$0].isConsistent }
        .map { Breach(indicators: [$0], zone: row.zone) }
    }
  }
}

extension Release.Figure {
  /// Whether nothing stands beside a status that says it does not.
  var isConsistent: Bool {
    switch status {
    case .released: count != nil
    case .notSignificant: rate == nil && comparison == nil
    case .withheld, .missing, .embargoed, .notApplicable:
      count == nil && rate == nil && comparison == nil
    }
  }
}
