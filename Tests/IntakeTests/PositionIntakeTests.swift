import Boundaries
import Diagnostics
import Geometry
import Intake
import Territory
import TestSupport
import Testing

@Suite struct PositionIntakeTests {
  private let header = "NOM;X;Y;INSEE;SEXE\r\n"

  private func read(
    _ rows: String, commune: String? = nil, reach: Double? = nil,
    categories: [CategoryColumn] = [], threads: Int = 1
  ) throws -> Reading {
    let folder = TemporaryFolder()
    let file = folder.write(header + rows, to: "partenaire.csv")
    return try SmallTown.layout(file, commune: commune, reach: reach, categories: categories)
      .read(in: SmallTown.territory, threads: threads)
  }

  /// Offsets from the town's corner, the commune named, and where one person ends.
  @Test(arguments: [
    // plain point in polygon, no guard
    ("100", "100", "", false, "iris 219310101"), ("600", "100", "", false, "iris 219310102"),
    ("1200", "900", "", false, "iris 219320000"), ("-50", "100", "", false, "outside"),
    ("", "", "", false, "unplaced"), ("100", "", "", false, "unplaced"),
    ("abc", "100", "", false, "unplaced"),
    // guard: the named commune's IRIS are the only candidates
    ("600", "100", "21931", true, "iris 219310102"),
    ("1200", "100", "21931", true, "iris 219310102"),  // 200 m inside the neighbour: nearest
    ("1450", "100", "21931", true, "commune 21931"),  // 450 m away: beyond reach
    ("600", "100", "21932", true, "iris 219320000"),  // 400 m, the reach itself
    ("599", "100", "21932", true, "commune 21932"),
    ("700", "100", "21932", true, "iris 219320000"),
    ("100", "100", "34172", true, "outside"), ("", "", "21931", true, "commune 21931"),
    ("100", "100", "", true, "iris 219310101"), ("-50", "100", "21931", true, "iris 219310101"),
  ])
  func `a row ends where the rules say`(
    east: String, north: String, commune: String, isGuarded: Bool, expected: String
  ) throws {
    let x = Double(east).map { "\(Int($0 + SmallTown.x0)),00" } ?? east
    let y = Double(north).map { "\(Int($0 + SmallTown.y0)),00" } ?? north
    // a second, well placed row keeps the file from being refused as a whole
    let rows = "A;\(x);\(y);\(commune);F\r\nB;850100,0;6700100,0;21931;F\r\n"
    let tally = try read(rows, commune: isGuarded ? "INSEE" : nil).tally
    var counted = Set(tally.placements.map(Self.words))
    if counted.count > 1 { counted.remove("iris 219310101") }
    #expect(counted == [expected])
    #expect(tally.accounting.rows == 2)
  }

  @Test func `a line that is no row still is counted`() throws {
    let reading = try read("A;850100;6700100;21931;F\r\nB;850100\r\nC;850100;6700100;21931;F\r\n")
    #expect(reading.tally.accounting[.iris] == 2)
    #expect(reading.tally.accounting[.unplaced] == 1)
    #expect(reading.tally.accounting.rows == 3)
  }

  @Test func `columns that are not declared are named and not read`() throws {
    let reading = try read("A;850100;6700100;21931;F\r\n")
    #expect(reading.ignoredColumns == ["NOM", "INSEE", "SEXE"])
    #expect(reading.usedColumns == ["X", "Y"])
  }

  @Test func `categories are counted apart, an empty one under its own label`() throws {
    let rows = ["F", "F", "H", ""].map { "A;850100;6700100;21931;\($0)\r\n" }.joined()
    let sexes = [CategoryColumn(dimension: "sexe", column: "SEXE")]
    let tally = try read(rows, categories: sexes).tally
    let iris = Placement.iris(try #require(Iris("219310101")))
    let counts = tally.categories.map { category in
      (category.labels[0], tally.count(at: iris) { $0 == category }.exact)
    }
    #expect(counts.map(\.0) == ["F", "H", "non renseigné"])
    #expect(counts.map(\.1) == [2, 1, 1])
  }

  @Test func `a column of names is no category`() throws {
    let rows = (0..<300).map { "A;850100;6700100;21931;nom\($0)\r\n" }.joined()
    let names = [CategoryColumn(dimension: "sexe", column: "SEXE")]
    let thrown = #expect(throws: Problem.self) { try read(rows, categories: names) }
    #expect(thrown?.code == "intake.too-many-labels")
    #expect(thrown?.description.contains("nom1") == false)
  }

  /// Easting and northing in the declared order, or what went wrong with all rows.
  @Test(arguments: [
    ("6700100;850100", "intake.swapped-coordinates", "échanger"),
    ("5,0;47,3", "intake.all-outside", "EPSG:4326"),
    ("1;1", "intake.all-outside", "vérifier"),
  ])
  func `positions of another system are told with the system that fits`(
    pair: String, code: String, remedy: String
  ) throws {
    let place = try SmallTown.territory.geographicEnvelope()
    let inside = "\((place.minX + place.maxX) / 2);\((place.minY + place.maxY) / 2)"
    let pair = pair == "5,0;47,3" ? inside.replacing(".", with: ",") : pair
    let rows = (0..<20).map { _ in "A;\(pair);21931;F\r\n" }.joined()
    let problems = try read(rows).problems
    #expect(problems.firstStop?.code == code)
    #expect(problems.firstStop?.remedy.text.contains(remedy) == true, "\(problems)")
  }

  /// Seeded rows of every kind: threads, order and cutting change nothing.
  @Test func `threads, order and halves do not change the tally`() throws {
    var chance = Seeded(seed: 11)
    let rows = (0..<4000).map { index -> String in
      let x = 849_800 + Int.random(in: 0..<2000, using: &chance)
      let y = 6_699_900 + Int.random(in: 0..<1300, using: &chance)
      let commune = ["21931", "21932", "", "34172"][index % 4]
      return index % 17 == 0 ? "A;;;\(commune);F\r\n" : "A;\(x),5;\(y),5;\(commune);H\r\n"
    }
    let sexes = [CategoryColumn(dimension: "sexe", column: "SEXE")]
    func tally(_ rows: some Sequence<String>, threads: Int = 1) throws -> Tally {
      try read(rows.joined(), commune: "INSEE", categories: sexes, threads: threads).tally
    }
    let whole = try tally(rows)
    #expect(try tally(rows, threads: 2) == whole)
    #expect(try tally(rows.shuffled(using: &chance)) == whole)
    var halves = try tally(rows.prefix(1234))
    halves.merge(try tally(rows.dropFirst(1234)))
    #expect(halves == whole)
    #expect(whole.accounting.rows == 4000)
  }

  private static func words(_ placement: Placement) -> String {
    switch placement {
    case .iris(let iris): "iris \(iris)"
    case .ambiguous(let commune): "ambiguous \(commune)"
    case .commune(let commune): "commune \(commune)"
    case .outside: "outside"
    case .unplaced: "unplaced"
    }
  }
}
