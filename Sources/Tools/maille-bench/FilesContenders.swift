internal import Campaigns
internal import Diagnostics
internal import Files
internal import Geometry
internal import Glibc
internal import Locating
internal import Tables
internal import Topology

/// The rows of the bench `files` for one zoning.
struct FilesContenders {
  let task: String
  let coverage: Coverage
  let points: Int
  let runs: Int
  let threads: Int
  private let folder = BenchFolder()

  init(task: String, coverage: Coverage, points: Int, runs: Int, threads: Int) {
    self.task = task
    self.coverage = coverage
    self.points = points
    self.runs = runs
    self.threads = threads
  }

  private var files: CoverageFiles { CoverageFiles(coverage: coverage, folder: folder) }

  /// The job with no saved index, then with it, then the same positions asked of an index at hand.
  func count(_ report: inout BenchReport) throws(Problem) {
    let contours = try files.contours()
    let positions = try files.positions(points, name: "positions.csv")
    let saved = contours + ".maille-index"
    let first = "job, no saved index, \(threads) thread(s)"
    try add(first, runs: min(runs, 3), positions, contours, threads: threads, &report) {
      unlink(saved)
    }
    for threads in Set([1, threads]).sorted() {
      let name = "job, saved index, \(threads) thread(s)"
      try add(name, runs: runs, positions, contours, threads: threads, &report) {}
    }
    let stopwatch = Stopwatch()
    let hits = hitsOfIndex()
    report.add(
      .init(
        task: task, name: "positions drawn again, index alone", count: points,
        laps: [stopwatch.lap], bytes: 0, hits: hits))
  }

  private func add(
    _ name: String, runs: Int, _ positions: String, _ contours: String, threads: Int,
    _ report: inout BenchReport, _ prepare: () -> Void
  ) throws(Problem) {
    var laps: [Lap] = []
    var hits: UInt64 = 0
    Memory.forgetPeak()
    for _ in 0..<runs {
      prepare()
      let stopwatch = Stopwatch()
      let output = try Self.run(positions, contours, folder, threads: threads)
      laps.append(stopwatch.lap)
      hits = Self.hits(ofCounts: output)
    }
    let bytes = FileSize.of(positions)
    report.add(
      .init(task: task, name: name, count: points, laps: laps, bytes: bytes, hits: hits))
    report.note("memory of the bench at most, what drew the files included", Memory.peak)
  }

  /// The very code of `maille locate --counts`.
  private static func run(
    _ positions: String, _ contours: String, _ folder: BenchFolder, threads: Int
  ) throws(Problem) -> String {
    let columns = LocateJob.Columns(
      x: "x", y: "y", system: "EPSG:2154", decimal: ".", commune: nil, reach: nil)
    let job = try LocateJob(
      file: positions, contours: contours, layer: nil, columns: columns, keeping: [],
      threads: threads)
    let output = folder.file("effectifs.csv")
    _ = try job.run(counting: true, to: output, progress: SilentProgress())
    return output
  }

  /// A number that changes with the count of any area; areas stand in the order of their codes.
  private static func hits(ofCounts path: String) -> UInt64 {
    let lines = textOfFile(path).utf8.split(whereSeparator: { $0 == 10 || $0 == 13 }).dropFirst()
    return lines.enumerated().reduce(0) { sum, line in
      let count = Substring(line.element.split(separator: UInt8(ascii: ";")).last ?? line.element)
      return sum &+ UInt64(line.offset + 2) &* (UInt64(count) ?? 0)
    }
  }

  /// The same number from an index built of the shapes at hand.
  private func hitsOfIndex() -> UInt64 {
    let shapes = coverage.shapes.enumerated()
    let index = AreaIndex.build(shapes.map { (key: AreaNumber($0.offset), shape: $0.element) })
    var source = CoveragePoints.Source(coverage)
    var hits: UInt64 = 0
    for start in stride(from: 0, to: points, by: 1_000_000) {
      let count = min(1_000_000, points - start)
      let ordinals = index.ordinals(at: CoveragePoints(next: count, of: &source).first(count))
      hits &+= LocateContenders.hits(ordinals.lazy.filter { $0 >= 0 })
    }
    return hits
  }

  /// GEOS on the first positions, with the reader of `Tables` and shapes at hand: less work than the
  /// job's.
  func compare(first count: Int, _ report: inout BenchReport) throws(Problem) {
    let positions = try files.positions(count, name: "premieres.csv")
    let contours = folder.file("contours.gpkg")
    let task = "\(task), first \(count)"
    let stopwatch = Stopwatch()
    let output = try Self.run(positions, contours, folder, threads: 1)
    report.add(
      .init(
        task: task, name: "whole job, 1 thread", count: count, laps: [stopwatch.lap],
        bytes: FileSize.of(positions), hits: Self.hits(ofCounts: output)))
    let rival = PreparedAreas(coverage.shapes)
    let rivalStopwatch = Stopwatch()
    let hits = try Self.hits(of: rival, positions)
    report.add(
      .init(
        task: task, name: "GEOS prepared + STRtree, CSV to hits", count: count,
        laps: [rivalStopwatch.lap],
        bytes: FileSize.of(positions), hits: hits))
  }

  private static func hits(of rival: PreparedAreas, _ path: String) throws(Problem) -> UInt64 {
    let table = try DelimitedFile(path, declared: Declaration())
    let read = [try table.index(of: "x"), try table.index(of: "y")]
    let blocks = try table.mapBlocks(reading: read, threads: 1) { block -> [[Double]] in
      var columns: [[Double]] = [[], []]
      for column in 0..<2 { block.doubles(column, mark: .point, into: &columns[column]) }
      return columns
    }
    var hits: UInt64 = 0
    for columns in blocks.results {
      for (x, y) in zip(columns[0], columns[1]) {
        guard let area = rival.covering(Position(x: x, y: y)).first else { continue }
        hits &+= UInt64(area) + 2
      }
    }
    return hits
  }
}
