public import Diagnostics

extension Replay {
  /// For people: what changed and why, then what stays.
  public var summary: String {
    let moved = changes.filter { $0.old != $0.new }
    let kept = changes.filter { $0.old == $0.new }
    let head = "rejeu \(years.from) → \(years.to) : \(destination)"
    let lines = moved.map { "  \($0.key) : \($0.old) → \($0.new) (\($0.reason))" }
    let stays = kept.map { "  \($0.key) : \($0.old) (\($0.reason))" }
    return ([head] + lines + (stays.isEmpty ? [] : ["inchangé :"] + stays)).joined(separator: "\n")
  }

  /// For scripts.
  public var json: JSONValue {
    .object([
      ("from", .text(years.from)), ("to", .text(years.to)), ("campaign", .text(destination)),
      (
        "changes",
        .array(
          changes.map { change in
            .object([
              ("key", .text(change.key)), ("old", .text(change.old)), ("new", .text(change.new)),
              ("reason", .text(change.reason)),
            ])
          })
      ),
      ("problems", problems.json),
    ])
  }
}
