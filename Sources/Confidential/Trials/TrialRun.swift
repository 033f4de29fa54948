public import Geocoding

/// Puts trials to a geocoder and judges the answers.
public struct TrialRun {
  private let geocoder: Geocoder
  private let town: ReferenceTown

  /// A run on the base that the town was read from.
  public init(_ geocoder: Geocoder, town: ReferenceTown) {
    self.geocoder = geocoder
    self.town = town
  }

  /// Judges every trial.
  ///
  /// - Parameters:
  ///   - failure: told each trial that is not right, for whoever looks for the cause
  public func judge(
    _ trials: [Trial], failure: (Trial, Answer, Judgement) -> Void = { _, _, _ in }
  ) -> TrialTable {
    let scratch = Geocoder.Scratch()
    var table = TrialTable()
    var query = AddressQuery()
    for trial in trials {
      trial.typed.fill(&query)
      let answer = geocoder.answer(to: query, with: scratch)
      let judgement = Judgement(of: answer, to: trial, town: town, base: geocoder.base)
      table.add(judgement, of: trial)
      if judgement.finding != .right || judgement.isIrisWrongWhileCertain {
        failure(trial, answer, judgement)
      }
    }
    return table
  }
}

extension TypedAddress {
  /// The address as columns of a file.
  public func fill(_ query: inout AddressQuery) {
    query.clear()
    if isOneLine { return query.add(line, as: .line) }
    if isGathered {
      query.add(lineBeforeCity, as: .line)
    } else {
      query.add(complement, as: .complement)
      query.add(number, as: .number)
      query.add(suffix, as: .suffix)
      query.add([street, trailer].filter { !$0.isEmpty }.joined(separator: " "), as: .street)
    }
    query.add(postcode, as: .postcode)
    query.add(city, as: .city)
  }
}
