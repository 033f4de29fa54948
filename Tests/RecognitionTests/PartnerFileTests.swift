import Diagnostics
import TestSupport
import Testing

@testable import Recognition

/// What is recognised in the partners' files of `TablesTests/Cases`, as written beside each.
@Suite struct PartnerFileTests {
  static let folder = "\(projectFolder)/Tests/TablesTests/Cases/partner-files"

  /// Lines of an `.expected` file by their first word.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let name: String
    private let lines: [[String]]

    init(_ name: String) {
      self.name = name
      let text = String(decoding: readFile("\(folder)/\(name).expected") ?? [], as: UTF8.self)
      lines = text.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    }

    subscript(_ word: String) -> [[String]] {
      lines.filter { $0[0] == word }.map { Array($0.dropFirst()) }
    }

    var isAboutRecognition: Bool {
      !["role", "type", "key", "crowd", "total"].allSatisfy { self[$0].isEmpty }
    }

    var testDescription: String { name }
  }

  static let expectations = listFolder(folder).filter { $0.hasSuffix(".expected") }
    .map { Expectation(String($0.dropLast(".expected".count))) }.filter(\.isAboutRecognition)

  @Test func `most realities of people's files are among the cases`() {
    #expect(Self.expectations.count >= 55)
  }

  @Test(arguments: expectations)
  func `a partner's file is recognised as expected`(expected: Expectation) throws {
    let profile = try TableProfile(of: "\(Self.folder)/\(expected.name)")
    let roles = expected["role"].map { role in
      "\(role[0]) \(profile.columns.first { $0.name == role[0] }?.role.rawValue ?? "")"
    }
    #expect(roles == expected["role"].map { "\($0[0]) \($0[1])" })
    let types = expected["type"].map { type in
      "\(type[0]) \(profile.columns.first { $0.name == type[0] }?.type.rawValue ?? "")"
    }
    #expect(types == expected["type"].map { "\($0[0]) \($0[1])" })
    let codes = profile.problems.groups.compactMap { $0.first.first?.code }
    #expect(expected["problem"].filter { !codes.contains($0[0]) } == [])
    if let key = expected["key"].first { #expect("\(profile.duplicates ?? -1)" == key[0]) }
    if let crowd = expected["crowd"].first { #expect("\(profile.crowds[0].share)" == crowd[0]) }
    if let total = expected["total"].first { #expect("\(profile.totals.count)" == total[0]) }
  }

  @Test func `an address that many rows share is told by its share and its line`() throws {
    let profile = try TableProfile(of: "\(Self.folder)/domiciliation.csv")
    #expect(profile.crowds == [Crowd(share: 0.25, firstLine: 5)])
  }

  @Test func `a few rows at one address are a family`() throws {
    let rows = (0..<400).map { "r\($0);\($0 < 19 ? 1 : $0) rue Neuve;21960\n" }
    let profile = try ColumnTests.profile("REF;ADRESSE;CP\n" + rows.joined())
    #expect(profile.crowds.isEmpty)
  }
}
