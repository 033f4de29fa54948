internal import ArgumentParser
internal import Geocoding
internal import Glibc
internal import Trials

/// A million lines that nobody would write: none brings the geocoder down, none takes long.
struct AddressFuzzBench {
  private let options: GeocodeBench

  /// How many times the median a line may take.
  private static let slowest = 100.0

  init(_ options: GeocodeBench) { self.options = options }

  func run() throws {
    let place = BenchTown.invented(options.geodata)
    let territory = try place.territory()
    let town = try place.town(in: territory)
    let geocoder = Geocoder(try place.base(in: territory))
    let lines = TrialMaker(town, seed: options.seed).trials(like: .usual, count: 5_000)
      .map(\.typed.line)
    let nanoseconds = measure(lines, geocoder)
    let sorted = nanoseconds.sorted()
    let median = Double(sorted[sorted.count / 2])
    let slow = nanoseconds.indices.filter { Double(nanoseconds[$0]) > Self.slowest * median }
    let worst = again(slow, lines, geocoder).values.max() ?? sorted[sorted.count - 1]
    print(
      "fuzz: \(options.fuzzLines) lines, seed \(options.seed), all answered; thread CPU time: median "
        + "\(Self.micro(median)) µs, 99.9 % within \(Self.micro(Double(sorted[sorted.count * 999 / 1000]))) "
        + "µs, slowest \(Self.micro(Double(worst))) µs = "
        + "\(BenchReport.text(Double(worst) / median, 1)) times the median"
        + (slow.isEmpty ? "" : "; \(slow.count) lines measured again, undisturbed"))
    if Double(worst) > Self.slowest * median { throw ExitCode.failure }
  }

  /// Nanoseconds of each line.
  private func measure(_ lines: [String], _ geocoder: Geocoder) -> [UInt32] {
    var times: [UInt32] = []
    times.reserveCapacity(options.fuzzLines)
    each(lines) { query, _, scratch in times.append(Self.time(query, geocoder, scratch)) }
    return times
  }

  /// The shortest of five for those that looked slow: the machine has other things to do.
  private func again(_ slow: [Int], _ lines: [String], _ geocoder: Geocoder) -> [Int: UInt32] {
    let wanted = Set(slow)
    var times: [Int: UInt32] = [:]
    if slow.isEmpty { return [:] }
    each(lines) { query, index, scratch in
      guard wanted.contains(index) else { return }
      times[index] = (0..<5).map { _ in Self.time(query, geocoder, scratch) }.min()
    }
    return times
  }

  private func each(_ lines: [String], _ body: (AddressQuery, Int, Geocoder.Scratch) -> Void) {
    var scramble = Scramble(lines, seed: options.seed)
    var query = AddressQuery()
    let scratch = Geocoder.Scratch()
    for index in 0..<options.fuzzLines {
      scramble.fill(&query)
      body(query, index, scratch)
    }
  }

  private static func time(
    _ query: AddressQuery, _ geocoder: Geocoder, _ scratch: Geocoder.Scratch
  ) -> UInt32 {
    let start = now()
    let answer = geocoder.answer(to: query, with: scratch)
    precondition((0...1).contains(answer.score), "a score is a probability")
    return UInt32(clamping: now() - start)
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private static func micro(_ nanoseconds: Double) -> String {
    BenchReport.text(nanoseconds / 1000, 1)
  }
}
