public import Diagnostics
internal import Files

/// The downloads of one command: the only thing in Maille that opens a connection.
///
/// It knows addresses and bytes, no table and no row; it begins only when no file of a partner is open
/// on this machine, and none can be opened before its process has ended.
public struct Fetch: Sendable {
  /// What to download.
  public let wanted: [Wanted]
  private let library: String

  /// - Parameters:
  ///   - library: the folder that keeps what was cut for the next run
  public init(_ wanted: [Wanted], into library: String) {
    self.wanted = wanted
    self.library = library
  }

  /// Downloads one after the other and lends each to `store` while it is there; a file that does not
  /// come does not keep the others out.
  ///
  /// - Parameters:
  ///   - store: takes a copy; what it throws leaves the download here for the next run
  /// - Returns: what went wrong
  /// - Throws: `files.rows-open`
  public func run(
    progress: any TransferProgress, store: (FetchedFile) throws(Problem) -> Void
  ) throws(Problem) -> ProblemLog {
    try Offline.leave()
    var problems = ProblemLog()
    for file in wanted {
      do throws(Problem) {
        let part = try Download(file, in: library, progress: progress).run()
        try store(FetchedFile(path: part.path, wanted: file, day: part.day))
        part.remove()
      } catch {
        problems.record(error)
      }
    }
    return problems
  }

  /// For people: what would be asked for.
  public var text: String {
    wanted.map { "à télécharger : \($0.kind) \($0.vintage ?? "du jour") \($0.address)" }
      .joined(separator: "\n")
  }

  /// For scripts.
  public var json: JSONValue {
    .object([
      (
        "wanted",
        .array(
          wanted.map { file in
            .object([
              ("kind", .text(file.kind)), ("vintage", JSONValue(file.vintage)),
              ("address", .text(file.address)), ("checksum", JSONValue(file.checksum)),
            ])
          })
      )
    ])
  }
}

/// A file that has come whole.
public struct FetchedFile: Sendable {
  /// Where it is, for now.
  public let path: String
  /// What was asked for.
  public let wanted: Wanted
  /// The day that the server states of the content, `2026-07-15`.
  public let day: String?

  /// The vintage to store it under: what the table says, else the day of the server.
  public var vintage: String? { wanted.vintage ?? day }
}
