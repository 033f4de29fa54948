internal import Geocoding
internal import Territory

/// What became of one trial.
public struct Judgement: Sendable, Hashable {
  /// Whether the answer is the truth.
  public enum Finding: String, Sendable, Hashable, CaseIterable {
    /// As far as the address can be known.
    case right
    /// Somewhere else, or more than can be known.
    case wrong
    /// Nothing found where something was to be found.
    case unmatched
  }

  /// Whether the answer is the truth.
  public let finding: Finding
  /// Whether an IRIS was given, certain or probable.
  public let isPlaced: Bool
  /// Whether the likeliest IRIS is right; `nil` where none can be called wrong or none was given.
  public let isIrisRight: Bool?
  /// Whether the IRIS was called certain.
  public let isIrisCertain: Bool
  /// Whether a street or a house was answered.
  public let isAnswered: Bool
  /// The score given.
  public let score: Double

  /// Whether the worst happened: an IRIS that was called certain is wrong.
  public var isIrisWrongWhileCertain: Bool { isIrisCertain && isIrisRight == false }

  /// Judges an answer.
  ///
  /// The answer is compared by street, number and suffix, and where identifiers differ by position:
  /// two rows of a base for one house are one house.
  init(of answer: Answer, to trial: Trial, town: ReferenceTown, base: AddressBase) {
    finding = Self.finding(answer, trial, town, base)
    isAnswered = ![.municipality, .none].contains(answer.level)
    isPlaced = answer.placement.kind == .iris
    isIrisCertain = answer.iris.certainty == .certain
    let known = trial.truth.irises
    isIrisRight = known.isEmpty ? nil : answer.iris.iris.map(known.contains)
    score = answer.score
  }

  private static func finding(
    _ answer: Answer, _ trial: Trial, _ town: ReferenceTown, _ base: AddressBase
  ) -> Finding {
    let isFound = ![.municipality, .none].contains(answer.level)
    switch trial.truth.level {
    case .unmatched: return isFound ? .wrong : .right
    case .elsewhere: return !isFound || answer.saysWhyElsewhere ? .right : .wrong
    case .address:
      guard isFound else { return .unmatched }
      return answer.isOne(of: trial.truth.addresses, base) ? .right : .wrong
    case .street:
      guard isFound else { return .unmatched }
      let isStreet = answer.isStreet(of: trial.truth.addresses, town, base)
      return isStreet && answer.level != .housenumber ? .right : .wrong
    }
  }
}

extension Answer {
  /// Whether an answer in another commune than the one named says so.
  fileprivate var saysWhyElsewhere: Bool {
    reasons.contains(.communeContradicted)
  }

  fileprivate func isOne(of addresses: [TownAddress], _ base: AddressBase) -> Bool {
    guard level != .street, let position else { return false }
    if addresses.contains(where: { abs($0.x - position.x) < 0.5 && abs($0.y - position.y) < 0.5 }) {
      return true
    }
    let found = address.map { base.address($0).id.lowercased() }
    return addresses.contains { $0.id.lowercased() == found }
  }

  fileprivate func isStreet(
    of addresses: [TownAddress], _ town: ReferenceTown, _ base: AddressBase
  ) -> Bool {
    guard let street, let truth = addresses.first.map({ town.street(of: $0) }) else { return false }
    return base.commune(ofStreet: street) == truth.commune
      && Spelling.words(of: base.streetName(street)) == truth.words
  }
}
