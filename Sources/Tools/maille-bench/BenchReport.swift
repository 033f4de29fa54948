internal import Glibc

/// Rows of a bench, printed as they come; contenders that must agree are held to it.
///
/// A row belongs to a task. Contenders for one task that do not hit the same get no time, and the
/// bench ends with an error.
struct BenchReport {
  /// One contender's runs of one task.
  struct Row {
    /// Contenders with the same task must have the same hits.
    var task: String
    /// Who.
    var name: String
    /// How many items each run treats.
    var count: Int
    var laps: [Lap]
    /// What the contender holds or has written.
    var bytes: Int
    /// What the contender found, as a number that others can be compared by.
    var hits: UInt64
  }

  private var hitsOfTask: [String: UInt64] = [:]
  private(set) var hasDisagreement = false

  /// Prints what the figures depend on, then the names of columns.
  init(_ name: String, seed: UInt64, runs: Int, libraries: [String]) {
    print("maille-bench \(name)")
    print("processor \(Machine.processor), \(Machine.cores) cores")
    print("compiler  \(Machine.compiler)")
    print("commit    \(Machine.commit); \(libraries.joined(separator: ", "))")
    print("seed \(seed), runs \(runs); hits in brackets must agree within a task\n")
    let names = ["n", "median s", "worst s", "cpu s", "ns/item", "M/s", "M/cpu s", "MB", "hits"]
    print(Self.line("", names))
  }

  /// Prints one row.
  mutating func add(_ row: Row) {
    let known = hitsOfTask[row.task, default: row.hits]
    hitsOfTask[row.task] = known
    let name = "\(row.task): \(row.name)"
    let hits = "[\(row.hits)]"
    guard known == row.hits else {
      hasDisagreement = true
      let none = [String](repeating: "-", count: 6)
      print(Self.line(name, [String(row.count)] + none + ["-", hits + " ≠ [\(known)]"]))
      return
    }
    let seconds = row.laps.map(\.seconds).sorted()
    let cpu = row.laps.map(\.cpuSeconds).sorted()
    let median = seconds[seconds.count / 2]
    let cpuMedian = cpu[cpu.count / 2]
    let perItem = median / Double(max(row.count, 1)) * 1e9
    print(
      Self.line(
        name,
        [
          String(row.count), Self.text(median, 4), Self.text(seconds[seconds.count - 1], 4),
          Self.text(cpuMedian, 4), Self.text(perItem, 2),
          Self.text(1e3 / perItem, 2), Self.text(Double(row.count) / 1e6 / max(cpuMedian, 1e-9), 2),
          Self.text(Double(row.bytes) / 1e6, 1), hits,
        ]))
    fflush(nil)
  }

  /// Prints a number of bytes that belongs to the row before.
  func note(_ what: String, _ bytes: Int) {
    print("  \(what): \(Self.text(Double(bytes) / 1e6, 1)) MB")
  }

  /// A number with so many decimals.
  static func text(_ number: Double, _ decimals: Int) -> String {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = Int64((number * factor).rounded())
    let digits = String(abs(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = scaled < 0 ? "-" : ""
    if decimals == 0 { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    func pad(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    let start = name + String(repeating: " ", count: max(0, 54 - name.count))
    return start + cells.map { pad($0, 10) }.joined()
  }
}
