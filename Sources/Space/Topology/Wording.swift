internal import Diagnostics

/// The sentences of this target.
enum Wording {
  /// `reason`: GEOS's own words, freed of the coordinates that it likes to add.
  static func failed(_ operation: Prose, reason: String) -> Problem {
    Problem(
      "topology.failed", .stops,
      fact: "GEOS n’a pas pu \(operation) (\(public: withoutNumbers(reason)))",
      remedy: "réparer la géométrie (QGIS : « Réparer les géométries ») puis relancer")
  }

  /// « side location conflict at 770000 6279000 » → « side location conflict ».
  static func withoutNumbers(_ reason: String) -> String {
    let words = reason.split(separator: " ").prefix { word in
      !word.contains { $0.isNumber } && word != "at"
    }
    return words.isEmpty ? "sans explication" : words.joined(separator: " ")
  }
}
