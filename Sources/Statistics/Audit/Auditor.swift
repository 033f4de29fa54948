public import Diagnostics

/// The check of a release from its written files alone, with all earlier ones at hand.
///
/// It shares no code with what withheld the figures, and reads what anybody may read.
///
/// - Confidential: no, except `insiders`
/// - Source: DISCLOSURE.md, promises G1, G2, G3, G4, G5, G10
public struct Auditor: Sendable {
  /// Beyond so many withheld cells in a commune, intervals are followed until they keep the promise,
  /// not to their ends.
  public static let mostToTheEnd = 2_000

  let releases: [PublicRelease]
  let promise: Promise
  private let editions: Editions
  private let insiders: [Insider]?

  /// - Parameters:
  ///   - name: of the release
  ///   - files: its own, also when they wait for their names
  ///   - ledger: folders of earlier releases of the same data
  ///   - promise: `nil` reads it in the files
  ///   - insiders: persons and partners; each is tried alone · `nil` where nobody knows them
  /// - Throws: `audit.no-table`, `audit.unreadable`, `audit.no-threshold`, what `Files` throws
  public init(
    _ name: String, files: [PublicFile], ledger: [String] = [], promise: Promise? = nil,
    insiders: [Insider]? = nil
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
      promise
      ?? Promise(
        threshold: threshold, thresholds: releases[0].thresholds,
        zerosAreWithheld: releases[0].zerosAreWithheld)
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

  func attack(_ communes: Set<String>) -> (CommuneModel, Attacker.Result) {
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
    model.targets.count <= Self.mostToTheEnd || model.hasAmounts
      ? .ends : .reach(from: promise.floor, to: promise.strictest)
  }

  private func found(_ model: CommuneModel, _ result: Attacker.Result) -> [Breach] {
    var breaches = model.breaches.sorted {
      ($0.site.zone, $0.kind.rawValue) < ($1.site.zone, $1.kind.rawValue)
    }
    if result.isContradictory { breaches.append(Breach(.contradiction, model.site(0))) }
    if result.isInDoubt { breaches.append(Breach(.undecided, model.site(0))) }
    let broken = result.findings.compactMap { finding -> Breach? in
      breach(by: finding, in: model).map { Breach($0, model.site(finding.cell)) }
    }
    return breaches + broken
  }

  /// A number is too large for the promise only where the statuses alone do not make it so.
  private func breach(by finding: Attacker.Finding, in model: CommuneModel) -> Breach.Kind? {
    let role = model.system.cells[finding.cell].role
    if model.isAmount(finding.cell) { return promise.breach(ofAmountBy: finding, role: role) }
    let indicator = model.origins[finding.cell].indicator
    let kind = promise.breach(by: finding, of: indicator, role: role)
    guard kind == .raised else { return kind }
    let blank = Attacker(on: model.system.blank(promise.floor)).result(for: [finding.cell])
    return promise.breach(
      by: finding, of: indicator, role: role, least: blank.findings.first?.lower ?? 0)
  }

  /// What insiders learn of others: a person of cells in other rows than his own, a partner of what
  /// others delivered.
  private func told(_ model: CommuneModel, _ tally: inout Certificate.Numbers) -> [Breach] {
    guard let insiders else { return [] }
    tally.triesPersons = true
    let attacker = Attacker(on: model.system)
    let cells = model.withheldCells
    return insiders.flatMap { insider -> [Breach] in
      let known = model.numbers(of: insider, among: cells)
      if known.isEmpty { return [] }
      let own = Set(known.keys.map { model.origins[$0].zone })
      if insider.isPartner { tally.partners += 1 }
      let learnt = attacker.learnt(knowing: known)
      if learnt.isEmpty { return [] }
      let same = attacker.same(as: known.keys)
      return learnt.filter { cell in
        insider.isPartner
          ? !model.isDelivered(cell, in: insider.sources)
          : !own.contains(model.origins[cell].zone) && !same.contains(cell)
      }.map { Breach(.insider, model.site($0)) }
    }
  }
}
