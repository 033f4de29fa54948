/// Finds addresses in a base.
///
/// May cross threads; each thread brings its own `Scratch`. The answer depends on the query and the
/// base alone, never on what was asked before or on how many threads there are.
public struct Geocoder: Sendable {
  /// Where it looks.
  public let base: AddressBase

  /// A geocoder over a base.
  public init(_ base: AddressBase) { self.base = base }

  /// Finds one address.
  ///
  /// - Complexity: about 10 to 20 µs
  public func answer(to query: AddressQuery, with scratch: Scratch) -> Answer {
    var search = Search(base, scratch.workshop(for: base))
    return search.answer(query)
  }

  /// The answer, and each step towards it in French.
  ///
  /// - Confidential: yes
  public func explain(_ query: AddressQuery) -> (answer: Answer, steps: [ExplainedStep]) {
    let shop = Scratch().workshop(for: base)
    shop.steps = []
    var search = Search(base, shop)
    let answer = search.answer(query)
    return (answer, shop.steps ?? [])
  }

  /// The working memory of one thread.
  ///
  /// Not Sendable: one per task.
  public final class Scratch {
    private var shop: Workshop?

    /// Empty.
    public init() {}

    func workshop(for base: AddressBase) -> Workshop {
      if let shop, shop.finder.base === base { return shop }
      let made = Workshop(base)
      shop = made
      return made
    }
  }
}

/// Everything that a search writes to and the next one writes over.
final class Workshop {
  var folded: [UInt8] = []
  /// What was done; `nil` when nobody asks.
  var steps: [ExplainedStep]?
  var query = Understood()
  var choices: [CommuneChoice] = []
  let finder: StreetFinder
  let queryReader: QueryReader

  init(_ base: AddressBase) {
    finder = StreetFinder(base)
    queryReader = QueryReader(base: base)
  }
}

/// One rung of the ladder and what it found.
///
/// - Confidential: yes
public struct ExplainedStep: Sendable, Hashable {
  /// The rung: « commune », « voie exacte »…
  public var name: String
  /// What came of it.
  public var outcome: String

  /// A step.
  public init(name: String, outcome: String) {
    self.name = name
    self.outcome = outcome
  }
}
