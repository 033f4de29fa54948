public import Diagnostics

/// What was added to a library, and what was refused.
public struct AdditionReport: Sendable {
  private var isRehearsal = false
  private var additions: [Library.Addition] = []
  /// Files that were refused, each with its reason.
  public private(set) var problems = ProblemLog()

  /// Nothing was added yet.
  public init() {}

  /// Adds files one by one; one that is refused does not keep the others out.
  public init(
    adding files: [(path: String, request: Library.AddRequest)], to library: inout Library
  ) {
    let companions = Companions(among: files.map(\.path))
    for (path, request) in files where !companions.contain(path) {
      do throws(Problem) { try add(path, request, to: &library) } catch { problems.record(error) }
    }
  }

  /// Adds one file.
  ///
  /// - Throws: what `Library.add` throws
  public mutating func add(
    _ path: String, _ request: Library.AddRequest, to library: inout Library
  ) throws(Problem) {
    isRehearsal = isRehearsal || request.isRehearsal
    additions.append(try library.add(path, request))
  }

  /// For people.
  public var text: String {
    additions.map { addition in
      switch addition {
      case .stored(let entry): "\(isRehearsal ? "à ranger" : "rangé") : \(entry.text)"
      case .known(let entry): "déjà là : \(entry.text)"
      }
    }.joined(separator: "\n")
  }

  /// For scripts.
  public var json: JSONValue {
    .object([
      (
        "sets",
        .array(
          additions.map { addition in
            let isNew = if case .stored = addition { true } else { false }
            return .object([("new", .boolean(isNew)), ("set", addition.entry.json)])
          })
      ),
      ("written", .boolean(!isRehearsal)), ("problems", problems.json),
    ])
  }
}
