import Glibc
import TestSupport
import Testing

/// The README's tour: each `$ maille …` is run, and says what the README says.
@Suite struct ReadmeTests {
  /// One command of a `console` block and the lines shown under it.
  struct Step: CustomStringConvertible {
    let command: String
    let shown: String
    var description: String { command }
  }

  private static let lines = String(
    decoding: readFile(projectFolder + "/README.md") ?? [], as: UTF8.self
  ).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

  private static let steps: [Step] = {
    var steps: [Step] = []
    var isInside = false
    for line in lines {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside && line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), shown: ""))
      } else if isInside, let last = steps.popLast() {
        steps.append(Step(command: last.command, shown: last.shown + line + "\n"))
      }
    }
    return steps.filter { $0.command.hasPrefix("maille ") }
  }()

  @Test func `the tour has steps`() { #expect(Self.steps.count >= 3) }

  /// The steps follow one another in one folder that holds Geodata, as for a new user, on 15 September
  /// 2026: within the dates of the invented agreement.
  @Test func `the tour says the truth`() {
    let folder = TemporaryFolder()
    folder.copy(projectFolder + "/Geodata", to: "Geodata")
    var differences: [String] = []
    for step in Self.steps {
      let arguments = step.command.split(separator: " ").dropFirst().map(String.init)
      let run = Command("maille").run(
        arguments, in: folder.path, environment: ["SOURCE_DATE_EPOCH=1789430400"])
      if run.output != step.shown {
        differences.append(
          "\(step.command)\nshown:\n\(step.shown)\ngiven:\n\(run.output)\(run.messages)")
      }
    }
    #expect(differences == [])
  }

  @Test func `every module is in the table of floors`() {
    let text = Self.lines.joined(separator: "\n")
    let modules = ["Ground", "Space", "Confidential", "Statistics", "Publication", "Tools"]
      .flatMap { listFolder("\(projectFolder)/Sources/\($0)") }
    #expect(modules.filter { !text.contains("`\($0)`") } == [])
  }
}
