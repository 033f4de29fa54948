/// How often each blemish occurs in a file.
///
/// - Confidential: no; shares of a file
public struct ErrorProfile: Sendable, Hashable {
  /// Shares, which need not add up to 1.
  public let weights: [Blemish: Double]

  /// A profile from its shares; negative ones count as none.
  public init(_ weights: [Blemish: Double]) { self.weights = weights.filter { $0.value > 0 } }

  /// What a file of a partner usually looks like: after the shares of forms of the invented job
  /// seekers' file.
  public static let usual = ErrorProfile([
    .clean: 16, .capitals: 19, .abbreviations: 12, .laPoste: 5, .looseTypography: 3,
    .doubleEncoded: 0.3, .oneTypo: 5, .twoTypos: 1, .phonetic: 2, .droppedFirstName: 2,
    .initials: 2, .splitWords: 0.7, .joinedWords: 1, .numberWords: 0.5, .withoutType: 2,
    .wrongType: 2, .unknownStreet: 1.5, .unknownSurname: 0.5, .suffixVariant: 3, .range: 1.4,
    .gluedNumber: 2.5, .missingNumber: 2.4, .absentNumber: 1.8, .spreadsheetDate: 0.3,
    .complementBefore: 4, .floorBefore: 2, .complementAfter: 3.5, .postalBox: 0.5, .cedex: 2,
    .wrongPostcode: 1.5, .neighbourCommune: 0.2, .cityFirst: 0.5, .withoutCity: 0.5,
    .shortCity: 1.5, .mergedCommune: 1, .hamlet: 1, .combined: 2, .noAddress: 1,
  ])

  /// How many trials of each class make so many in all: by largest remainder, in the order of
  /// `Blemish`.
  public func counts(of total: Int) -> [(blemish: Blemish, count: Int)] {
    let present = Blemish.allCases.filter { weights[$0] != nil }
    let sum = present.reduce(0.0) { $0 + (weights[$1] ?? 0) }
    guard sum > 0 else { return [] }
    let exact = present.map { (weights[$0] ?? 0) / sum * Double(total) }
    var counts = exact.map { Int($0) }
    let left = total - counts.reduce(0, +)
    let byRemainder = present.indices.sorted { left, right in
      (exact[right] - Double(counts[right]), left) < (exact[left] - Double(counts[left]), right)
    }
    for index in byRemainder.prefix(left) { counts[index] += 1 }
    return zip(present, counts).map { ($0, $1) }
  }
}

extension TrialMaker {
  /// Trials in the shares of a profile, shuffled.
  public func trials(like profile: ErrorProfile, count: Int) -> [Trial] {
    var chance = Chance(seed: seed, topic: "order")
    return profile.counts(of: count).flatMap { trials(of: $0.blemish, count: $0.count) }
      .shuffled(using: &chance)
  }
}
