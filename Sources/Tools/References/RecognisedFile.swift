internal import Territory

/// What a file of reference data was recognised to be, by its content and its columns.
public struct RecognisedFile: Sendable {
  /// Path as the user gave it.
  public let path: String
  /// Files that belong to it: parts of a Shapefile, INSEE's « meta » file.
  public let companions: [String]
  /// What it is for.
  public let kind: ReferenceKind
  /// Its layout for people: « BAN, 23 colonnes », « Contours…Iris ».
  public let layout: String
  /// The state it describes.
  public let vintage: ReferenceVintage
  /// The départements it covers, sorted.
  public let departments: [String]
  /// Its rows or areas.
  public let count: Int
  /// Under which licence.
  public let terms: Terms

  init(
    path: String, companions: [String] = [], kind: ReferenceKind, layout: String,
    vintage: ReferenceVintage, communes: some Sequence<Commune>, count: Int
  ) {
    self.path = path
    self.companions = companions.sorted()
    self.kind = kind
    self.layout = layout
    self.vintage = vintage
    departments = Set(communes.map(\.department)).sorted()
    self.count = count
    terms = Terms(of: kind, layout: layout, vintage: vintage)
  }
}
