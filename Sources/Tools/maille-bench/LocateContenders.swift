internal import Files
internal import Geometry
internal import Glibc
internal import Locating
internal import Topology

/// The rows of the bench `locate`.
struct LocateContenders {
  let runs: Int

  typealias Index = AreaIndex<AreaNumber>

  func build(_ shapes: [Shape<Projected>], _ report: inout BenchReport) -> Index {
    let areas = shapes.enumerated().map { (key: AreaNumber($0.offset), shape: $0.element) }
    let vertices = shapes.reduce(0) { $0 + $1.vertexCount }
    var laps: [Lap] = []
    var index = Index.build([])
    Memory.forgetPeak()
    let before = Memory.resident
    for _ in 0..<min(runs, 3) {
      index = Index.build([])
      let stopwatch = Stopwatch()
      index = Index.build(areas)
      laps.append(stopwatch.lap)
    }
    report.add(
      .init(
        task: "build", name: "index (n = vertices)", count: vertices, laps: laps,
        bytes: index.byteCount, hits: UInt64(index.keys.count)))
    report.note("memory at most while building, zoning not counted", Memory.peak - before)
    return index
  }

  /// Saved, then opened again and again; what is opened is asked a little, so that it is seen to be
  /// the same.
  func open(
    _ index: Index, _ points: CoveragePoints, _ report: inout BenchReport
  ) throws -> Index {
    let path = "/tmp/maille-bench-\(getpid()).index"
    defer { unlink(path) }
    let source = [ContentHash(of: [])]
    let stopwatch = Stopwatch()
    try index.write(to: path, sources: source)
    let lap = stopwatch.lap
    let count = min(1000, points.xs.count)
    let hits = Self.hits(index.ordinals(at: points.first(count)))
    report.add(
      .init(
        task: "save", name: "index (n = areas)", count: index.keys.count, laps: [lap],
        bytes: index.byteCount, hits: hits))
    var opened = index
    let laps = (0..<runs).map { _ in
      let stopwatch = Stopwatch()
      opened = Index.open(path, sources: source) ?? Index.build([])
      return stopwatch.lap
    }
    report.add(
      .init(
        task: "save", name: "opened again", count: opened.keys.count, laps: laps,
        bytes: opened.byteCount, hits: Self.hits(opened.ordinals(at: points.first(count)))))
    return opened
  }

  func locate(
    _ index: Index, _ who: String, _ order: String, _ points: CoveragePoints, threads: [Int],
    _ report: inout BenchReport
  ) {
    for threads in threads {
      var ordinals = [Int32](repeating: 0, count: points.xs.count)
      var laps: [Lap] = []
      for _ in 0..<runs {
        let stopwatch = Stopwatch()
        ask(index, points, &ordinals, threads: threads)
        laps.append(stopwatch.lap)
      }
      report.add(
        .init(
          task: "locate \(order)", name: "\(who), \(threads) thread(s)", count: ordinals.count,
          laps: laps, bytes: index.byteCount, hits: Self.hits(ordinals)))
    }
  }

  private func ask(
    _ index: Index, _ points: CoveragePoints, _ ordinals: inout [Int32], threads: Int
  ) {
    ordinals.withUnsafeMutableBufferPointer { ordinals in
      points.xs.withUnsafeBufferPointer { xs in
        points.ys.withUnsafeBufferPointer { ys in
          index.locate(xs: xs, ys: ys, into: ordinals, threads: threads)
        }
      }
    }
  }

  /// A number that changes with any answer.
  static func hits(_ ordinals: some Sequence<Int32>) -> UInt64 {
    ordinals.reduce(0) { $0 &+ UInt64(Int64($1) &+ 2) }
  }

  func compare(
    _ index: Index, _ shapes: [Shape<Projected>], _ points: CoveragePoints, first count: Int,
    _ report: inout BenchReport
  ) {
    let rival = PreparedAreas(shapes)
    let positions = points.first(count)
    _ = rival.covering(positions[0])
    var theirs = [Int32](repeating: -1, count: count)
    let stopwatch = Stopwatch()
    for (index, position) in positions.enumerated() {
      theirs[index] = rival.covering(position).first ?? -1
    }
    let lap = stopwatch.lap
    let laps = (0..<runs).map { _ in
      let stopwatch = Stopwatch()
      _ = index.ordinals(at: positions)
      return stopwatch.lap
    }
    let ours = index.ordinals(at: positions)
    let differing = (0..<count).filter { ours[$0] != theirs[$0] }
    let far = differing.filter { place in
      [ours[place], theirs[place]].allSatisfy {
        $0 < 0 || rival.distance(from: positions[place], toBorderOf: Int($0)) > 0.002
      }
    }
    print("differing from GEOS: \(differing.count) of \(count), off the borders: \(far.count)")
    let border = Set(differing).subtracting(far)
    let common = (0..<count).filter { !border.contains($0) }
    report.add(
      .init(
        task: "rival", name: "index, first \(count)", count: count, laps: laps,
        bytes: index.byteCount, hits: Self.hits(common.map { ours[$0] })))
    report.add(
      .init(
        task: "rival", name: "GEOS prepared + STRtree", count: count, laps: [lap],
        bytes: 0, hits: Self.hits(common.map { theirs[$0] })))
  }
}
