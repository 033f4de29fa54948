import Diagnostics
import TestSupport
import Testing
import Yams

@testable import Campaigns

/// One table of keys: what the reader accepts is what `maille schema` says.
@Suite struct KeysTests {
  /// Every section by its path.
  private func sections(
    _ keys: CampaignKeys = .root, at path: [String] = []
  ) -> [(path: [String], keys: CampaignKeys)] {
    [(path, keys)]
      + keys.keys.flatMap { key in
        switch key.shape {
        case .section(let inner), .list(let inner): sections(inner, at: path + [key.name])
        default: [] as [(path: [String], keys: CampaignKeys)]
        }
      }
  }

  /// A campaign that holds one key under each of its parents.
  private func campaign(_ path: [String], _ name: String) -> String {
    var text = ""
    for (depth, key) in path.enumerated() {
      let isList = ["sources", "indicators", "zonings", "analyses", "crosswalks"].contains(key)
      text += String(repeating: "    ", count: depth) + key + ":\n"
      if isList { text += String(repeating: "    ", count: depth) + "  - \n" }
    }
    return text + String(repeating: "    ", count: path.count) + name + ": a\n"
  }

  private func unknownKeys(_ text: String) throws -> Int {
    let folder = TemporaryFolder()
    let (_, problems) = try CampaignReader.read(folder.write(text, to: "c.yml"))
    return problems.count(of: "campaign.unknown-key")
  }

  @Test func `the reader knows every key of the table, and no other`() throws {
    for (path, keys) in sections() {
      let known = try keys.names.filter { try unknownKeys(campaign(path, $0)) > 0 }
      #expect(known == [], "under \(path)")
      #expect(try unknownKeys(campaign(path, "inventee")) == 1, "under \(path)")
    }
  }

  /// A date of a source, and whether it may stand there.
  @Test(arguments: [
    ("2025-12-31", true), ("2025-12", true), ("2025", true), ("1900", true), ("2100-01", true),
    ("1899", false), ("2101", false), ("2025-13", false), ("2025-00", false), ("2025-12-32", false),
    ("2025-1-1", false), ("31/12/2025", false), ("fin 2025", false), ("2025-12-31 ", false),
    ("02025", false), ("2025-12-", false), ("", false),
  ])
  func `the schema takes the dates that the reader takes`(text: String, isDate: Bool) throws {
    let sources = CampaignSchema.json["properties"]?["sources"]
    let date = sources?["items"]?["properties"]?["reference_date"]
    let pattern = try #require(date?["pattern"]?.string)
    #expect((text.wholeMatch(of: try Regex(pattern)) != nil) == isDate)
    #expect((ReferenceDate(text) != nil) == isDate)
    #expect(date?["minimum"]?.whole == 1900 && date?["maximum"]?.whole == 2100)
  }

  @Test func `the schema is the table`() throws {
    let text = CampaignSchema.json.description
    let tree = try #require(try Yams.compose(yaml: text))
    for (path, keys) in sections() {
      var node = tree
      for name in path {
        let inner = try #require(node["properties"]?[name])
        node = inner["items"] ?? inner
      }
      let names = node["properties"]?.mapping?.keys.compactMap(\.string) ?? []
      #expect(names.sorted() == keys.names.sorted())
      #expect(node["additionalProperties"]?.bool == false)
    }
  }
}
