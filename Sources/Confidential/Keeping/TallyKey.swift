public import Diagnostics
public import Files
public import Intake

/// Everything that decides what a reading gives, as one hash: a kept reading is looked for by it, so
/// that a change of any of it finds nothing.
///
/// The content of the partner's file and of the files that its layout names, the layout itself, the
/// contours as they decide, the address base with its own contours, and the program down to its
/// last byte.
public enum TallyKey {
  /// The key of a source's reading.
  ///
  /// - Parameters:
  ///   - layout: of the source
  ///   - territory: the hash of the contours
  ///   - references: files that addresses are brought to a place by; none for other routes
  ///   - program: see `ProgramIdentity`
  /// - Throws: `files.…` when a file cannot be read
  public static func of(
    _ layout: SourceLayout, territory: ContentHash, references: [String],
    program: ContentHash = ProgramIdentity.hash
  ) throws(Problem) -> ContentHash {
    var hashes = [program, territory, text(StructuralText.of(layout))]
    for file in layout.files + references { hashes += try FileParts.hashes(of: file) }
    return ContentHash(combining: hashes)
  }

  /// The key of what was wrong with references.
  public static func of(
    references: [String], program: ContentHash = ProgramIdentity.hash
  ) throws(Problem) -> ContentHash {
    var hashes = [program, text("references")]
    for file in references { hashes += try FileParts.hashes(of: file) }
    return ContentHash(combining: hashes)
  }

  private static func text(_ text: String) -> ContentHash { ContentHash(of: Array(text.utf8)) }
}
