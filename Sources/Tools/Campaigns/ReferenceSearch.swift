internal import Diagnostics
internal import Files

/// Contours and census that lie beside a partner's file, told by their names.
struct ReferenceSearch {
  private(set) var contours: String?
  private(set) var census: String?

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
    }
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

  /// The last four digits of a name that read as a year.
  static func year(of path: String) -> Int? {
    let words = FilePath.name(of: path).split { !$0.isNumber }
    return words.last { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
      .flatMap { Int($0) }
  }
}
