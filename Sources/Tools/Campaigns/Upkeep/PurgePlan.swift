public import Diagnostics
internal import Files
public import Keeping

/// What becomes of the confidential files of a campaign.
public struct PurgePlan: Sendable {
  /// To be deleted.
  public internal(set) var due: [ConfidentialFile] = []
  /// Not old enough.
  public internal(set) var kept: [ConfidentialFile] = []
  /// The partner's own, which go only when that is asked for.
  public internal(set) var listed: [ConfidentialFile] = []
  /// Deleted by a purge that was cut short, before its certificate.
  public internal(set) var gone: [ConfidentialFile] = []
  /// What looks wrong.
  public internal(set) var problems = ProblemLog()

  /// What was begun is brought to its end, whatever the age of what is left.
  mutating func end(_ begun: [ConfidentialFile]) {
    let left = begun.filter(\.isThere)
    gone = begun.filter { !left.contains($0) }
    due = left + due.filter { !left.contains(sameAs: $0) }
    kept.removeAll { left.contains(sameAs: $0) }
    listed.removeAll { left.contains(sameAs: $0) }
  }
}

extension [ConfidentialFile] {
  /// Whether a file is among these, by whatever path it was reached.
  fileprivate func contains(sameAs file: ConfidentialFile) -> Bool {
    contains {
      FilePath.name(of: $0.path) == FilePath.name(of: file.path) && $0.role == file.role
        && $0.byteCount == file.byteCount && $0.written == file.written
    }
  }
}
