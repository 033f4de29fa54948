internal import Diagnostics
internal import Files
internal import Tables

/// The long labels of the columns, from the file's own row of labels or from INSEE's « meta » file.
enum CensusDictionary {
  /// - Returns: labels by column name; empty when there is no dictionary. One that was found, not
  ///   declared, and cannot be read costs a warning only
  static func labels(
    for file: DelimitedFile, declared: String?
  ) throws(Problem) -> ([String: String], ProblemLog) {
    let own = zip(file.columns, file.labels).filter { !$0.1.isEmpty }
    let labels = Dictionary(own, uniquingKeysWith: { first, _ in first })
    do throws(Problem) {
      guard let meta = try open(for: file, declared) else { return (labels, ProblemLog()) }
      let (more, problems) = try read(meta)
      return (labels.merging(more) { _, long in long }, problems)
    } catch {
      if declared != nil { throw error }
      return (labels, ProblemLog([Wording.dictionaryUnread(error.place)]))
    }
  }

  private static func open(
    for file: DelimitedFile, _ declared: String?
  ) throws(Problem) -> DelimitedFile? {
    if let declared { return try DelimitedFile(declared) }
    if file.member != nil {
      let members = try DelimitedFile.members(of: file.path)
      guard let meta = members.first(where: isMeta) else { return nil }
      return try DelimitedFile(file.path, declared: Declaration(member: meta))
    }
    return try beside(file.path).map { path throws(Problem) in try DelimitedFile(path) }
  }

  /// The path of the « meta » file that lies beside a table; `nil` when there is none.
  static func beside(_ path: String) throws(Problem) -> String? {
    let folder = FilePath.folder(of: path)
    let expected = "meta_" + FilePath.withoutSuffix(FilePath.name(of: path)).lowercased()
    let names = try FilePath.names(in: folder)
    let meta = names.first { FilePath.withoutSuffix($0).lowercased() == expected }
    return meta.map { FilePath.join(folder, $0) }
  }

  private static func isMeta(_ member: String) -> Bool {
    FilePath.name(of: member).lowercased().hasPrefix("meta")
  }

  /// A variable has one row per modality; the first one names it.
  private static func read(
    _ meta: DelimitedFile
  ) throws(Problem) -> ([String: String], ProblemLog) {
    let columns = [
      try meta.index(of: "COD_VAR"), try meta.index(of: "LIB_VAR"),
      try meta.index(of: "LIB_VAR_LONG"),
    ]
    let (blocks, problems) = try meta.mapBlocks(reading: columns) { block in
      (0..<block.rowCount).map { row in
        let long = block.field(row, 2).trimmed
        return (
          block.field(row, 0).trimmed.text,
          (long.isBlank ? block.field(row, 1).trimmed : long).text
        )
      }
    }
    var log = meta.problems
    log.append(problems)
    return (Dictionary(blocks.joined(), uniquingKeysWith: { first, _ in first }), log)
  }
}
