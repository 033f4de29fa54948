import TestSupport
import Testing

/// HOUSE.md §1–2: what a reader may rely on when opening any file.
@Suite struct HouseStyleTests {
  private let sources = SourceTree.files(under: "Sources")

  @Test func `the top level is the card's list`() {
    let allowed = [
      "Package.swift", "Sources", "Tests", "Geodata", "Scripts", "README.md", "LICENSE",
      "Package.resolved", "sortie",
    ]
    let extra = listFolder(projectFolder).filter { !$0.hasPrefix(".") && !allowed.contains($0) }
    #expect(extra == [])
  }

  @Test func `no file is too long`() {
    let all = sources + SourceTree.files(under: "Tests")
    let long = all.filter { $0.lines.count > 400 }.map { "\($0.path): \($0.lines.count)" }
    #expect(long == [])
  }

  @Test func `nothing is unfinished or given up`() {
    let words = ["try!", "fatalError(", "TO" + "DO", "FIX" + "ME", "not implemented"]
    let places = sources.flatMap { file in
      file.lines.enumerated().compactMap { index, line in
        words.contains { line.contains($0) } ? "\(file.path):\(index + 1)" : nil
      }
    }
    #expect(places == [])
  }

  @Test func `no type has its module's name`() {
    let clashes = sources.flatMap { file in
      file.lines.compactMap { line -> String? in
        let words = line.split { " :<".contains($0) }.map(String.init)
        guard let keyword = words.firstIndex(where: { ["struct", "enum", "class"].contains($0) }),
          keyword + 1 < words.count, words[keyword + 1] == file.module
        else { return nil }
        return "\(file.path): \(file.module)"
      }
    }
    #expect(clashes == [])
  }

  @Test func `every module of the manifest has its folder, and the other way round`() throws {
    let manifest = String(
      decoding: try #require(readFile(projectFolder + "/Package.swift")), as: UTF8.self)
    let folders = floors.flatMap { floor in listFolder("\(projectFolder)/Sources/\(floor)") }
    let undeclared = folders.filter { !manifest.contains("\"\($0)\"") }
    #expect(undeclared == [])
  }
}
