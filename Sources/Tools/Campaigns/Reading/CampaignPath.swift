internal import Comparisons
internal import Diagnostics
internal import Geocoding
internal import Intake
internal import Rates
internal import Territory

/// The way from one campaign to another, one factor after the other.
struct CampaignPath {
  /// Indicators that both have, in the order of the later one.
  let indicators: [String]
  private(set) var problems = ProblemLog()
  private let first: Campaign
  private let last: Campaign

  /// The figures of one state, before disclosure control.
  ///
  /// - Confidential: yes
  struct State {
    let tables: [IndicatorTable]
    private let measures: [String: [Zone: IndicatorTable.Measure]]

    init(_ tables: [IndicatorTable]) {
      self.tables = tables
      let pairs = tables.map { table in
        (table.definition.id, Dictionary(table.measures.map { ($0.zone, $0) }) { $1 })
      }
      measures = Dictionary(pairs) { first, _ in first }
    }

    var zones: [Zone] { tables.first?.measures.map(\.zone) ?? [] }

    func measure(_ indicator: String, at zone: Zone) -> IndicatorTable.Measure? {
      measures[indicator]?[zone]
    }
  }

  init(from first: Campaign, to last: Campaign) {
    let earlier = Set(first.indicators.map(\.id))
    let common = last.indicators.map(\.id).filter { earlier.contains($0) }
    indicators = common
    self.first = first.keeping(common)
    self.last = last.keeping(common)
  }

  /// The earlier campaign, then one state for each factor; the last is the later campaign.
  ///
  /// A factor that did not change is not computed again.
  mutating func states(progress: any Progress) throws(Problem) -> [State] {
    var states = [try state(of: first, progress)]
    var campaign = first
    for factor in Factor.allCases {
      guard factor.differs(between: first, and: last) else {
        states.append(states[states.count - 1])
        continue
      }
      campaign = campaign.changed(factor, towards: last, from: first)
      states.append(try state(after: factor, of: &campaign, progress))
    }
    return states
  }

  /// Where last year's rows and categories cannot be read in this year's file, the scope is changed
  /// together with the numerator.
  private mutating func state(
    after factor: Factor, of campaign: inout Campaign, _ progress: any Progress
  ) throws(Problem) -> State {
    do throws(Problem) {
      return try state(of: campaign, progress)
    } catch {
      guard factor == .numerator else { throw error }
      problems.record(Wording.scopeMerged(last.sources.first?.layout.file ?? ""))
      campaign = campaign.changed(.scope, towards: last, from: first)
      return try state(of: campaign, progress)
    }
  }

  private mutating func state(
    of campaign: Campaign, _ progress: any Progress
  ) throws(Problem) -> State {
    var run = CampaignRun(campaign, progress: progress)
    let tables = try run.measure(isRehearsal: true).tables
    problems.append(run.findings.problems.softened())
    return State(tables)
  }
}

extension Factor {
  /// Whether two campaigns differ in it.
  fileprivate func differs(between first: Campaign, and last: Campaign) -> Bool {
    let (a, b) = (first.references, last.references)
    switch self {
    case .contours:
      return a.boundaries.file != b.boundaries.file || a.boundaries.edition != b.boundaries.edition
        || first.communes != last.communes
    case .geocoding: return a.addresses?.files.sources != b.addresses?.files.sources
    case .denominator:
      return a.population?.file != b.population?.file
        || first.indicators.map(\.denominator) != last.indicators.map(\.denominator)
    case .numerator:
      return first.sources.map(\.layout.file) != last.sources.map(\.layout.file)
        || first.sources.map(\.layout.columns) != last.sources.map(\.layout.columns)
        || first.indicators.map(\.numerator) != last.indicators.map(\.numerator)
    case .scope: return true
    }
  }
}
