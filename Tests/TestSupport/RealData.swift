import Glibc

/// Where the real data lie: `MAILLE_REAL_DATA`, else `../shared/data` beside the checkout.
///
/// They are never part of the project; a suite that needs them says visibly when they are absent.
public enum RealData {
  /// The folder; `nil` when it is not there.
  public static let folder: String? = {
    if let declared = getenv("MAILLE_REAL_DATA") { return existing(String(cString: declared)) }
    return existing(projectFolder + "/../shared/data")
  }()

  /// Whether they are there; said once on stderr when they are not.
  public static let isPresent: Bool = {
    if folder != nil { return true }
    let note =
      "MAILLE: données réelles absentes (MAILLE_REAL_DATA ou ../shared/data), tests sautés\n"
    write(STDERR_FILENO, note, note.utf8.count)
    return false
  }()

  /// The path of one file; call it only when `isPresent`.
  public static func path(_ name: String) -> String { (folder ?? "/nonexistent") + "/" + name }

  private static func existing(_ path: String) -> String? { access(path, R_OK) == 0 ? path : nil }
}

/// The root of this checkout, from the place of this file.
public let projectFolder: String = {
  let parts = #filePath.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/")
}()
