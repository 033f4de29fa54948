public import Diagnostics
internal import Files

/// A table: .csv, .txt or .tsv, also in a .gz or a .zip, or a sheet of an .xlsx or .ods, opened without
/// being read.
///
/// How it is written is detected from its first megabyte unless declared, and shown in `dialect`.
/// Rows are visited in blocks, so that memory does not depend on the size of the file. May cross
/// threads: nothing changes after the initialiser.
///
/// - Confidential: the rows and `titles` may hold personal data; `columns`, `labels` and `problems` do not
public final class DelimitedFile: Sendable {
  /// Path as the user gave it.
  public let path: String
  /// Member of the .zip or sheet of the workbook; `nil` for other files.
  public let member: String?
  /// How it is written.
  public let dialect: Dialect
  /// Names of the header without the spaces around them, in the order of the file; may hold empty
  /// and repeated names, which `problems` reports.
  public let columns: [String]
  /// The row of long labels, one for each column; empty when the file has none.
  public let labels: [String]
  /// The lines over the header, at most eight; they may hold anything, and are not for messages.
  public let titles: [String]
  /// What was found while opening.
  public let problems: ProblemLog

  let container: Container
  let grammar: Grammar
  /// Offset of the first row in the bytes of `container`.
  let dataStart: Int

  /// Opens a file and finds out how it is written.
  ///
  /// - Throws: `files.missing`, `files.unreadable`, `files.not-a-file`, `tables.empty`,
  ///   `tables.not-text`, `tables.no-header`, `tables.record-too-long`, `tables.damaged-archive`,
  ///   `tables.which-member`, `tables.missing-member`, `tables.encrypted-archive`
  public init(_ path: String, declared: Declaration = Declaration()) throws(Problem) {
    let opening = try Opening(path, declared: declared)
    let layout = try Layout(opening.sample, declared: opening.obeyed(declared))
    self.path = path
    member = opening.container.member
    container = opening.container
    grammar = layout.grammar
    dataStart = layout.dataStart
    columns = layout.columns
    labels = layout.labels
    titles = layout.titles
    let found = opening.container.sheet?.problems(firstDataLine: layout.firstDataLine)
    problems = found.map { $0.followed(by: layout.problems) } ?? layout.problems
    dialect = Dialect(
      encoding: opening.encoding, evidence: opening.evidence,
      hasByteOrderMark: opening.hasByteOrderMark,
      isDoubleEncoded: opening.sample.doubleEncoding.isCertain, separator: layout.grammar.separator,
      lineEnd: layout.lineEnd, headerLine: layout.headerLine, labelLine: layout.labelLine,
      firstDataLine: layout.firstDataLine, sheet: opening.container.sheet?.sheet.name)
  }

  /// Where the file is, for problems about one of its lines.
  public func place(line: Int? = nil, column: Int? = nil) -> Place {
    Place(file: path, part: member, line: line, column: column.map { $0 + 1 })
  }
}
