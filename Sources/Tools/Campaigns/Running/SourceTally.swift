internal import Diagnostics
internal import Intake
internal import Territory

/// A source as counted, and the partner's own totals.
struct SourceTally {
  let tally: Tally
  let totals: [Commune: Count]?

  /// Totals above what their rows can add up to, unless the campaign says where the rest is.
  func problems(of source: Campaign.Source) -> ProblemLog {
    guard let totals, let file = source.totals?.file, !source.restIsUnlocated else {
      return ProblemLog()
    }
    let sums = tally.placements.reduce(into: [Commune: Count]()) { sums, place in
      guard let commune = place.commune else { return }
      sums[commune, default: .zero] += tally.count(at: place)
    }
    let exceeding = totals.keys.sorted().filter { commune in
      let most = sums[commune, default: .zero].upper
      return most.map { totals[commune, default: .zero].lower > $0 } ?? false
    }
    return ProblemLog(exceeding.map { Wording.totalAboveSum(source.id, $0, file: file) })
  }
}

extension Wording {
  static func totalAboveSum(_ source: String, _ commune: Commune, file: String) -> Problem {
    Problem(
      "campaign.total-above-sum", .stops, at: Place(file: file, part: source, code: commune.code),
      fact: "le total de la commune dépasse la somme des lignes de « \(public: source) »",
      remedy:
        "corriger l’un des fichiers, ôter totals, ou déclarer totals: { rest: unlocated } si le reste n’est localisé à aucun IRIS",
      outcome: .inputRefused)
  }
}
