import Diagnostics
import Geocoding
import TestSupport
import Testing

/// The peculiarities of French addresses, each a plain file that anybody can extend.
@Suite struct CaseTests {
  static let files = listFolder(CaseTown.folder).filter { $0.hasSuffix(".txt") }

  @Test func `every peculiarity has its table`() {
    let numbers = Self.files.compactMap { Int($0.prefix(2)) }
    #expect(numbers == Array(1...38))
    #expect(Self.files.filter { CaseTown.lines($0).count < 5 } == [])
  }

  @Test(arguments: files)
  func `a table is answered as written`(file: String) throws {
    let town = try CaseTown.shared.get()
    #expect(CaseTown.lines(file).compactMap { disagreement($0, town) } == [])
  }

  private func disagreement(_ line: String, _ town: CaseTown) -> String? {
    guard let split = line.range(of: " = ") else { return "pas de réponse : \(line)" }
    let question = String(line[..<split.lowerBound])
    let parts = line[split.upperBound...].split(separator: "[")
    let wanted = parts[0].split(separator: " ").joined(separator: " ")
    let codes = parts.count > 1 ? parts[1].dropLast().split(separator: " ").map(String.init) : []
    let (words, found) = town.answer(question)
    if words == wanted && codes.allSatisfy(found.contains) { return nil }
    let steps = town.geocoder.explain(CaseTown.query(question)).steps.map {
      "\($0.name) : \($0.outcome)"
    }
    return "\(line) → \(words) \(found)\n\(steps.joined(separator: "\n"))"
  }
}

extension String {
  /// The first place of another text.
  func range(of other: String) -> Range<String.Index>? {
    indices.lazy.compactMap { start in
      self[start...].hasPrefix(other) ? start..<self.index(start, offsetBy: other.count) : nil
    }.first
  }
}
