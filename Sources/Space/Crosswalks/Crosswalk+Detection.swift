public import Boundaries
public import Diagnostics
internal import Dispatch
internal import Geometry
internal import Synchronization
internal import Territory

extension Crosswalk {
  /// What became of every IRIS between two editions of contours.
  ///
  /// An IRIS leads to each new one with which it shares more than slivers (see `Tolerance`), within
  /// its commune or what became of it. Where it leads to several, its shares are those of its
  /// addresses when it has enough, else of its area.
  ///
  /// - Parameters:
  ///   - old: the edition that figures come from
  ///   - new: the edition that they are brought to · same projected system
  ///   - movements: of communes between the two; `nil` to keep every commune that exists in both to
  ///     itself
  ///   - addresses: positions in the system of the contours; `nil` for areas alone
  ///   - threads: how many IRIS are compared at once; the result does not depend on it
  /// - Returns: the crosswalk; `crosswalks.vanished`, `crosswalks.appeared`,
  ///   `crosswalks.low-coverage`, `crosswalks.half-reached`, `crosswalks.few-addresses`,
  ///   `crosswalks.undated`, as warnings
  /// - Throws: `crosswalks.other-system`, `topology.…`
  /// - Complexity: an overlay of GEOS for each IRIS, and for each neighbour of one that changed
  public static func between(
    _ old: Contours, _ new: Contours, tolerance: Tolerance = .standard,
    movements: CommuneMovements? = nil, addresses: AddressPositions? = nil, threads: Int = 2
  ) throws(Problem) -> (Crosswalk, ProblemLog) {
    guard old.system == new.system else { throw Wording.otherSystem(old, new) }
    let ground = Ground(old, new, tolerance: tolerance, movements: movements)
    let found = try OverlapJob(ground).run(threads: max(1, threads))
    let weighing = AddressWeighing(ground, found, addresses)
    let drafts = found.indices.flatMap { LinkDraft.drafts(of: $0, found[$0], weighing) }
    let links = ChangeJudge(ground, drafts).links()
    let reached = Set(links.map(\.new))
    let crosswalk = Crosswalk(
      from: old.edition, to: new.edition, links: links,
      vanished: found.indices.filter { found[$0].parts.isEmpty }.map { old.areas[$0].iris },
      appeared: new.areas.map(\.iris).filter { !reached.contains($0) })
    var problems = crosswalk.problems(tooFewAddresses: weighing.tooFew)
    for iris in halfReached(ground, found) {
      problems.record(Wording.halfReached(iris, old.edition))
    }
    let isDated = old.edition.year != nil && new.edition.year != nil
    if movements != nil && !isDated { problems.record(Wording.undated(old.edition, new.edition)) }
    return (crosswalk, problems)
  }

  /// New areas of which a good part comes from nowhere: figures carried there would be too small.
  private static func halfReached(_ ground: Ground, _ found: [OverlapFinder.Found]) -> [Iris] {
    var covered = [Double](repeating: 0, count: ground.new.areas.count)
    for part in found.flatMap(\.parts) { covered[part.new] += part.area }
    return zip(ground.new.areas, covered).filter { area, covered in
      covered > 0 && Share(covered, of: area.shape.area) < Tolerance.leastCoverage
    }.map(\.0.iris)
  }

  /// What the user should know of a crosswalk.
  func problems(tooFewAddresses: [Iris] = []) -> ProblemLog {
    var log = ProblemLog()
    for iris in vanished { log.record(Wording.vanished(iris, from, to)) }
    for iris in appeared { log.record(Wording.appeared(iris, from, to)) }
    var last: Iris?
    for link in links where link.old != last && link.coverage < Tolerance.leastCoverage {
      log.record(Wording.lowCoverage(link))
      last = link.old
    }
    for iris in tooFewAddresses { log.record(Wording.fewAddresses(iris)) }
    return log
  }
}

/// All old areas compared, in blocks that whoever is free takes; results in the order of the areas.
private final class OverlapJob: Sendable {
  private static let block = 64
  private let ground: Ground
  private let next = Atomic(0)
  private let outcome = Mutex(Outcome())

  private struct Outcome {
    var blocks: [Int: [OverlapFinder.Found]] = [:]
    var failures: [Int: Problem] = [:]
  }

  init(_ ground: Ground) { self.ground = ground }

  private var blockCount: Int { (ground.old.areas.count + Self.block - 1) / Self.block }

  func run(threads: Int) throws(Problem) -> [OverlapFinder.Found] {
    DispatchQueue.concurrentPerform(iterations: threads) { _ in performWhatIsLeft() }
    let (blocks, failures) = outcome.withLock { ($0.blocks, $0.failures) }
    if let first = failures.min(by: { $0.key < $1.key }) { throw first.value }
    return (0..<blockCount).flatMap { blocks[$0] ?? [] }
  }

  private func performWhatIsLeft() {
    var block = next.add(1, ordering: .relaxed).oldValue
    do throws(Problem) {
      let finder = try OverlapFinder(ground)
      while block < blockCount {
        let found = try compare(block, finder)
        outcome.withLock { $0.blocks[block] = found }
        block = next.add(1, ordering: .relaxed).oldValue
      }
    } catch {
      outcome.withLock { $0.failures[block] = error }
    }
  }

  private func compare(
    _ block: Int, _ finder: OverlapFinder
  ) throws(Problem) -> [OverlapFinder.Found] {
    let start = block * Self.block
    var found: [OverlapFinder.Found] = []
    for old in start..<min(start + Self.block, ground.old.areas.count) {
      found.append(try finder.parts(of: old))
    }
    return found
  }
}
