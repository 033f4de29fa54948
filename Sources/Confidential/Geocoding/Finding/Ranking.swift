/// The best hit of a search, and what contests it.
struct Ranking {
  var best: StreetHit
  var number: NumberHit
  /// Streets elsewhere that are as good, each with its number.
  var ties: [(hit: StreetHit, number: NumberHit)] = []
  /// Whether only the number tells the best from another street of the same name: a base that lacks
  /// one number would have sent the row there.
  var isByNumber = false

  var isTie: Bool { !ties.isEmpty }
}

extension Search {
  /// The best hit; among equals the first by commune, reading and name of the base, in this order.
  ///
  /// - Returns: `nil` when no hit is believable
  mutating func rank() -> Ranking? {
    var best: (place: Int, number: NumberHit)?
    let longest = shop.finder.hits.reduce(0) { max($0, width($1)) }
    for place in shop.finder.hits.indices where isBelievable(shop.finder.hits[place]) {
      let number = weigh(place, longest)
      guard let known = best else {
        best = (place, number)
        continue
      }
      let (hit, other) = (shop.finder.hits[place], shop.finder.hits[known.place])
      let lead = hit.street == other.street ? 0 : Self.equality
      if hit.merit > other.merit + lead { best = (place, number) }
    }
    guard let best else { return nil }
    return contest(Ranking(best: shop.finder.hits[best.place], number: best.number))
  }

  /// How far apart two merits are that mean the same.
  static let equality: Float = 1e-4

  /// Gives a hit its merits.
  private func weigh(_ place: Int, _ longest: Int) -> NumberHit {
    let hit = shop.finder.hits[place]
    let street = base.streets[hit.street]
    let number = numbers.find(shop.query.readings[hit.reading], in: street)
    let name = nameMerit(hit, street) - Float(longest - width(hit)) * 0.03
    shop.finder.hits[place].nameMerit = name
    shop.finder.hits[place].merit = name + numberMerit(hit, number)
    return number
  }

  /// Compares the best with the streets elsewhere.
  private mutating func contest(_ found: Ranking) -> Ranking {
    var ranking = found
    var second: Float = 0
    for hit in shop.finder.hits where hit.street != found.best.street && isBelievable(hit) {
      second = max(second, hit.merit)
      if isSamePlace(hit, found.best) { continue }
      let isEqual = hit.merit >= found.best.merit - Self.equality
      if isEqual, !ranking.ties.contains(where: { $0.hit.street == hit.street }) {
        let number = numbers.find(
          shop.query.readings[hit.reading], in: base.streets[hit.street])
        ranking.ties.append((hit, number))
      } else if hit.nameMerit >= found.best.nameMerit - Self.equality {
        ranking.isByNumber = true
      }
    }
    answer.scoreNext = Double(max(0, second))
    return ranking
  }
}
