/// Somebody who knows numbers beside what is public: the one person of a cell, or a partner that has
/// its own files.
///
/// - Confidential: yes
public struct Insider: Sendable, Hashable {
  /// A number that he knows.
  public struct Insight: Sendable, Hashable {
    /// Identifier of the indicator.
    public let indicator: String
    /// IRIS code, « hors IRIS 01004 » or « commune 01004 ».
    public let zone: String
    /// Whether it is what the indicator is divided by.
    public let isBase: Bool
    /// The number.
    public let value: Int

    /// What somebody knows.
    public init(indicator: String, zone: String, isBase: Bool = false, value: Int) {
      self.indicator = indicator
      self.zone = zone
      self.isBase = isBase
      self.value = value
    }
  }

  /// The sources that a partner delivered, of which nothing is secret to it; empty for a person.
  public let sources: Set<String>
  /// His numbers.
  public let insights: [Insight]

  /// A person who is alone in a cell.
  public init(alone insight: Insight) {
    sources = []
    insights = [insight]
  }

  /// A partner that knows what it delivered.
  public init(partnerOf sources: Set<String>, knowing insights: [Insight]) {
    self.sources = sources
    self.insights = insights
  }

  var isPartner: Bool { !sources.isEmpty }
}
