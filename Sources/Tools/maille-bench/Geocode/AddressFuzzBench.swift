internal import ArgumentParser
internal import Geocoding
internal import Glibc
internal import Trials

/// A million lines that nobody would write: none brings the geocoder down, none takes long.
struct AddressFuzzBench {
  private let options: GeocodeBench

  /// How many times the median a line may take.
  private static let slowest = 100.0
  /// How many lines are measured again: the machine has other things to do.
  private static let slowCount = 1_000

  init(_ options: GeocodeBench) { self.options = options }

  func run() throws {
    let place = BenchTown.invented(options.geodata)
    let territory = try place.territory()
    let town = try place.town(in: territory)
    let geocoder = Geocoder(try place.base(in: territory))
    let lines = TrialMaker(town, seed: options.seed).trials(like: .usual, count: 5_000)
      .map(\.typed.line)
    let nanoseconds = measure(lines, geocoder)
    let byTime = nanoseconds.indices.sorted { nanoseconds[$0] < nanoseconds[$1] }
    let median = Double(nanoseconds[byTime[byTime.count / 2]])
    let slow = Set(byTime.suffix(Self.slowCount))
    let others = byTime.dropLast(Self.slowCount).last.map { nanoseconds[$0] } ?? 0
    let worst = Double(max(others, again(slow, lines, geocoder)))
    print(
      "fuzz: \(options.fuzzLines) lines, seed \(options.seed), all answered; thread CPU time: median "
        + "\(Self.micro(median)) µs, slowest \(Self.micro(worst)) µs = "
        + "\(BenchReport.text(worst / median, 1)) times the median "
        + "(the slowest \(slow.count) measured again, five times each)")
    if worst > Self.slowest * median { throw ExitCode.failure }
  }

  /// Nanoseconds of each line.
  private func measure(_ lines: [String], _ geocoder: Geocoder) -> [UInt32] {
    var times: [UInt32] = []
    times.reserveCapacity(options.fuzzLines)
    each(lines) { query, _, scratch in times.append(Self.time(query, geocoder, scratch)) }
    return times
  }

  /// The slowest of some lines, each at its fastest of five.
  private func again(_ slow: Set<Int>, _ lines: [String], _ geocoder: Geocoder) -> UInt32 {
    var worst: UInt32 = 0
    each(lines) { query, index, scratch in
      guard slow.contains(index) else { return }
      let fastest = (0..<5).map { _ in Self.time(query, geocoder, scratch) }.min() ?? 0
      worst = max(worst, fastest)
    }
    return worst
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
