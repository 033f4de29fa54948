public import Diagnostics
public import Files

/// A file that comes from rows: what it is, how old, and a mark by which who holds the campaign's
/// key recognises it.
///
/// - Confidential: its content is; nothing here is
public struct ConfidentialFile: Sendable, Hashable {
  /// What a file is to a campaign.
  public enum Role: String, Sendable, CaseIterable {
    /// Counts of a whole source.
    case tally
    /// Counts of a source that was being read.
    case checkpoint
    /// What makes marks of files.
    case key
    /// What the partner handed over.
    case received
  }

  /// Where it is.
  public let path: String
  /// What it is.
  public let role: Role
  /// Its size.
  public let byteCount: Int
  /// When it was written last, in seconds since 1970.
  public let written: Int
  /// HMAC-SHA-256 of its content with the campaign's key; `nil` for the key itself, and where there
  /// is no key.
  public let mark: ContentHash?

  /// A file as it was seen once.
  public init(path: String, role: Role, byteCount: Int, written: Int, mark: ContentHash?) {
    self.path = path
    self.role = role
    self.byteCount = byteCount
    self.written = written
    self.mark = mark
  }

  /// Whether it is there still, and not another one of its name.
  public var isThere: Bool {
    guard let state = try? FileState(path) else { return false }
    return state.byteCount == byteCount && state.written == written
  }

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - key: of the campaign; `nil` where none was made
  /// - Throws: `files.missing`, `files.unreadable`, `files.not-a-file`
  public init(_ path: String, role: Role, key: [UInt8]?) throws(Problem) {
    let state = try FileState(path)
    self.path = path
    self.role = role
    byteCount = state.byteCount
    written = state.written
    guard role != .key, let key else {
      mark = nil
      return
    }
    mark = try ContentHash(ofFile: path, key: key)
  }
}

extension WorkFolder {
  /// Everything in it that comes from rows, in order, the key last.
  ///
  /// - Throws: `files.…`
  public func confidentialFiles() throws(Problem) -> [ConfidentialFile] {
    guard FilePath.isFolder(path) else { return [] }
    let key = try existingKey()
    var files: [ConfidentialFile] = []
    for (part, role) in [(Part.tallies, ConfidentialFile.Role.tally), (.checkpoints, .checkpoint)] {
      for name in try names(in: part) {
        files.append(try ConfidentialFile(path(of: name, in: part), role: role, key: key))
      }
    }
    if key != nil { files.append(try ConfidentialFile(keyPath, role: .key, key: key)) }
    return files
  }

  /// Every file in it, whatever it is.
  public func everything() throws(Problem) -> [String] {
    guard FilePath.isFolder(path) else { return [] }
    var paths = [keyPath, sealPath].filter(FilePath.exists)
    for part in Part.allCases { paths += try names(in: part).map { self.path(of: $0, in: part) } }
    return paths
  }

  private func names(in part: Part) throws(Problem) -> [String] {
    FilePath.isFolder(folder(of: part)) ? try FilePath.names(in: folder(of: part)) : []
  }
}
