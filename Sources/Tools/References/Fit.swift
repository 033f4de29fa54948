/// The sets of a library that go with one edition of contours, and why.
public struct Fit: Sendable {
  /// The contours.
  public let contours: CatalogueEntry
  /// What goes with them, or does not.
  public let members: [Member]
  /// What a campaign on these contours still lacks.
  public let missing: [Need]

  /// One set beside the contours.
  public struct Member: Sendable {
    /// The set.
    public let entry: CatalogueEntry
    /// Whether it goes with the contours.
    public let fits: Bool
    /// The rule, and what the codes say.
    public let reason: String
  }

  /// A kind that no set of the library covers.
  public struct Need: Sendable {
    /// What is missing.
    public let kind: ReferenceKind
    /// Which vintage would do, and why.
    public let reason: String
  }
}
