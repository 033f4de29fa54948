internal import Diagnostics
internal import Fetching
internal import Synchronization

/// One line on the terminal, rewritten: the file, what has come of it and what is left.
final class TerminalTransfer: TransferProgress {
  private struct State {
    var name = ""
    var total: Int?
    var shown = ContinuousClock.now
  }

  private let state = Mutex(State())

  func begins(_ name: String) {
    state.withLock { $0 = State(name: name) }
    Console.show("\r\u{1B}[K\(name) …")
  }

  func expects(total: Int?) { state.withLock { $0.total = total } }

  func advances(to bytes: Int) {
    let line = state.withLock { state -> String? in
      guard ContinuousClock.now - state.shown > .milliseconds(200) else { return nil }
      state.shown = .now
      let whole = state.total.map { " sur \(Self.megabytes($0))" } ?? ""
      return "\(state.name) : \(Self.megabytes(bytes))\(whole) Mo"
    }
    if let line { Console.show("\r\u{1B}[K\(line)") }
  }

  func ends() { Console.show("\r\u{1B}[K") }

  private static func megabytes(_ bytes: Int) -> String {
    FrenchNumber.decimal(Double(bytes) / 1e6, decimals: 1)
  }
}
