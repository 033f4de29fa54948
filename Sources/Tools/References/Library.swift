public import Diagnostics
internal import Files
internal import Glibc

/// A folder of public reference data, stored by kind and vintage with its licence and its hash.
///
/// - Confidential: no; `Recogniser` keeps partners' files out
public struct Library {
  /// The folder.
  public let folder: String
  private(set) var catalogue: Catalogue

  /// A library by its folder, which need not exist yet.
  ///
  /// - Throws: `files.unreadable`, `references.bad-catalogue`
  public init(_ folder: String) throws(Problem) {
    self.folder = folder
    catalogue = try Catalogue(in: folder)
  }

  /// `MAILLE_REFERENCES`, else the user's own folder for data.
  ///
  /// - Source: XDG Base Directory Specification 0.8
  public static var usualFolder: String {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    if let declared = variable("MAILLE_REFERENCES") { return declared }
    let data = variable("XDG_DATA_HOME") ?? (variable("HOME") ?? ".") + "/.local/share"
    return data + "/maille"
  }

  /// What it holds, by kind, vintage and path.
  public var entries: [CatalogueEntry] { catalogue.entries }

  /// The path of a set's main file.
  public func path(of entry: CatalogueEntry) -> String { FilePath.join(folder, entry.path) }

  /// Whether what an address gives under a vintage has been stored; what the server dates anew each
  /// time is never at hand.
  public func holds(_ address: String, vintage: String?) -> Bool {
    entries.contains { $0.origin == address && $0.vintage.description == vintage }
  }

  mutating func update(_ change: (inout Catalogue) -> Void) { change(&catalogue) }
}
