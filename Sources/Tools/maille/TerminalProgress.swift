internal import Campaigns
internal import Diagnostics
internal import Synchronization

/// One line on the terminal, rewritten: the step, the rows done, the rate and the time left.
final class TerminalProgress: Progress {
  private struct State {
    var step = ""
    var units: Int?
    var done = 0
    var start = ContinuousClock.now
    var shown = ContinuousClock.now
  }

  private let state = Mutex(State())

  func begins(_ step: String, units: Int?) {
    state.withLock { state in
      state = State()
      state.step = step
      state.units = units
    }
    Console.show("\r\u{1B}[K\(step) …")
  }

  func advances(_ units: Int) {
    let line = state.withLock { state -> String? in
      state.done += units
      guard ContinuousClock.now - state.shown > .milliseconds(200) else { return nil }
      state.shown = .now
      return Self.line(state)
    }
    if let line { Console.show("\r\u{1B}[K\(line)") }
  }

  func ends() { Console.show("\r\u{1B}[K") }

  private static func line(_ state: State) -> String {
    let seconds = (ContinuousClock.now - state.start) / .seconds(1)
    let rate = Double(state.done) / max(seconds, 0.001)
    let rows = "\(FrenchNumber.grouped(state.done)) lignes"
    let speed = "\(FrenchNumber.grouped(Int(rate))) lignes/s"
    guard let units = state.units, units > state.done else {
      return "\(state.step) : \(rows), \(speed)"
    }
    let left = FrenchNumber.decimal(Double(units - state.done) / rate, decimals: 0)
    return
      "\(state.step) : \(rows) sur environ \(FrenchNumber.grouped(units)), \(speed), reste \(left) s"
  }
}
