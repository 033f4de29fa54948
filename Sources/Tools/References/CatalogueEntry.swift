/// One set of files of the library, as its catalogue has it.
public struct CatalogueEntry: Sendable, Hashable {
  /// What it is for.
  public let kind: ReferenceKind
  /// The state it describes.
  public let vintage: ReferenceVintage
  /// Its layout for people.
  public let layout: String
  /// The départements it covers, sorted.
  public let departments: [String]
  /// Its rows or areas.
  public let count: Int
  /// Paths from the library's folder, each with its bytes and its hash; the one to name in a campaign
  /// first.
  public let files: [StoredFile]
  /// The licence.
  public let licence: String
  /// The words that name the producers.
  public let attribution: String
  /// Where it was downloaded from; empty when the user brought it.
  public let origin: String

  /// One file.
  public struct StoredFile: Sendable, Hashable {
    /// From the library's folder.
    public let path: String
    /// Its SHA-256, in hexadecimal.
    public let hash: String
  }

  /// The file to name in a campaign, from the library's folder.
  public var path: String { files[0].path }

  /// « département 21 », « 96 départements ».
  public var territory: String {
    departments.count > 4
      ? "\(departments.count) départements"
      : (departments.count > 1 ? "départements " : "département ")
        + departments.joined(separator: ", ")
  }

  /// Whether both say the same thing of a common département, so that only one can be right.
  func competes(with other: CatalogueEntry) -> Bool {
    kind == other.kind && vintage == other.vintage && layout == other.layout
      && !Set(departments).isDisjoint(with: other.departments)
  }
}
