import Audit
import TestSupport
import Testing

/// The model that a release leaves to others, solved by GLPK.
@Suite struct ModelTests {
  private static let rates = WrittenRelease(columns: [
    .init(
      counts: [40, 9, 15, 3, 12, 60, 0], hidden: [1, 2, 3, 4],
      population: [160, 250.5, 90, 300, 240, 150]),
    .init(id: "rsa", counts: [20, 30, 5, 2, 14, 25, 0], hidden: [2, 3, 4]),
  ])

  /// What GLPK finds at one end of an unknown; `nil` where it is not installed.
  private func end(
    _ direction: String, of unknown: Substring, _ model: String, in folder: TemporaryFolder
  ) -> Int? {
    let objective = model.split(separator: "\n").first { $0.hasPrefix(" cible: ") } ?? ""
    folder.write(
      model.replacing("Minimize", with: direction).replacing(objective, with: " cible: \(unknown)"),
      to: "modele.lp")
    guard
      output(of: "glpsol", ["--lp", "modele.lp", "-o", "resultat.txt"], in: folder.path) != nil
    else { return nil }
    let text = String(decoding: folder.read("resultat.txt") ?? [], as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("Objective:") } ?? ""
    return line.split(separator: " ").dropFirst(3).first.flatMap { Int($0) }
  }

  @Test(arguments: [AuditorTests.good, rates])
  func `another solver finds the same ends from the model`(release: WrittenRelease) throws {
    let folder = release.written()
    let auditor = try Auditor("essai", files: PublicFile.all(in: folder.path))
    let model = auditor.model
    let secret = model.split(separator: "\n").filter { $0.hasSuffix("– secrète") }
      .compactMap { $0.split(separator: " ").dropFirst().first }
    let numbers = auditor.certificate().numbers
    #expect(secret.count == numbers.withheld)
    var uppers: [Int] = []
    var widths: [Int] = []
    for unknown in secret {
      guard let upper = end("Maximize", of: unknown, model, in: folder),
        let lower = end("Minimize", of: unknown, model, in: folder)
      else { return }
      uppers.append(upper)
      widths.append(upper - lower)
    }
    #expect(uppers.min() == numbers.leastUpper)
    #expect(widths.min() == numbers.leastWidth)
  }

  @Test func `lines are short enough for every reader of the format`() throws {
    let folder = Self.rates.written()
    let model = try Auditor("essai", files: PublicFile.all(in: folder.path)).model
    #expect(model.split(separator: "\n").allSatisfy { $0.count <= 200 })
    #expect(model.hasSuffix("End\n"))
  }
}
