import Diagnostics
import Files
import TestSupport
import Testing

@testable import Stages

/// A journal that somebody touched shows it.
@Suite struct JournalTests {
  private let start = Moment(seconds: 1_790_000_000)

  private func journal(steps: Int = 4) throws -> Journal {
    var journal = Journal(campaign: "essai-2026")
    for (number, stage) in Stage.allCases.prefix(steps).enumerated() {
      journal = try journal.appending(
        Step(
          stage, version: number > 0 ? "0123456789ab" : nil,
          at: Moment(seconds: start.seconds + number * 60), by: "maille 0.1.0",
          details: [("fichier", .text("« é » \"\\\n")), ("nombre", .integer(number))]))
    }
    return journal
  }

  private func written(_ text: String) throws -> Journal? {
    let folder = TemporaryFolder()
    folder.write(text, to: Journal.fileName)
    return try Journal.read(folder.path)
  }

  private func code(_ text: String) -> String? {
    do { _ = try written(text) } catch { return (error as? Problem)?.code ?? "\(error)" }
    return nil
  }

  @Test func `what was written is read`() throws {
    let folder = TemporaryFolder()
    let journal = try journal()
    try OutputFolder(folder.path("sortie")).record(journal)
    #expect(try Journal.read(folder.path("sortie")) == journal)
    #expect(try Journal.read(folder.path("sortie"), campaign: "essai-2026") == journal)
    #expect(try Journal.read(folder.path("sortie"))?.stage == .commented)
    #expect(journal.last(.computed, .submitted)?.number == 3)
  }

  @Test func `no file is a journal without a step`() throws {
    let folder = TemporaryFolder()
    #expect(try Journal.read(folder.path) == nil)
    #expect(try Journal.read(folder.path, campaign: "a").entries.isEmpty)
  }

  /// Lines from 0, in the order in which they are left.
  @Test(arguments: [
    ("the first is removed", [1, 2, 3]), ("one in the middle is removed", [0, 2, 3]),
    ("two are exchanged", [0, 2, 1, 3]), ("one is there twice", [0, 1, 1, 2, 3]),
    ("the order is turned", [3, 2, 1, 0]),
  ])
  func `a line that is not in its place shows`(_ story: String, order: [Int]) throws {
    let lines = try journal().text.split(separator: "\n")
    let text = order.map { lines[$0] + "\n" }.joined()
    #expect(code(text) == "stages.journal-edited", "\(story)")
  }

  /// Every part of every line, edited by hand; the last time also with a new hash for the line.
  @Test(arguments: [
    ("\"step\":2", "\"step\":3"), ("\"stage\":\"computed\"", "\"stage\":\"published\""),
    ("\"stage\":\"computed\"", "\"stage\":\"autre\""),
    ("\"version\":\"0123456789ab\"", "\"version\":\"0123456789ac\""),
    ("\"by\":\"maille 0.1.0\"", "\"by\":\"moi\""), ("\"nombre\":1", "\"nombre\":2"),
    ("essai-2026", "autre-2026"), ("\"hash\":\"", "\"hash\": \""),
    ("\"details\":{", "\"x\":1,\"details\":{"),
    ("Z\"", "\""),
  ])
  func `an edited line shows`(_ part: String, by other: String) throws {
    let text = try journal().text
    #expect(text.contains(part))
    #expect(
      code(text.replacing(part, with: other, maxReplacements: 1)) == "stages.journal-edited")
  }

  @Test func `a cut journal shows, but at the end of a line`() throws {
    let bytes = Array(try journal().text.utf8)
    let ends = Set(bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 } + [0])
    let wrong = (0..<bytes.count).filter { length in
      let isRead = code(String(decoding: bytes.prefix(length), as: UTF8.self)) == nil
      return isRead != ends.contains(length)
    }
    #expect(wrong == [])
  }

  @Test func `a journal of another campaign is not ours`() throws {
    let folder = TemporaryFolder()
    try OutputFolder(folder.path).record(journal())
    #expect(throws: Problem.self) { try Journal.read(folder.path, campaign: "autre") }
  }

  @Test func `a clock that went backwards is told, one that stands still is not`() throws {
    let journal = try journal(steps: 1)
    let before = Step(.computed, at: Moment(seconds: start.seconds - 1), by: "maille")
    #expect(throws: Problem.self) { try journal.appending(before) }
    #expect(try journal.appending(Step(.computed, at: start, by: "maille")).entries.count == 2)
  }
}
