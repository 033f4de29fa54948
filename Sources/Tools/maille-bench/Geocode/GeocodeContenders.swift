internal import Dispatch
internal import Geocoding
internal import Synchronization
internal import Trials

/// The speed rows of the bench `geocode`.
struct GeocodeContenders {
  let geocoder: Geocoder
  let town: ReferenceTown
  let runs: Int

  /// Trials as the geocoder is given them, and how it fared.
  func ask(
    _ task: String, _ trials: [Trial], threads: [Int], _ report: inout BenchReport
  ) {
    let queries = trials.map { trial in
      var query = AddressQuery()
      trial.typed.fill(&query)
      return query
    }
    for threads in threads {
      var laps: [Lap] = []
      var hits = 0
      for _ in 0..<runs {
        let stopwatch = Stopwatch()
        hits = Self.found(queries, geocoder, threads: threads)
        laps.append(stopwatch.lap)
      }
      report.add(
        .init(
          task: task, name: "geocoder, \(threads) thread(s)", count: queries.count, laps: laps,
          bytes: geocoder.base.byteCount, hits: UInt64(hits)))
    }
    let table = TrialRun(geocoder, town: town).judge(trials)
    let right = table.rows.reduce(0) { $0 + $1.findings[.right, default: 0] }
    let decidable = table.rows.reduce(0) { $0 + $1.decidable }
    print("  right \(right) of \(decidable) decidable")
  }

  /// How many houses were found; pieces are taken by whoever is free.
  private static func found(
    _ queries: [AddressQuery], _ geocoder: Geocoder, threads: Int
  ) -> Int {
    let next = Atomic(0)
    let total = Atomic(0)
    let piece = 512
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      let scratch = Geocoder.Scratch()
      while true {
        let start = next.add(piece, ordering: .relaxed).oldValue
        if start >= queries.count { return }
        var found = 0
        for query in queries[start..<min(queries.count, start + piece)] {
          if geocoder.answer(to: query, with: scratch).level == .housenumber { found += 1 }
        }
        total.add(found, ordering: .relaxed)
      }
    }
    return total.load(ordering: .relaxed)
  }

  /// A plain dictionary of normalised strings: what a careful script does.
  func compare(_ task: String, _ trials: [Trial], _ report: inout BenchReport) {
    var stopwatch = Stopwatch()
    let rival = PlainDictionary(town)
    let built = stopwatch.lap
    report.add(
      .init(
        task: "index " + task, name: "plain dictionary", count: town.addresses.count, laps: [built],
        bytes: 0, hits: UInt64(rival.count)))
    var laps: [Lap] = []
    var hits = 0
    for _ in 0..<runs {
      stopwatch = Stopwatch()
      hits = trials.count { rival.finds($0.typed) }
      laps.append(stopwatch.lap)
    }
    report.add(
      .init(
        task: "rival " + task, name: "plain dictionary", count: trials.count, laps: laps, bytes: 0,
        hits: UInt64(hits)))
  }
}

/// The rival: each address under its folded text, looked up by the folded query.
struct PlainDictionary {
  private var places: [String: Int32] = [:]

  init(_ town: ReferenceTown) {
    for (index, address) in town.addresses.enumerated() {
      let street = town.street(of: address)
      let text = "\(address.number) \(address.suffix) \(street.name) \(street.communeName)"
      places[Self.folded(text)] = Int32(index)
    }
  }

  var count: Int { places.count }

  func finds(_ typed: TypedAddress) -> Bool {
    places[Self.folded("\(typed.lineBeforeCity) \(typed.city)")] != nil
  }

  /// Upper case, without accents, one space between words.
  private static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isLatin = false
    for byte in text.utf8 {
      if isLatin {
        isLatin = false
        if let plain = latin[byte] { bytes.append(plain) }
      } else if byte == 0xC3 {
        isLatin = true
      } else if byte &- 0x61 < 26 {
        bytes.append(byte & 0xDF)
      } else if byte &- 0x41 < 26 || byte &- 0x30 < 10 {
        bytes.append(byte)
      } else if bytes.last != 0x20 {
        bytes.append(0x20)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Second bytes of the Latin-1 letters in UTF-8.
  private static let latin: [UInt8: UInt8] = {
    let groups: [(UInt8, [ClosedRange<UInt8>])] = [
      (0x41, [0x80...0x85, 0xA0...0xA5]), (0x43, [0x87...0x87, 0xA7...0xA7]),
      (0x45, [0x88...0x8B, 0xA8...0xAB]), (0x49, [0x8C...0x8F, 0xAC...0xAF]),
      (0x4F, [0x92...0x96, 0xB2...0xB6]), (0x55, [0x99...0x9C, 0xB9...0xBC]),
    ]
    var table: [UInt8: UInt8] = [:]
    for (plain, ranges) in groups { for byte in ranges.joined() { table[byte] = plain } }
    return table
  }()
}
