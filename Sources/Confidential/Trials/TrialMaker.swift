/// Makes trials from a seed: the same town and seed give the same trials, class by class.
public struct TrialMaker: Sendable {
  private let town: ReferenceTown
  let seed: UInt64

  /// Trials on the addresses of a town.
  public init(_ town: ReferenceTown, seed: UInt64) {
    self.town = town
    self.seed = seed
  }

  /// Trials of one class.
  ///
  /// - Returns: `count` trials, fewer or none where the town has hardly any address of the kind: a
  ///   town without a merged commune has no trial of that class
  public func trials(of blemish: Blemish, count: Int) -> [Trial] {
    var chance = Chance(seed: seed, topic: blemish.rawValue)
    let fitting = candidates(for: blemish)
    guard !fitting.isEmpty else { return [] }
    var trials: [Trial] = []
    for _ in 0..<(count * 60) where trials.count < count {
      if let trial = trial(blemish, chance.pick(fitting), &chance) { trials.append(trial) }
    }
    return trials
  }

  /// Every class, in the order of `Blemish`.
  public func all(perClass count: Int) -> [Trial] {
    Blemish.allCases.flatMap { trials(of: $0, count: count) }
  }

  /// Addresses that the class can spoil, where few can.
  private func candidates(for blemish: Blemish) -> [TownAddress] {
    switch blemish {
    case .suffixVariant, .suffixOmitted: town.addresses.filter { !$0.suffix.isEmpty }
    case .mergedCommune: town.addresses.filter { !town.street(of: $0).formerName.isEmpty }
    case .hamlet: town.addresses.filter { town.street(of: $0).type == nil }
    case .numberWords:
      town.addresses.filter {
        town.street(of: $0).words.contains { $0.contains(where: \.isNumber) }
      }
    case .spreadsheetDate: town.addresses.filter { $0.number <= 10 && $0.suffix.isEmpty }
    default: town.addresses
    }
  }

  private func trial(
    _ blemish: Blemish, _ address: TownAddress, _ chance: inout Chance
  ) -> Trial? {
    var damage = Damage(address, in: town)
    guard damage.strike(blemish, &chance) else { return nil }
    arrange(&damage.typed, blemish, &chance)
    return Trial(
      blemish: blemish, typed: damage.typed, truth: damage.truth, isDecidable: damage.isDecidable)
  }

  /// In one column, in three, or in six: as the partners' files are.
  private func arrange(_ typed: inout TypedAddress, _ blemish: Blemish, _ chance: inout Chance) {
    typed.isOneLine = typed.isCityFirst || chance.happens(0.25)
    typed.isGathered =
      typed.isOneLine || blemish == .spreadsheetDate ? typed.isOneLine : chance.happens(0.5)
  }
}
