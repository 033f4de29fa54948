internal import Diagnostics
internal import Files

/// One official file, brought whole or continued where the last run was cut.
struct Download {
  /// How often a line that is cut is taken up again at once.
  static let attempts = 3

  let wanted: Wanted
  let progress: any TransferProgress
  private let part: PartialFile

  init(_ wanted: Wanted, in library: String, progress: any TransferProgress) throws(Problem) {
    self.wanted = wanted
    self.progress = progress
    part = try PartialFile(for: wanted.address, name: wanted.name, in: library)
  }

  /// - Returns: the file, to be recognised and then removed
  /// - Throws: `fetching.…`, `files.disk-full`
  func run() throws(Problem) -> PartialFile {
    progress.begins(wanted.name)
    defer { progress.ends() }
    for attempt in 1...Self.attempts {
      if try isWhole(afterLast: attempt == Self.attempts) { break }
    }
    if Self.isWebPage(part.start) {
      part.remove()
      throw Wording.webPage(wanted)
    }
    try compareChecksum()
    return part
  }

  /// Asks once for what is missing.
  private func isWhole(afterLast isLast: Bool) throws(Problem) -> Bool {
    let offset = part.count
    let validator = part.validator
    var failure: Problem?
    var isPlaced = false
    let progress = progress
    let part = part
    let connection = Connection { head, bytes in
      do throws(Problem) {
        guard head.status == 200 || head.status == 206 else { return true }
        if !isPlaced {
          guard try Self.place(head, part, offset: offset) else { return false }
          progress.expects(total: Self.total(of: head, offset: offset))
          isPlaced = true
        }
        try part.append(bytes)
        progress.advances(to: part.count)
        return true
      } catch {
        failure = error
        return false
      }
    }
    let range = validator.flatMap { offset > 0 ? (offset: offset, validator: $0) : nil }
    let end = connection.get(wanted.address, from: range)
    if let failure { throw failure }
    return try judge(
      end, connection.head, movedTo: connection.movedTo, isPlaced: isPlaced, isLast: isLast)
  }

  private func judge(
    _ end: Connection.End, _ head: Connection.Head, movedTo: String?, isPlaced: Bool, isLast: Bool
  ) throws(Problem) -> Bool {
    switch end {
    case .unreachable(let words): throw Wording.unreachable(wanted, words)
    case .forbiddenRedirect: throw Wording.forbiddenRedirect(wanted)
    case .cut, .stopped:
      if isLast { throw Wording.cut(wanted, at: part.count) }
      return false
    case .whole: break
    }
    // all of it was here already, and the server has nothing after it
    if head.status == 416 && head.fields["content-range"] == "bytes */\(part.count)" { return true }
    if head.status == 416 {
      try part.restart(validator: nil, day: nil)
      if isLast { throw Wording.cut(wanted, at: 0) }
      return false
    }
    guard head.status == 200 || head.status == 206 else {
      throw Wording.refused(wanted, status: head.status, movedTo: movedTo)
    }
    if Self.isHTML(head) {
      part.remove()
      throw Wording.webPage(wanted, movedTo: movedTo)
    }
    if !isPlaced { throw Wording.nothing(wanted) }
    return true
  }

  /// Continues what is here, or begins again where the server sends all of it.
  ///
  /// - Returns: false for a part of the content that was not asked for
  private static func place(
    _ head: Connection.Head, _ part: PartialFile, offset: Int
  ) throws(Problem) -> Bool {
    let isContinued =
      head.status == 206 && head.fields["content-range"]?.hasPrefix("bytes \(offset)-") == true
    if isContinued { return true }
    if head.status == 206 {
      try part.restart(validator: nil, day: nil)
      return false
    }
    // a weak validator does not promise the same bytes
    let tag = head.fields["etag"].flatMap { $0.hasPrefix("W/") ? nil : $0 }
    let day = head.fields["last-modified"] ?? head.fields["date"]
    try part.restart(
      validator: tag ?? head.fields["last-modified"], day: day.flatMap(HTTPDate.day))
    return true
  }

  private static func total(of head: Connection.Head, offset: Int) -> Int? {
    guard let rest = head.fields["content-length"].flatMap({ Int($0) }) else { return nil }
    return head.status == 206 ? offset + rest : rest
  }

  private static func isHTML(_ head: Connection.Head) -> Bool {
    head.fields["content-type"]?.lowercased().hasPrefix("text/html") == true
  }

  private static func isWebPage(_ start: [UInt8]) -> Bool {
    let text = String(decoding: start.prefix(256), as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
  }

  // MARK: Checksum

  private func compareChecksum() throws(Problem) {
    guard let address = wanted.checksum else { return }
    var text: [UInt8] = []
    let connection = Connection { _, bytes in
      text += bytes
      return text.count <= 4096
    }
    let end = connection.get(address)
    // where none is published, none is compared
    guard end == .whole, connection.head.status == 200,
      let published = PublishedChecksum(published: String(decoding: text, as: UTF8.self))
    else { return }
    guard try PublishedChecksum(ofFile: part.path) == published else {
      part.remove()
      throw Wording.damaged(wanted)
    }
  }
}
