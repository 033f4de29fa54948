import Diagnostics
import TestSupport
import Testing

@testable import Campaigns

/// What a row is, and how it is brought to its IRIS, in the partners' files of `TablesTests/Cases`.
@Suite struct PartnerFileReadingTests {
  private static let folder = "\(projectFolder)/Tests/TablesTests/Cases/partner-files"

  /// The words under « unit » and « route » beside a file; empty where its maker says nothing.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let name: String
    let unit: [String]
    let route: String?

    init(_ name: String) {
      self.name = name
      let text = String(decoding: readFile("\(folder)/\(name).expected") ?? [], as: UTF8.self)
      let lines = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
      unit = lines.first { $0[0] == "unit" }.map { Array($0.dropFirst()) } ?? []
      route = lines.first { $0[0] == "route" }?[1]
    }

    var testDescription: String { name }
  }

  static let expectations = listFolder(folder).filter { $0.hasSuffix(".expected") }
    .map { Expectation(String($0.dropLast(".expected".count))) }
    .filter { !$0.unit.isEmpty || $0.route != nil }

  @Test func `most readable files say what they are`() { #expect(Self.expectations.count >= 50) }

  @Test(arguments: expectations)
  func `unit and route are those of the file's maker`(expected: Expectation) throws {
    let page = try FileRecognition(of: "\(Self.folder)/\(expected.name)").json(blocks: [])
    if let unit = expected.unit.first {
      #expect(page["unit"]?.string == unit)
      #expect(page["count"]?.string == expected.unit.dropFirst().first)
    }
    if let route = expected.route { #expect(page["route"]?.string == route) }
  }
}
