public import Diagnostics

/// One official file to download, its address filled in.
public struct Wanted: Sendable, Hashable {
  /// The kind, as the library names it.
  public let kind: String
  /// The vintage to store it under; `nil` to take the day that the server states.
  public let vintage: String?
  /// Where it is.
  public let address: String
  /// Where its MD5 is.
  public let checksum: String?
  /// The line of the table, for problems.
  public let place: Place

  /// The name of the file at the end of its address, without the query.
  var name: String {
    let path = address.split(separator: "?").first ?? ""
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    // La Poste's address ends with a verb; what comes is a table
    return last.contains(".") && !last.hasPrefix(".") ? last : kind + ".csv"
  }
}

extension OfficialAddresses {
  /// The files that a commune needs for contours of a year.
  ///
  /// - Parameters:
  ///   - communes: INSEE codes of five characters
  ///   - year: of the contours
  ///   - kinds: the only ones wanted; empty for all
  /// - Returns: in the order of `kinds` of the library, each address once; and what the table lacks
  /// - Throws: `fetching.unknown-commune`, `fetching.unknown-kind`
  public func wanted(
    for communes: [String], on year: Int, kinds: [String]
  ) throws(Problem) -> ([Wanted], ProblemLog) {
    for kind in kinds where !Self.kinds.contains(kind) {
      throw Wording.unknownKind(kind, Self.kinds)
    }
    var files: [Wanted] = []
    var problems = ProblemLog()
    for kind in kinds.isEmpty ? Self.kinds : kinds {
      guard let line = lines.first(where: { $0.kind == kind && $0.suits(year) }) else {
        let years = lines.filter { $0.kind == kind }.compactMap(\.geography).sorted()
        problems.record(Wording.noAddress(path, kind, year, known: years))
        continue
      }
      for commune in communes {
        guard let zone = DownloadZone(commune) else { throw Wording.unknownCommune(commune) }
        let file = wanted(line, in: zone)
        if !files.contains(file) { files.append(file) }
      }
    }
    return (files, problems)
  }

  private func wanted(_ line: Line, in zone: DownloadZone) -> Wanted {
    let address = zone.fill(line.pattern)
    let checksum = line.checksum.map { zone.fill($0.replacing("{adresse}", with: line.pattern)) }
    return Wanted(
      kind: line.kind, vintage: line.vintage, address: address, checksum: checksum,
      place: Place(file: path, line: line.number))
  }
}

extension OfficialAddresses.Line {
  fileprivate func suits(_ year: Int) -> Bool { geography == nil || geography == year }
}

/// What the producers call the place of a commune.
///
/// - Source: IGN, delivery names of Contours…Iris (INPUTS.md §3.3)
private struct DownloadZone {
  let department: String
  let system: String
  let territory: String

  private static let overseas = [
    "971": ("RGAF09UTM20", "GLP"), "972": ("RGAF09UTM20", "MTQ"), "973": ("UTM22RGFG95", "GUF"),
    "974": ("RGR92UTM40S", "REU"), "975": ("RGSPM06U21", "SPM"), "976": ("RGM04UTM38S", "MYT"),
    "977": ("RGAF09UTM20", "BLM"), "978": ("RGAF09UTM20", "MAF"),
  ]

  init?(_ commune: String) {
    let bytes = Array(commune.utf8)
    let isCorsica = commune.hasPrefix("2A") || commune.hasPrefix("2B")
    let digits = isCorsica ? bytes.dropFirst(2) : bytes[...]
    guard bytes.count == 5, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    department = String(commune.prefix(commune.hasPrefix("97") ? 3 : 2))
    (system, territory) = Self.overseas[department] ?? ("LAMB93", "FXX")
  }

  func fill(_ pattern: String) -> String {
    pattern.replacing("{departement}", with: department).replacing("{systeme}", with: system)
      .replacing("{territoire}", with: territory)
  }
}
