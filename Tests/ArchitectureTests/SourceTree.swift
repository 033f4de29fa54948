import TestSupport

/// The Swift sources of this checkout, as text.
struct SourceTree {
  /// One file.
  struct File {
    /// Relative to the checkout.
    let path: String
    let lines: [String]

    /// `Sources/Space/Locating/A.swift` → `Space`.
    var floor: String { component(1) }
    /// `Sources/Space/Locating/A.swift` → `Locating`.
    var module: String { component(2) }

    /// The modules that it imports, attributes and access levels left out.
    var imports: [(module: String, isTestable: Bool)] {
      lines.compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count,
          words[..<index].allSatisfy({
            ["public", "package", "internal", "@testable"].contains($0)
          })
        else { return nil }
        return (words[index + 1], words[..<index].contains("@testable"))
      }
    }

    private func component(_ index: Int) -> String {
      let parts = path.split(separator: "/")
      return index < parts.count ? String(parts[index]) : ""
    }
  }

  /// Every Swift file under a folder, sorted by path.
  static func files(under folder: String) -> [File] {
    paths(under: folder).filter { $0.hasSuffix(".swift") }.map { path in
      let bytes = readFile(projectFolder + "/" + path) ?? []
      let text = String(decoding: bytes, as: UTF8.self)
      return File(
        path: path,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }

  /// Every path under a folder.
  static func paths(under folder: String) -> [String] {
    listFolder(projectFolder + "/" + folder).flatMap { name in
      let inside = paths(under: folder + "/" + name)
      return inside.isEmpty ? [folder + "/" + name] : inside
    }
  }
}

/// The floors from the lowest to the highest.
let floors = [
  "Bridges", "Ground", "Space", "Confidential", "Statistics", "Publication", "Tools",
]
