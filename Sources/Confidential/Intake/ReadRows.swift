internal import Archives
internal import Boundaries
internal import Diagnostics
internal import Tables

/// The rows of a file read so far: all that a reading needs of them to go on.
///
/// - Confidential: small counts
struct ReadRows {
  /// Where the next row begins; `nil` for the first.
  private(set) var position: BlockPosition?
  /// The counts of the rows.
  private(set) var counts: PlacedCounts
  /// Problems of the lines, then of the cells, each in the order of the file.
  private var problemsOfLines = ProblemLog()
  private var problemsOfCells = ProblemLog()

  /// No row yet.
  init(territory: IrisTerritory) { counts = PlacedCounts(territory: territory) }

  /// Everything that was wrong with them.
  var problems: ProblemLog { problemsOfLines.followed(by: problemsOfCells) }

  /// The rows of further blocks.
  ///
  /// - Parameters:
  ///   - counts: of all blocks since the rows at hand
  mutating func append(_ blocks: (results: [ProblemLog], problems: ProblemLog)) {
    problemsOfLines.append(blocks.problems)
    for block in blocks.results { problemsOfCells.append(block) }
  }

  /// The same rows with the counts of those that were added, up to a position.
  func with(_ further: PlacedCounts, to position: BlockPosition) -> ReadRows {
    var rows = self
    rows.counts.merge(further)
    rows.position = position
    return rows
  }
}

extension ReadRows {
  /// As bytes.
  var archived: [UInt8] {
    var archive = ArchiveWriter()
    archive.add(position)
    counts.write(to: &archive)
    archive.add(problemsOfLines)
    archive.add(problemsOfCells)
    return archive.bytes
  }

  /// - Returns: `nil` when the bytes are no rows of this territory: the reading begins anew
  init?(archived bytes: [UInt8], territory: IrisTerritory, width: Int) {
    var archive = ArchiveReader(bytes)
    do throws(ArchiveDamage) {
      position = try archive.take()
      counts = try PlacedCounts(from: &archive, territory: territory, width: width)
      problemsOfLines = try archive.take()
      problemsOfCells = try archive.take()
    } catch { return nil }
    guard archive.isAtEnd, position != nil else { return nil }
  }
}
