internal import ArgumentParser
internal import Campaigns
internal import Diagnostics
internal import Files
internal import Glibc
internal import Tables

/// Readers of partners' files on damaged ones: nothing crashes, nothing hangs, memory stays small.
///
/// Meant for a build with AddressSanitizer; an input that ends the process stays in `--folder`, and its
/// number with the seed makes it again.
struct FuzzBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz", abstract: "Readers of partners' files on seeded damage of real ones.")

  @Argument(help: "Which readers.") var readers: [FuzzedReader] = FuzzedReader.allCases
  @Option(help: "How many inputs for each reader.") var inputs = 1_000_000
  @Option(help: "Seed of the damage.") var seed: UInt64 = 1
  @Option(help: "Number of the first input.") var from = 0
  @Option(help: "Folders of sound files.") var files = [
    "Tests/TablesTests/Cases/partner-files"
  ]
  @Flag(help: "Read every cell, and recognise nothing: the readers alone, many times faster.")
  var readOnly = false
  @Option(help: "Where inputs are written, best in memory.") var folder = "/dev/shm"

  func run() throws {
    print("maille-bench fuzz: seed \(seed), \(inputs) inputs from \(from), \(Machine.compiler)")
    for reader in readers { try run(reader) }
  }

  private func run(_ reader: FuzzedReader) throws {
    let sound = try files.flatMap { try reader.soundFiles(in: $0) }
    guard !sound.isEmpty else { throw ValidationError("no file for the reader \(reader.rawValue)") }
    let place = FilePath.join(folder, "maille-fuzz-\(getpid())")
    mkdir(place, 0o700)
    let path = FilePath.join(place, reader.fileName)
    Memory.forgetPeak()
    var outcomes: [String: Int] = [:]
    var slowest = (seconds: 0.0, input: 0)
    let watch = Stopwatch()
    for input in from..<from + inputs {
      var chance = Chance(seed: seed, of: input)
      write(sound.randomElement(using: &chance)?.damaged(by: &chance) ?? [], to: path)
      alarm(Self.patience)
      let lap = Stopwatch()
      outcomes[outcome(of: path), default: 0] += 1
      if lap.lap.seconds > slowest.seconds { slowest = (lap.lap.seconds, input) }
    }
    alarm(0)
    unlink(path)
    rmdir(place)
    report(reader, sound.count, outcomes, slowest, watch.lap)
  }

  /// Seconds after which an input counts as a hang, and SIGALRM ends the process.
  private static let patience: UInt32 = 60

  private func outcome(of path: String) -> String {
    do throws(Problem) {
      if readOnly { try Self.read(path) } else { _ = try FileRecognition(of: path) }
      return "read"
    } catch { return error.code }
  }

  /// Every cell as text, as a count, an amount and a decimal number.
  private static func read(_ path: String) throws(Problem) {
    let table = try DelimitedFile(path)
    let columns = Array(table.columns.indices)
    _ = try table.mapBlocks(reading: columns, threads: 1) { block in
      var sum = 0.0
      for row in 0..<block.rowCount {
        for column in columns {
          let field = block.field(row, column)
          sum += Double(field.text.utf8.count) + Double(field.count ?? 0)
          sum += (field.amount(.comma) ?? 0) + (field.double(.point) ?? 0)
        }
      }
      return sum
    }
  }

  private func write(_ bytes: [UInt8], to path: String) {
    let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
    defer { close(descriptor) }
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  private func report(
    _ reader: FuzzedReader, _ files: Int, _ outcomes: [String: Int],
    _ slowest: (seconds: Double, input: Int), _ lap: Lap
  ) {
    let milliseconds = BenchReport.text(slowest.seconds * 1e3, 1)
    print(
      "\n\(reader.rawValue): \(inputs) inputs from \(files) sound files in "
        + "\(BenchReport.text(lap.seconds, 0)) s, slowest \(milliseconds) ms (input \(slowest.input)), "
        + "peak \(Memory.peak >> 20) MB")
    for (code, count) in outcomes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      print("  \(count)  \(code)")
    }
    fflush(nil)
  }
}

extension FuzzedReader: ExpressibleByArgument {}
