public import Diagnostics

extension Certificate {
  /// The certificate for programs; the same release gives the same bytes.
  public var json: JSONValue {
    .object(
      [
        ("version", .integer(1)), ("releases", .array(releases.map(JSONValue.text))),
        ("kept", .boolean(isClean)), ("threshold", .integer(promise.threshold)),
      ] + promise.thresholdsJSON + [
        ("zeros_withheld", .boolean(promise.zerosAreWithheld)), ("numbers", numbers.json),
        ("solver", .text(Self.solver)),
        (
          "breaches",
          .array(
            breaches.map { breach in
              .object([
                ("kind", .text(breach.kind.rawValue)), ("release", .text(breach.site.release)),
                ("file", .text(breach.site.file)), ("indicator", .text(breach.site.indicator)),
                ("zone", .text(breach.site.zone)),
              ])
            })
        ),
        ("unread", .array(unread.map(JSONValue.text))),
        (
          "files",
          .array(
            hashes.map { file in
              .object([
                ("release", .text(file.release)), ("name", .text(file.name)),
                ("sha256", .text(file.hash)),
              ])
            })
        ),
      ])
  }

  /// The certificate for people, in French.
  public var text: String {
    let verdict = isClean ? Wording.kept : Wording.broken(breaches.count)
    return ([verdict] + Wording.lines(of: self)).joined(separator: "\n")
  }
}

extension Promise {
  /// What differs from the usual threshold.
  fileprivate var thresholdsJSON: [(key: String, value: JSONValue)] {
    let own = thresholds.filter { $0.value != threshold }.sorted { $0.key < $1.key }
    if own.isEmpty { return [] }
    return [("thresholds", .object(own.map { ($0.key, .integer($0.value)) }))]
  }
}

extension Certificate.Numbers {
  /// What only some releases have.
  private var special: [(key: String, value: JSONValue)] {
    [("partners", partners), ("amounts", amounts)].filter { $0.1 > 0 }
      .map { ($0.0, .integer($0.1)) }
  }

  fileprivate var json: JSONValue {
    .object(
      [
        ("cells", .integer(cells)), ("withheld", .integer(withheld)),
        ("implied", .integer(implied)),
        ("relations", .integer(relations)), ("programs", .integer(programs)),
        ("components", .integer(components)), ("insiders", .boolean(triesPersons)),
      ] + special + [
        ("least_width", JSONValue(leastWidth)), ("least_upper", JSONValue(leastUpper)),
        ("most_lower", JSONValue(mostLower)), ("large", .integer(large)),
        ("proved", .integer(proved)),
      ])
  }
}
