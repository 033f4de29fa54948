public import Diagnostics

/// The check of a release from its written files alone, with all earlier ones at hand.
///
/// It shares no code with what withheld the figures, and reads what anybody may read.
///
/// - Confidential: no, except `insiders`
/// - Source: DISCLOSURE.md, promises G1, G2, G3, G4, G5, G10
public struct Auditor: Sendable {
  /// A number that somebody knows beside what is public: his own cell, or his own files.
  ///
  /// - Confidential: yes
  public struct Insight: Sendable, Hashable {
    /// Identifier of the indicator.
    public let indicator: String
    /// IRIS code, « hors IRIS 01004 » or « commune 01004 ».
    public let zone: String
    /// The number.
    public let value: Int

    /// What somebody knows.
    public init(indicator: String, zone: String, value: Int) {
      self.indicator = indicator
      self.zone = zone
      self.value = value
    }
  }

  /// Beyond so many withheld cells in a commune, intervals are followed until they keep the promise,
  /// not to their ends.
  public static let mostToTheEnd = 2_000

  let releases: [PublicRelease]
  let promise: Promise
  private let editions: Editions
  private let insiders: [[Insight]]

  /// - Parameters:
  ///   - name: of the release
  ///   - files: its own, also when they wait for their names
  ///   - ledger: folders of earlier releases of the same data
  ///   - promise: `nil` reads it in the files
  ///   - insiders: each what one person or partner knows; each is tried alone
  /// - Throws: `audit.no-table`, `audit.unreadable`, `audit.no-threshold`, what `Files` throws
  public init(
    _ name: String, files: [PublicFile], ledger: [String] = [], promise: Promise? = nil,
    insiders: [[Insight]] = []
  ) throws(Problem) {
    var releases = [try PublicRelease(name: name, files: files)]
    for folder in ledger {
      releases.append(try PublicRelease(name: folder, files: PublicFile.all(in: folder)))
    }
    guard let threshold = promise?.threshold ?? releases[0].threshold else {
      throw Wording.noThreshold(name)
    }
    self.releases = releases
    editions =
      releases.count == 1
      ? Editions()
      : Editions(
        releases.map {
          $0.maps.reduce(into: [:]) { $0.merge($1.contours()) { first, _ in first } }
        },
        names: releases.map(\.edition))
    self.promise =
      promise ?? Promise(threshold: threshold, zerosAreWithheld: releases[0].zerosAreWithheld)
    self.insiders = insiders
  }

  /// Attacks the release, commune by commune, those together that an area of another zoning ties.
  ///
  /// - Complexity: as `Attacker.result`
  public func certificate() -> Certificate {
    var tally = Certificate.Numbers()
    var breaches = releases.flatMap(\.breaches)
    for communes in TiedCommunes(releases).groups {
      let (model, result) = attack(communes)
      tally.add(model, result, promise)
      breaches += found(model, result)
      breaches += told(model, &tally)
    }
    return Certificate(releases: releases, promise: promise, numbers: tally, breaches: breaches)
  }

  private func attack(_ communes: Set<String>) -> (CommuneModel, Attacker.Result) {
    let hasTies = !editions.ties.isEmpty
    for assumption in CommuneModel.Assumption.all where hasTies || assumption.trustsEditions {
      let model = CommuneModel(
        communes, releases, promise, assumption, editions: editions)
      let result = Attacker(on: model.system, depth: depth(of: model)).result()
      if !result.isContradictory { return (model, result) }
    }
    let model = CommuneModel(
      communes, releases, promise, .init(trustsCensus: false), editions: editions)
    return (model, Attacker(on: model.system).result())
  }

  private func depth(of model: CommuneModel) -> Attacker.Depth {
    model.targets.count <= Self.mostToTheEnd
      ? .ends : .reach(from: promise.floor, to: promise.threshold)
  }

  private func found(_ model: CommuneModel, _ result: Attacker.Result) -> [Breach] {
    var breaches = model.breaches.sorted {
      ($0.site.zone, $0.kind.rawValue) < ($1.site.zone, $1.kind.rawValue)
    }
    if result.isContradictory { breaches.append(Breach(.contradiction, model.site(0))) }
    if result.isInDoubt { breaches.append(Breach(.undecided, model.site(0))) }
    let least = model.system.leastByStatus(promise.floor)
    let broken = result.findings.compactMap { finding in
      promise
        .breach(
          by: finding, role: model.system.cells[finding.cell].role, least: least[finding.cell]
        )
        .map { Breach($0, model.site(finding.cell)) }
    }
    return breaches + broken
  }

  /// What insiders learn of others: of cells in other rows than their own.
  private func told(_ model: CommuneModel, _ tally: inout Certificate.Numbers) -> [Breach] {
    let attacker = Attacker(on: model.system)
    return insiders.flatMap { insights -> [Breach] in
      var known: [Int: Int] = [:]
      for insight in insights {
        guard let cell = model.cell(of: insight.indicator, zone: insight.zone) else { continue }
        known[cell] = insight.value
      }
      if known.isEmpty { return [] }
      let own = Set(known.keys.map { model.origins[$0].zone })
      let (cells, programs) = attacker.learnt(knowing: known)
      tally.programs += programs
      tally.insiders += 1
      return cells.filter { !own.contains(model.origins[$0].zone) }
        .map { Breach(.insider, model.site($0)) }
    }
  }
}
