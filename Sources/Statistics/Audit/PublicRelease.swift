package import Diagnostics
internal import Files

/// One release as its files show it, all formats laid over one another.
package struct PublicRelease: Sendable {
  /// Name of its folder.
  package let name: String
  /// In the order of the columns.
  package let indicators: [PublicIndicator]
  /// By zone, then by indicator.
  package let figures: [PublicZone: [PublicFigure]]
  /// What its sources have in common.
  let links: [PublicLink]
  /// What the areas of other zonings are made of, sorted by zoning.
  let zonings: [PublicZoning]
  /// Edition of the contours.
  package let edition: String
  /// Under which number counts are withheld; `nil` where the files do not say.
  let threshold: Int?
  /// Whether zeros are withheld too.
  let zerosAreWithheld: Bool
  /// Its maps, of which only what a comparison of editions needs is read.
  let maps: [PublicFile]
  /// Files of which nothing was read.
  let unread: [String]
  /// Hashes of all files, by name.
  let hashes: [(name: String, hash: String)]
  /// What the files themselves give away.
  private(set) var breaches: [Breach] = []

  /// - Throws: `audit.no-table`, `audit.unreadable`, what `Files` and `Tables` throw
  package init(name: String, files: [PublicFile]) throws(Problem) {
    let reading = try ReleaseReading(files)
    guard let first = reading.tables.first else { throw Wording.noTable(name) }
    self.name = name
    let metadata = reading.tables.lazy.compactMap(\.metadata).first
    let rows = reading.tables.flatMap(\.rows)
    edition = rows.lazy.compactMap { $0["geo"] }.first ?? ""
    threshold = metadata?["seuil"]?.string.flatMap { Int($0) }
    zerosAreWithheld = metadata?["zeros"]?.string == "masques"
    indicators = Self.indicators(metadata, first, rows)
    links = (metadata?["liens"]?.elements ?? []).compactMap(PublicLink.init)
    zonings = PublicZoning.all(in: reading.passages)
    unread = reading.unread
    maps = files.filter { FilePath.suffix(of: $0.name) == "geojson" }
    hashes = reading.hashes
    (figures, breaches) = Self.lay(reading.tables, indicators, name)
    breaches += Self.traces(in: reading.analyses, indicators, figures, name)
    breaches += try Legend.breaches(
      of: reading.styles, indicators, figures: figures, release: name)
  }

  /// By indicator, the thresholds of those that have one of their own.
  var thresholds: [String: Int] {
    indicators.reduce(into: [:]) { thresholds, indicator in
      thresholds[indicator.id] = indicator.threshold
    }
  }

  /// Its communes, sorted.
  var communes: [String] { Set(figures.keys.map(\.commune)).subtracting([""]).sorted() }

  /// Some IRIS by their codes.
  func irises(_ codes: [String], in communes: Set<String>) -> [PublicZone] {
    let wanted = Set(codes)
    return figures.keys.filter {
      $0.level == .iris && wanted.contains($0.code) && communes.contains($0.commune)
    }.sorted()
  }

  private static func indicators(
    _ metadata: JSONNode?, _ first: PublicTable, _ rows: [[String: String]]
  ) -> [PublicIndicator] {
    let declared = (metadata?["indicateurs"]?.elements ?? []).compactMap(PublicIndicator.init)
    if !declared.isEmpty { return declared }
    let names = Set(rows.flatMap(\.keys))
    let stems = names.filter { $0.hasSuffix("_st") || $0.hasSuffix("_n") }
      .map { String($0.prefix(upTo: $0.lastIndex(of: "_") ?? $0.endIndex)) }
    let vintage = rows.lazy.compactMap { $0["mill_num"] }.first ?? ""
    return Set(stems).sorted().map { PublicIndicator(stem: $0, vintage: vintage) }
  }

  /// The first file that has a row is believed; a later one that says otherwise is a breach.
  private static func lay(
    _ tables: [PublicTable], _ indicators: [PublicIndicator], _ release: String
  ) -> ([PublicZone: [PublicFigure]], [Breach]) {
    var figures: [PublicZone: [PublicFigure]] = [:]
    var breaches: [Breach] = []
    for table in tables {
      for row in table.rows {
        guard let zone = PublicZone(row) else { continue }
        let found = indicators.map { Self.figure($0, in: row) }
        for (index, figure) in found.enumerated() {
          let place = Breach.Site(
            release: release, file: table.file, indicator: indicators[index].id, zone: zone.name)
          if figure.hasTrace { breaches.append(Breach(.trace, place)) }
          guard let known = figures[zone]?[index], !known.agrees(with: figure) else { continue }
          breaches.append(Breach(.disagreement, place))
        }
        if figures[zone] == nil { figures[zone] = found }
      }
    }
    return (figures, breaches)
  }

  /// Analyses of areas whose figure is not shown: they are computed from it.
  private static func traces(
    in analyses: [PublicTable], _ indicators: [PublicIndicator],
    _ figures: [PublicZone: [PublicFigure]], _ release: String
  ) -> [Breach] {
    let shown = figures.reduce(into: Set<[String]>()) { shown, zone in
      for (indicator, figure) in zip(indicators, zone.value) where figure.count != nil {
        shown.insert([indicator.id, zone.key.name])
      }
    }
    return analyses.flatMap { table in
      table.rows.compactMap { row in
        guard let indicator = row["analyse"], let zone = row["zone"],
          !shown.contains([indicator, zone])
        else { return nil }
        return Breach(
          .trace,
          Breach.Site(release: release, file: table.file, indicator: indicator, zone: zone))
      }
    }
  }

  private static func figure(
    _ indicator: PublicIndicator, in row: [String: String]
  ) -> PublicFigure {
    var figure = PublicFigure(status: row[indicator.column("st")] ?? "")
    for ending in PublicFigure.endings { figure.printed[ending] = row[indicator.column(ending)] }
    return figure
  }
}

extension PublicFigure {
  /// Whether two files print the same.
  fileprivate func agrees(with other: PublicFigure) -> Bool {
    status == other.status
      && Self.endings.allSatisfy { ending in
        let (left, right) = (printed[ending], other.printed[ending])
        return left == right
          || left.flatMap(Double.init) == right.flatMap(Double.init)
            && (left == nil) == (right == nil) && left.flatMap(Double.init) != nil
      }
  }
}

/// The files of a folder, sorted by what can be read of them.
private struct ReleaseReading {
  var tables: [PublicTable] = []
  var passages: [PublicTable] = []
  var analyses: [PublicTable] = []
  var styles: [PublicFile] = []
  var unread: [String] = []
  var hashes: [(name: String, hash: String)] = []

  /// Names that hold no figure.
  private static let harmless = ["csvt", "txt", "md"]

  init(_ files: [PublicFile]) throws(Problem) {
    let sorted = files.sorted { ($0.isExcel ? 1 : 0, $0.name) < ($1.isExcel ? 1 : 0, $1.name) }
    for file in sorted {
      hashes.append((file.name, try ContentHash(ofFile: file.path).hexadecimal))
      switch FilePath.suffix(of: file.name) {
      case "csv":
        if let table = try PublicTable.csv(file) {
          sort(table)
        } else {
          unread.append(file.name)
        }
      case "geojson": tables.append(try PublicTable.geojson(file))
      case "qml": styles.append(file)
      default:
        if !Self.harmless.contains(FilePath.suffix(of: file.name)) && file.name != "SHA256SUMS"
          && !file.name.hasPrefix("certificat")
        {
          unread.append(file.name)
        }
      }
    }
  }
}

extension ReleaseReading {
  fileprivate mutating func sort(_ table: PublicTable) {
    if table.isPassage {
      passages.append(table)
    } else if table.isAnalysis {
      analyses.append(table)
    } else {
      tables.append(table)
    }
  }
}

extension PublicFile {
  fileprivate var isExcel: Bool { name.hasSuffix("_excel.csv") }
}
