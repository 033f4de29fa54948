internal import Diagnostics
internal import Tables
internal import Territory

/// Where the rows of a reference table are, and the latest day that they name.
struct PlaceSurvey {
  private(set) var communes: [Commune: Int] = [:]
  private(set) var latestDay: String?

  init(of table: DelimitedFile, code: Int, day: Int?) throws(Problem) {
    let columns = [code] + [day].compactMap(\.self)
    let blocks = try table.mapBlocks(reading: columns) { block in
      var part = Part()
      for row in 0..<block.rowCount {
        part.note(
          block.field(row, 0).trimmed.text, day: day == nil ? "" : block.field(row, 1).trimmed.text)
      }
      return part
    }
    for part in blocks.results {
      communes.merge(part.communes) { $0 + $1 }
      latestDay = [latestDay, part.latestDay].compactMap(\.self).max()
    }
  }

  private struct Part: Sendable {
    var communes: [Commune: Int] = [:]
    var latestDay: String?

    mutating func note(_ code: String, day: String) {
      let padded = code.utf8.count == 4 ? "0" + code : code
      if let commune = Commune(padded) { communes[commune, default: 0] += 1 }
      let isDay = day.utf8.count >= 10 && day.utf8.prefix(4).allSatisfy { $0 &- 0x30 < 10 }
      if isDay { latestDay = max(latestDay ?? "", String(day.prefix(10))) }
    }
  }
}
