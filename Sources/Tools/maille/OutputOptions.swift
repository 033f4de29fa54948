internal import ArgumentParser
internal import Campaigns
internal import Diagnostics

/// How a command reports.
struct OutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "Forme du compte rendu : text ou json.")
  var format = Format.text

  var isJSON: Bool { format == .json }

  /// Shown on a terminal only, and not to a script.
  var progress: any Progress {
    Console.hasTerminal && !isJSON ? TerminalProgress() : SilentProgress()
  }

  /// The problems as messages, the report as the result.
  func give(_ report: RunReport) {
    if !isJSON { Console.tell(report.problems.description) }
    Console.give(isJSON ? report.json.description : report.text)
  }

  /// A result in both forms, its problems as messages; ends the command on one that stops.
  func give(_ text: String, _ json: JSONValue, problems: ProblemLog) throws {
    if !isJSON { Console.tell(problems.description) }
    if isJSON || !text.isEmpty { Console.give(isJSON ? json.description : text) }
    if let stop = problems.firstStop { throw stop.outcome }
  }

  /// What stands in the way as messages, the report as the result; refused, the command ends so.
  func give(_ report: StageReport) throws {
    try give(report.text, report.json, problems: report.problems)
  }

  /// What was found before the run stopped, then why it did.
  func explain(_ findings: RunReport, stoppedBy problem: Problem) {
    let whole = findings.stopped(by: problem)
    Console.tell(whole.problems.description)
    if isJSON { Console.give(whole.json.description) }
  }
}

extension RunReport {
  /// The report with the problem that ended the run.
  func stopped(by problem: Problem) -> RunReport {
    var stopped = self
    if problems.firstStop != problem { stopped.record(problem) }
    return stopped
  }
}
