/// The legal value nearest to what the user typed.
///
/// For option names, campaign keys and column names; never for the content of a cell.
public enum Suggestion {
  /// - Returns: the candidate at the smallest edit distance, at most a third of the word away and
  ///   the first of equals; `nil` when none is near.
  /// - Complexity: O(n · m) for each candidate
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let folded = Array(word.lowercased())
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = editDistance(folded, Array(candidate.lowercased()))
      let limit = max(1, max(folded.count, candidate.count) / 3)
      guard distance <= limit, distance < (best?.distance ?? .max) else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var previous = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var current = [i + 1]
      for (j, b) in right.enumerated() {
        let substituted = previous[j] + (a == b ? 0 : 1)
        current.append(min(substituted, previous[j + 1] + 1, current[j] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
