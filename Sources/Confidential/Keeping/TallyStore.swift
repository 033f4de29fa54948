internal import Archives
public import Diagnostics
public import Files
public import Intake

/// Readings of whole sources and checkpoints of unfinished ones, by the key of all that decides them.
///
/// What is found is believed only when its sum agrees; the rest is as if it were not there.
///
/// - Confidential: small counts
public struct TallyStore: Sendable {
  private let folder: WorkFolder
  private let pace: Pace
  private let isResuming: Bool
  private let isReadOnly: Bool

  /// How often a long reading is kept.
  public struct Pace: Sendable {
    /// Blocks of half a megabyte between two looks at the clock.
    let blocks: Int
    let interval: Duration

    /// Every so many blocks, but no sooner than the interval.
    public init(blocks: Int, interval: Duration) {
      self.blocks = blocks
      self.interval = interval
    }

    /// A kill costs seconds; keeping costs less than a hundredth.
    public static let usual = Pace(blocks: 32, interval: .seconds(3))
  }

  /// - Parameters:
  ///   - isResuming: whether an interrupted reading goes on where it was kept last
  ///   - isReadOnly: whether nothing is written: a rehearsal
  public init(
    _ folder: WorkFolder, isResuming: Bool = false, isReadOnly: Bool = false, pace: Pace = .usual
  ) {
    self.folder = folder
    self.isReadOnly = isReadOnly
    self.isResuming = isResuming
    self.pace = pace
  }

  /// The reading of a key; `nil` when it has to be made.
  public func reading(_ key: ContentHash) -> Reading? {
    kept(key, as: Self.readings).flatMap { try? Reading(archived: $0) }
  }

  /// Keeps a reading; its checkpoint is of no more use.
  ///
  /// - Throws: `files.…`: the reading stands all the same
  public func keep(_ reading: Reading, as key: ContentHash) throws(Problem) {
    try keep(reading.archived, as: Self.readings, key)
    if isReadOnly { return }
    try FilePath.remove(folder.path(of: key.hexadecimal, in: .checkpoints))
  }

  /// What was wrong with references of a key; `nil` when they have to be read.
  public func problems(_ key: ContentHash) -> ProblemLog? {
    kept(key, as: Self.problems).flatMap { try? ProblemLog(archived: $0) }
  }

  /// Keeps what was wrong with references.
  ///
  /// - Throws: `files.…`
  public func keep(_ problems: ProblemLog, as key: ContentHash) throws(Problem) {
    try keep(problems.archived, as: Self.problems, key)
  }

  /// The checkpoints of the reading of a key.
  public func checkpoints(_ key: ContentHash) -> Checkpoints {
    let path = folder.path(of: key.hexadecimal, in: .checkpoints)
    let last = isResuming ? SealedFile.read(path, as: Self.unfinished) : nil
    let clock = Stopwatch(pace.interval)
    return Checkpoints(
      from: last, stride: pace.blocks, isDue: { [isReadOnly] in !isReadOnly && clock.hasRung() },
      keep: { [folder] bytes throws(Problem) in
        try folder.prepare(.checkpoints)
        try SealedFile.write(bytes, as: Self.unfinished, to: path)
      })
  }

  private func kept(_ key: ContentHash, as format: SealedFile.Format) -> [UInt8]? {
    SealedFile.read(folder.path(of: key.hexadecimal, in: .tallies), as: format)
  }

  private func keep(
    _ bytes: [UInt8], as format: SealedFile.Format, _ key: ContentHash
  ) throws(Problem) {
    if isReadOnly { return }
    try folder.prepare(.tallies)
    try SealedFile.write(bytes, as: format, to: folder.path(of: key.hexadecimal, in: .tallies))
  }

  private static let readings = SealedFile.Format(name: "comptage", version: 1)
  private static let problems = SealedFile.Format(name: "signalements", version: 1)
  private static let unfinished = SealedFile.Format(name: "reprise", version: 1)
}
