/// Whether a score of 0.9 means nine in ten: observed shares of right answers by score.
public struct Reliability: Sendable {
  /// Upper ends of the bins; the last takes in 1.
  public static let ends = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1]

  /// Scores between two ends.
  public struct Bin: Sendable {
    /// Upper end.
    public let end: Double
    /// Answers in it.
    public fileprivate(set) var count = 0
    /// Right ones among them.
    public fileprivate(set) var right = 0
    fileprivate var sum = 0.0

    /// Mean score; `nil` when there is no answer.
    public var meanScore: Double? { count == 0 ? nil : sum / Double(count) }
    /// Observed share of right answers.
    public var observed: Proportion { Proportion(right, of: count) }
  }

  /// From low to high.
  public private(set) var bins = Self.ends.map { Bin(end: $0) }

  /// Nothing counted.
  public init() {}

  /// Answers that name a street count; silence has no score to keep.
  mutating func add(_ judgement: Judgement, of trial: Trial) {
    let isAnswer =
      judgement.finding == .wrong || (judgement.isAnswered && judgement.finding == .right)
    guard isAnswer else { return }
    let index = Self.ends.firstIndex { judgement.score < $0 } ?? Self.ends.count - 1
    bins[index].count += 1
    bins[index].sum += judgement.score
    if judgement.finding == .right { bins[index].right += 1 }
  }

  /// Mean of |observed − promised| over the answers.
  public var expectedError: Double {
    let total = bins.reduce(0) { $0 + $1.count }
    guard total > 0 else { return 0 }
    return bins.reduce(0.0) { sum, bin in
      sum + Double(bin.count) * abs(bin.observed.share - (bin.meanScore ?? 0)) / Double(total)
    }
  }
}
