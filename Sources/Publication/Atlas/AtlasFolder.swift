public import Analyses
public import Boundaries
public import Diagnostics
public import Disclosure
public import Exports
public import Files
public import Geometry
internal import Rates

/// The atlas: a folder of pages that open from a disc, without network and without script.
///
/// It draws what a `Release` shows and nothing else; scripts only add comfort.
///
/// - Confidential: no, a release is made to leave
/// - Source: ATLAS.md
public struct AtlasFolder: Sendable {
  /// How the classes of the maps are made.
  public var classes = ClassChoice()
  /// What the group says of each indicator, by its identifier, and of an IRIS, by its code.
  public var comments: [String: Comment] = [:]
  /// What is computed of the release beside its rates.
  public var analyses: [Analysis] = []
  /// Earlier releases on the same contours that whoever gets this atlas may see, in any order.
  public var earlier: [Release] = []
  /// Areas of zonings that are drawn without regard to IRIS, by zoning and code; the others are
  /// joined from their IRIS.
  public var drawnAreas: [String: [String: Shape<Projected>]] = [:]
  /// Whether the shared analysis is still to come: every page and figure is stamped.
  public var isWorkingDocument = true

  private let release: Release
  private let contours: Contours
  private let notice: Notice

  /// An atlas of one release.
  ///
  /// - Parameters:
  ///   - contours: same edition as the release's IRIS · metres of the territory's system
  public init(release: Release, contours: Contours, notice: Notice) {
    self.release = release
    self.contours = contours
    self.notice = notice
  }

  /// Indicators that the group has not commented yet.
  public var uncommented: [String] {
    release.indicators.map(\.id).filter { comments[$0].map(\.isEmpty) ?? true }
  }

  /// Writes the pages, complete but without their names.
  ///
  /// - Parameters:
  ///   - folder: exists; nothing but the atlas is in it
  /// - Returns: the pages, and last `SHA256SUMS`
  /// - Throws: what `Files` throws
  /// - Complexity: O(n · k) of the IRIS and indicators
  public func stage(in folder: String) throws(Problem) -> [StagedFile] {
    var files: [StagedFile] = []
    try forEachPage { name, text throws(Problem) in
      let file = try StagedFile(for: FilePath.join(folder, name))
      try file.write(text)
      files.append(file)
    }
    return files + [try Checksums.stage(of: files, in: folder)]
  }

  var stamp: String? { isWorkingDocument ? "ANALYSE PARTAGÉE — NE PAS DIFFUSER" : nil }

  /// Short, and different when the figures are.
  private var version: String {
    let text = release.rows.map { "\($0)" }.joined() + notice.mention
    return String(ContentHash(of: Array(text.utf8)).hexadecimal.prefix(12))
  }

  /// Makes the pages, one after the other.
  package func forEachPage(_ body: (String, String) throws(Problem) -> Void) throws(Problem) {
    let pages = AtlasPages(
      folder: self, release: release, contours: contours, notice: notice, territory: territory)
    let version = version
    try pages.forEach { name, title, content throws(Problem) in
      let frame = PageFrame(
        title: title, notice: notice, stamp: stamp, page: name, version: version,
        zonings: release.zonings.map(\.zoning))
      try body(name, frame.text(content))
    }
  }

  private var territory: String {
    let names = Set(contours.areas.map(\.communeName)).filter { !$0.isEmpty }.sorted()
    return names.count == 1 ? names[0] : names.isEmpty ? notice.campaign : "\(names.count) communes"
  }
}
