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
  public func answer(to query: AddressQuery, with scratch: Scratch) -> Answer { Answer() }

  /// The answer, and each step towards it in French.
  ///
  /// - Confidential: yes
  public func explain(_ query: AddressQuery) -> (answer: Answer, steps: [ExplainedStep]) {
    (Answer(), [])
  }

  /// The working memory of one thread.
  ///
  /// Not Sendable: one per task.
  public final class Scratch {
    /// Empty.
    public init() {}
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
