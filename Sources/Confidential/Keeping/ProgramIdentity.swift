public import Files
internal import Projection

/// Which program is running: what another one kept may have been computed otherwise.
public enum ProgramIdentity {
  /// The hash of the program's file and of the version of the library that projects positions.
  ///
  /// Where the file cannot be read, nothing is like it.
  public static let hash: ContentHash = {
    let library = ContentHash(of: Array(LibraryVersions.proj.utf8))
    let program = try? ContentHash(ofFile: "/proc/self/exe")
    let chance = (try? RandomBytes.key()).map { ContentHash(of: $0) }
    return ContentHash(combining: [library] + [program ?? chance].compactMap(\.self))
  }()
}
