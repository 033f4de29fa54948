public import Diagnostics

/// What was looked at, and what is wrong.
///
/// - Confidential: no
public struct DoctorReport: Sendable {
  /// What was seen, by subject, in the order of looking.
  public private(set) var notes: [(subject: String, text: String)] = []
  /// What is wrong; the first that stops decides the exit code.
  public internal(set) var problems = ProblemLog()

  /// Whether nothing stands in the way.
  public var isSound: Bool { problems.firstStop == nil }

  mutating func note(_ subject: String, _ text: String) { notes.append((subject, text)) }

  /// A line for each subject, then the verdict.
  public var text: String {
    let lines = bySubject.map { "\($0.subject) : \($0.texts.joined(separator: ", "))" }
    let warnings = problems.groups.reduce(0) { $0 + $1.count }
    let verdict =
      isSound
      ? warnings == 0 ? "tout est en ordre" : "rien n’empêche de produire, \(warnings) remarque(s)"
      : "\(warnings) point(s) à régler"
    return (lines + [verdict]).joined(separator: "\n")
  }

  /// The same for scripts.
  public var json: JSONValue {
    .object([
      ("sound", .boolean(isSound)),
      (
        "checks",
        .array(
          bySubject.map {
            .object([
              ("subject", .text($0.subject)), ("seen", .array($0.texts.map(JSONValue.text))),
            ])
          })
      ), ("problems", problems.json),
    ])
  }

  private var bySubject: [(subject: String, texts: [String])] {
    var subjects: [String] = []
    for note in notes where !subjects.contains(note.subject) { subjects.append(note.subject) }
    return subjects.map { subject in
      (subject, notes.filter { $0.subject == subject }.map(\.text))
    }
  }
}
