internal import Diagnostics
internal import Files
internal import Recognition
internal import Tables

/// The files that the partners have sent, as far as their headers and the kinds of their cells.
///
/// - Confidential: no; column names and kinds, never a cell
struct ReceivedFiles {
  let folder: String
  private(set) var files: [Received] = []
  /// Files that are no table, each with its reason.
  private(set) var problems = ProblemLog()

  /// One table: a file, or a sheet of a workbook.
  struct Received {
    let path: String
    let sheet: String?
    let profile: TableProfile

    /// Which of these columns it has not.
    func missing(_ columns: [String]) -> [String] {
      let names = Set(profile.columns.map { Self.folded($0.name) })
      return columns.filter { !names.contains(Self.folded($0)) }
    }

    /// The column of a name.
    func column(_ name: String) -> ColumnProfile? {
      profile.columns.first { Self.folded($0.name) == Self.folded(name) }
    }

    static func folded(_ name: String) -> String {
      String(name.drop { $0 == " " }.lowercased().reversed().drop { $0 == " " }.reversed())
    }
  }

  /// - Throws: `replay.nothing-received`, `files.…`
  init(in folder: String) throws(Problem) {
    self.folder = folder
    guard FilePath.isFolder(folder) else { throw Wording.nothingReceived(folder) }
    for name in try FilePath.names(in: folder) where !name.hasPrefix(".") {
      let path = FilePath.join(folder, name)
      if FilePath.isFolder(path) { continue }
      do throws(Problem) { try open(path) } catch { problems.record(Wording.setAside(error)) }
    }
    guard !files.isEmpty else { throw Wording.nothingReceived(folder) }
  }

  private mutating func open(_ path: String) throws(Problem) {
    let sheets = try DelimitedFile.sheets(of: path)
    for sheet in sheets.isEmpty ? [nil] : sheets.map(Optional.some) {
      let profile = try TableProfile(of: path, declared: Declaration(member: sheet))
      files.append(Received(path: path, sheet: sheet, profile: profile))
    }
  }

  /// The one table that holds all columns of a contract.
  ///
  /// - Throws: `replay.no-file`, `replay.missing-column`, `replay.several-files`
  func file(for contract: Contract) throws(Problem) -> Received {
    let whole = files.filter { $0.missing(contract.columns).isEmpty }
    if whole.count == 1 { return whole[0] }
    let alike = whole.filter { Self.stem($0.path) == Self.stem(contract.oldFile) }
    if alike.count == 1 { return alike[0] }
    if !whole.isEmpty { throw Wording.severalFiles(contract, whole.map(\.path)) }
    let near = files.filter { 2 * $0.missing(contract.columns).count <= contract.columns.count }
    let sameName = files.filter { Self.stem($0.path) == Self.stem(contract.oldFile) }
    let best = (sameName.isEmpty ? near : sameName).min {
      $0.missing(contract.columns).count < $1.missing(contract.columns).count
    }
    guard let best else { throw Wording.noFile(contract, in: folder) }
    throw Wording.missingColumns(contract, best)
  }

  /// A name without its digits and suffix: what stays from year to year.
  private static func stem(_ path: String) -> String {
    FilePath.withoutSuffix(FilePath.name(of: path)).lowercased().filter { $0.isLetter }
  }
}
