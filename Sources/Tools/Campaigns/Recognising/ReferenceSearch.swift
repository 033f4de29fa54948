internal import Diagnostics
internal import Files
internal import Geocoding
internal import Recognition
internal import Territory

/// Contours, census and address base that lie beside a partner's file, told by their names.
struct ReferenceSearch {
  private(set) var contours: String?
  private(set) var census: String?
  /// The files of an address base, its communes and its postcodes; empty where there are none.
  private(set) var addresses: [String] = []
  private(set) var communes: [String] = []
  private(set) var postcodes: [String] = []

  /// - Parameters:
  ///   - folders: where to look, the nearest first; and in a `geodata` or `references` inside
  init(near folders: [String]) {
    var seen: Set<String> = []
    let inside = folders.flatMap { folder in
      [folder] + ["geodata", "Geodata", "references"].map { FilePath.join(folder, $0) }
    }
    for folder in inside where seen.insert(folder).inserted && FilePath.isFolder(folder) {
      let names = (try? FilePath.names(in: folder)) ?? []
      contours = contours ?? Self.contours(names).map { FilePath.join(folder, $0) }
      census = census ?? Self.census(names).map { FilePath.join(folder, $0) }
      find(\.addresses, ["adresses-", "lieux-dits-", "bal-", "bal_"], in: names, of: folder)
      find(\.communes, ["v_commune_", "v_mvtcommune_"], in: names, of: folder)
      find(
        \.postcodes, ["laposte", "hexasmal", "base-officielle-codes-postaux"], in: names, of: folder
      )
    }
  }

  private mutating func find(
    _ kind: WritableKeyPath<ReferenceSearch, [String]>, _ prefixes: [String], in names: [String],
    of folder: String
  ) {
    guard self[keyPath: kind].isEmpty else { return }
    self[keyPath: kind] = names.filter { name in
      let isTable = ["csv", "gz"].contains(FilePath.suffix(of: name))
      return isTable && prefixes.contains { name.lowercased().hasPrefix($0) }
    }.map { FilePath.join(folder, $0) }
  }

  /// The official lists that tell which codes exist.
  var codeLists: [String] { communes + postcodes }

  /// What geocoding takes from them.
  var geocoding: GeocodingReferences {
    GeocodingReferences(
      addresses: addresses, communes: communes, postcodes: postcodes, contours: contours)
  }

  /// The year of the census.
  var censusYear: Int? { census.flatMap(Self.year) }

  /// In French: what was found, and the geography in which the census is published.
  var text: String {
    var found: [String] = []
    if let contours {
      let year = Self.year(of: contours).map { " (\($0))" } ?? " (édition à vérifier)"
      found.append("contours \(FilePath.name(of: contours))\(year)")
    }
    if let census {
      let fit = censusYear.map { " (RP\($0), géographie du 1er janvier \($0 + 2))" } ?? ""
      found.append("recensement \(FilePath.name(of: census))\(fit)")
    }
    if !addresses.isEmpty {
      found.append("adresses \(addresses.map(FilePath.name).joined(separator: ", "))")
    }
    return found.isEmpty ? "aucune" : found.joined(separator: " ; ")
  }

  /// Whether contours and census name geographies that differ.
  ///
  /// - Source: INPUTS.md §3.2, RP of year N in the geography of 1 January N + 2
  var isMismatched: Bool {
    guard let contours, let edition = Self.year(of: contours), let censusYear else { return false }
    return edition != censusYear + 2
  }

  private static func contours(_ names: [String]) -> String? {
    let candidates = names.filter { $0.lowercased().contains("iris") }
    return ["gpkg", "geojson", "shp"].lazy.compactMap { suffix in
      candidates.last { FilePath.suffix(of: $0) == suffix }
    }.first
  }

  /// The latest by name.
  private static func census(_ names: [String]) -> String? {
    names.last {
      $0.lowercased().hasPrefix("base-ic-evol-struct-pop") && FilePath.suffix(of: $0) == "csv"
    }
  }

  /// The year of a name, the last one that it states.
  static func year(of path: String) -> Int? { period(of: path)?.year }

  /// The period of a name: `CAF_202401.csv`, « situation au 31-12-2024.xlsx ».
  static func period(of path: String) -> StatedPeriod? {
    StatedPeriod.stated(in: FilePath.withoutSuffix(FilePath.name(of: path)))
  }
}

extension ReferenceSearch {
  /// The INSEE codes of towns, asked of the address base; none where there is no base.
  func communes(of towns: [Town]) -> [String] {
    guard !towns.isEmpty, !addresses.isEmpty,
      let (geocoder, _, _) = try? geocoding.geocoder(threads: 2)
    else { return [] }
    let scratch = Geocoder.Scratch()
    let codes = towns.compactMap { town -> String? in
      var query = AddressQuery()
      if !town.postcode.isEmpty { query.add(town.postcode, as: .postcode) }
      if !town.city.isEmpty { query.add(town.city, as: .city) }
      return geocoder.answer(to: query, with: scratch).commune?.code
    }
    return Set(codes).sorted()
  }
}
