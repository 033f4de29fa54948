import TestSupport
import Testing

/// HOUSE.md §1: floors, walls and side doors, read from the import lines.
@Suite struct WallTests {
  private let sources = SourceTree.files(under: "Sources")

  private var floorOfModule: [String: String] {
    let bridges = listFolder(projectFolder + "/Sources/Bridges").map { ($0, "Bridges") }
    let modules = sources.map { ($0.module, $0.floor) }
    return Dictionary(bridges + modules) { first, _ in first }
  }

  @Test func `the sources were found`() {
    #expect(sources.count > 40)
    #expect(Set(sources.map(\.floor)).isSubset(of: Set(floors)))
  }

  @Test func `a floor imports itself and the floors under it`() {
    let floorOf = floorOfModule
    let upward = sources.flatMap { file in
      file.imports.compactMap { imported -> String? in
        guard let target = floorOf[imported.module], let here = floors.firstIndex(of: file.floor),
          let there = floors.firstIndex(of: target), there > here
        else { return nil }
        return "\(file.path) imports \(imported.module)"
      }
    }
    #expect(upward == [])
  }

  @Test func `only Tools imports Confidential`() {
    let confidential = Set(sources.filter { $0.floor == "Confidential" }.map(\.module))
    #expect(!confidential.isEmpty)
    let crossings = sources.filter { file in
      !["Confidential", "Tools"].contains(file.floor)
        && file.imports.contains { confidential.contains($0.module) }
    }
    #expect(crossings.map(\.path) == [])
  }

  @Test func `a release is made in its module alone, and tested through its door elsewhere`() {
    let release = sources.filter { $0.path.hasSuffix("Disclosure/Release.swift") }
    #expect(release.count == 1)
    let lines: [String] = release.flatMap { file in file.lines }
    let openings = lines.filter { $0.contains("public init") || $0.contains("package init") }
    #expect(openings == [])
    let sideDoors = SourceTree.files(under: "Tests").filter { file in
      !file.path.hasPrefix("Tests/DisclosureTests/")
        && file.imports.contains { $0.module == "Disclosure" && $0.isTestable }
    }
    #expect(sideDoors.map(\.path) == [])
  }

  @Test func `only Fetching opens a network connection, and it can read no table`() {
    let words = ["socket(", "connect(", "URLSession", "getaddrinfo", "curl_easy", "CCurl"]
    let callers = sources.filter { file in
      file.lines.contains { line in words.contains { line.contains($0) } }
    }
    #expect(Set(callers.map(\.module)) == ["Fetching"])
    let inside = sources.filter { $0.module == "Fetching" }.flatMap { $0.imports.map(\.module) }
    #expect(Set(inside) == ["CCurl", "Diagnostics", "Files", "Glibc"])
  }

  @Test func `only one command downloads, and it reads no partner's file`() {
    let users = sources.filter { file in file.imports.contains { $0.module == "Fetching" } }
    #expect(
      users.map(\.path).sorted() == [
        "Sources/Tools/maille/FetchReferences.swift", "Sources/Tools/maille/TerminalTransfer.swift",
      ])
    let allowed: Set = [
      "ArgumentParser", "Diagnostics", "Fetching", "References", "Synchronization",
    ]
    #expect(users.flatMap { $0.imports.map(\.module) }.allSatisfy(allowed.contains))
  }

  @Test func `whoever opens a partner's rows keeps the process offline`() {
    let readers = sources.filter { file in
      ["Intake", "Recognition"].contains(file.module)
        && file.lines.contains { $0.contains("DelimitedFile(") }
        && !["SpecialAddresses.swift", "Decisions.swift"].contains { file.path.hasSuffix($0) }
    }
    #expect(readers.count >= 4)
    let open = readers.filter { file in !file.lines.contains { $0.contains("Offline.keep()") } }
    #expect(open.map(\.path) == [])
  }

  @Test func `Foundation stays out of the floors`() {
    let users = sources.filter { $0.imports.contains { $0.module == "Foundation" } }
    #expect(users.map(\.path) == [])
  }
}
