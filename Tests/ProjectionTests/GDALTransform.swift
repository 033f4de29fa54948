import Glibc
import TestSupport

/// `gdaltransform`, when it is installed: the oracle of this suite.
enum GDALTransform {
  static let isPresent: Bool = {
    if access("/usr/bin/gdaltransform", X_OK) == 0 { return true }
    let note = "MAILLE: gdaltransform absent (gdal-bin), comparaisons sautées\n"
    write(STDERR_FILENO, note, note.utf8.count)
    return false
  }()

  /// The same points in another system, in the order given.
  static func run(_ points: [(Double, Double)], from: String, to: String) -> [(Double, Double)] {
    let folder = TemporaryFolder()
    let text = points.map { "\($0.0) \($0.1)" }.joined(separator: "\n") + "\n"
    let input = folder.write(text, to: "in.txt")
    let output = folder.path("out.txt")
    let command =
      "PROJ_NETWORK=OFF gdaltransform -output_xy -s_srs \(from) -t_srs \(to) < \(input) > \(output)"
    guard system(command) == 0, let bytes = readFile(output) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").map { Double($0) ?? .nan }
      return (numbers[0], numbers[1])
    }
  }
}
