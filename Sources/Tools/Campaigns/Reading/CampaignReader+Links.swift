internal import Diagnostics
internal import Intake
internal import Rates
internal import Territory

extension CampaignReader {
  /// What sources have in common makes trees: each is a part of one other at most, of the same date, and
  /// none holds itself.
  func checkLinks(_ sources: [Campaign.Source], _ sections: [Section]) {
    let known = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
    var wholeOf: [String: String] = [:]
    for (source, section) in zip(sources, sections) {
      for (part, whole, key) in source.ties {
        let other = key == "part_of" ? whole : part
        guard let named = known[other] else {
          section.record(
            Wording.unknownValue(other, allowed: known.keys.sorted(), at: section.place(of: key)))
          continue
        }
        check(source, named, section, key)
        let earlier = wholeOf.updateValue(whole, forKey: part)
        if earlier.map({ $0 != whole }) ?? false || isInside(whole, part, wholeOf) {
          section.record(Wording.linkedTwice(part, at: section.place(of: key)))
        }
      }
    }
  }

  private func check(
    _ source: Campaign.Source, _ other: Campaign.Source, _ section: Section, _ key: String
  ) {
    if source.referenceDate != other.referenceDate {
      section.record(Wording.linkedDates(source.id, other.id, at: section.place(of: key)))
    }
    if [source, other].contains(where: { $0.layout.rule.unit == .amount }) {
      section.record(Wording.linkedAmounts(at: section.place(of: key)))
    }
  }

  /// Whether a source is, through others, a part of itself.
  private func isInside(_ start: String, _ part: String, _ wholeOf: [String: String]) -> Bool {
    var next: String? = start
    for _ in 0...wholeOf.count {
      guard let source = next else { return false }
      if source == part { return true }
      next = wholeOf[source]
    }
    return true
  }
}

extension Campaign.Source {
  /// Its links, each as part and whole, with the key that says so.
  fileprivate var ties: [(part: String, whole: String, key: String)] {
    sumOf.map { ($0, id, "sum_of") } + [partOf].compactMap(\.self).map { (id, $0, "part_of") }
  }
}

extension Campaign {
  /// What its sources have in common.
  var links: [SourceLink] {
    sources.flatMap { source in
      let sum =
        source.sumOf.isEmpty
        ? [] : [SourceLink(whole: source.id, parts: source.sumOf, isComplete: true)]
      return sum
        + [source.partOf].compactMap(\.self).map {
          SourceLink(whole: $0, parts: [source.id], isComplete: false)
        }
    }
  }
}

extension Wording {
  static func linkedTwice(_ source: String, at place: Place) -> Problem {
    refused(
      "campaign.linked-twice", at: place,
      fact: "« \(public: source) » est déjà la partie d’une autre source, ou d’elle-même",
      remedy: "ne déclarer chaque source que dans un seul ensemble")
  }

  static func linkedDates(_ source: String, _ other: String, at place: Place) -> Problem {
    refused(
      "campaign.linked-dates", at: place,
      fact: "« \(public: source) » et « \(public: other) » ne sont pas de la même date",
      remedy: "ne lier que des sources qui ont la même reference_date")
  }

  static func linkedAmounts(at place: Place) -> Problem {
    refused(
      "campaign.linked-amounts", at: place,
      fact: "une source de montants n’est pas la partie d’une autre",
      remedy: "ne lier que des sources qui comptent des personnes ou des ménages")
  }
}
