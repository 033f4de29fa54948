/// Column names on two lines: groups above (« 2024 », « 2025 »), their parts below (« H », « F »).
///
/// A group's cell stands over its first column only, as when cells were merged.
struct TwoLevelHeader {
  /// Positions in the records.
  let upper: Int
  let lower: Int
  /// « 2024 H »: one for each column.
  let names: [String]

  /// - Parameters:
  ///   - header: what was taken for the only line of names
  /// - Returns: `nil` when one line names every column
  init?(_ table: SampleRecords, header: Int) {
    let texts = { (index: Int) -> [String]? in
      guard table.records.indices.contains(index) else { return nil }
      return table.texts(of: table.records[index])
    }
    guard let names = texts(header) else { return nil }
    if let parts = texts(header + 1), Self.areParts(parts, of: names, table, header) {
      (upper, lower) = (header, header + 1)
      self.names = Self.joined(names, parts)
    } else if let groups = texts(header - 1), Self.areGroups(groups, of: names) {
      (upper, lower) = (header - 1, header)
      self.names = Self.joined(groups, names)
    } else {
      return nil
    }
  }

  /// Words over numbers, some under no name.
  private static func areParts(
    _ parts: [String], of names: [String], _ table: SampleRecords, _ header: Int
  ) -> Bool {
    guard parts.count == names.count else { return false }
    let filled = parts.indices.filter { !parts[$0].isEmpty }
    let numeric = HeaderDetection.numericColumns(table, after: header + 1, width: names.count)
    let worded = filled.filter { !HeaderDetection.looksNumeric(parts[$0]) }
    if HeaderEvidence.isRow(parts, over: table, at: header + 1, numeric: numeric) { return false }
    return worded.count == filled.count && worded.count(where: numeric.contains) >= 2
      && filled.contains { names[$0].isEmpty }
  }

  /// Several texts above names that repeat.
  private static func areGroups(_ groups: [String], of names: [String]) -> Bool {
    let filled = names.filter { !$0.isEmpty }
    return groups.count == names.count && groups.count { !$0.isEmpty } >= 2
      && Set(filled).count < filled.count
  }

  private static func joined(_ groups: [String], _ parts: [String]) -> [String] {
    var group = ""
    return zip(groups, parts).map { above, part in
      if !above.isEmpty || part.isEmpty { group = above }
      return [group, part].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
