internal import Diagnostics
internal import Files

/// Whether a working document says so on every figure, in the GeoPackage, in the workbook, in saved
/// pictures, to people and to catalogues, and a publication nowhere.
struct StampCheck {
  /// `nil` where nobody knows: then all must say the same.
  let isWorkingDocument: Bool?

  private static let stamp = "NE PAS DIFFUSER"
  /// Texts that say it; others of their kind are about other things.
  private static let said: Set = ["LISEZMOI.txt", "csv-metadata.json"]

  func problems(in files: [Deliverable.File]) throws(Problem) -> [Problem] {
    var seen: [(place: Place, isStamped: Bool)] = []
    for file in files {
      for isStamped in try Self.stamps(in: file) { seen.append((file.place, isStamped)) }
    }
    let isWork = isWorkingDocument ?? seen.contains(where: \.isStamped)
    return seen.filter { $0.isStamped != isWork }.map {
      isWork ? Wording.noStamp(at: $0.place) : Wording.stale(at: $0.place)
    }
  }

  /// One answer for each thing in a file that must say it.
  private static func stamps(in file: Deliverable.File) throws(Problem) -> [Bool] {
    switch file.suffix {
    case "html":
      return PageText(try file.bytes()).pieces(from: "<svg class=\"figure", to: "</svg>")
        .map { $0.contains(stamp) }
    case "xml", "svg": return [PageText(try file.bytes()).contains(stamp)]
    case "gpkg": return try PackageCheck.texts(of: file).map { $0.contains(stamp) }
    case "xlsx": return try WorkbookCheck.texts(of: file).map { $0.contains(stamp) }
    case "png": return [try PictureCheck.texts(of: file).contains { $0.contains(stamp) }]
    case "txt", "json":
      let isSaid = said.contains(FilePath.name(of: file.name))
      return isSaid ? [PageText(try file.bytes()).contains(stamp)] : []
    default: return []
    }
  }
}
