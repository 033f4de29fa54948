internal import Boundaries
internal import Geocoding
internal import Geometry
internal import Locating
internal import Projection
internal import Tables
internal import Territory
internal import Trials

/// Real rows: the associations of Montpellier against its address base, judged by the coordinates
/// that the file gives, which come from another process.
struct AssociationsBench {
  let folder: String

  /// What one row says and what the geocoder answers.
  private struct Row: Sendable {
    let line: Int
    let address: String
    let postcode: String
    let longitude: Double?
    let latitude: Double?
  }

  func run() throws {
    let place = BenchTown.montpellier(folder)
    let territory = try place.territory()
    let geocoder = Geocoder(try place.base(in: territory))
    let rows = try read()
    let transformer = try Transformer<AsDeclared, Projected>(from: .crs84, to: territory.system)
    let scratch = Geocoder.Scratch()
    var counts = Counts()
    for row in rows {
      var query = AddressQuery()
      query.add(row.address, as: .line)
      query.add(row.postcode, as: .postcode)
      query.add("Montpellier", as: .city)
      let answer = geocoder.answer(to: query, with: scratch)
      guard let longitude = row.longitude, let latitude = row.latitude else {
        counts.withoutCoordinates += 1
        continue
      }
      let given = transformer.transformed(Position<AsDeclared>(x: longitude, y: latitude))
      counts.add(answer, line: row.line, given: given, owner: Self.owner(of: given, territory))
    }
    counts.print(rows: rows.count)
  }

  private static func owner(of position: Position<Projected>, _ territory: IrisTerritory) -> Iris? {
    switch territory.index.owner(of: position, reach: 400) {
    case .inside(let ordinal), .nearest(let ordinal, _): territory.index.keys[ordinal]
    case .none: nil
    }
  }

  private func read() throws -> [Row] {
    let table = try DelimitedFile(folder + "/montpellier/associations-2011.csv")
    let names = ["Adresse", "Code_Postal", "Longitude", "Latitude"]
    let read = try names.map { try table.index(of: $0) }
    let blocks = try table.mapBlocks(reading: read, threads: 1) { block in
      (0..<block.rowCount).map { row in
        Row(
          line: block.line(of: row), address: block.field(row, 0).text,
          postcode: block.field(row, 1).trimmed.text,
          longitude: block.field(row, 2).double(.comma),
          latitude: block.field(row, 3).double(.comma))
      }
    }
    return Array(blocks.results.joined())
  }

  private struct Counts {
    var withoutCoordinates = 0
    var total = 0
    var placed = 0
    var certain = 0
    var certainRight = 0
    var probable = 0
    var probableRight = 0
    var levels: [String: Int] = [:]
    var disagreements: [String] = []
    var unplaced: [String] = []

    mutating func add(_ answer: Answer, line: Int, given: Position<Projected>, owner: Iris?) {
      total += 1
      levels[answer.level.rawValue, default: 0] += 1
      let isRight = answer.iris.iris == owner
      let metres = answer.position.map { position in
        let (dx, dy) = (position.x - given.x, position.y - given.y)
        return (dx * dx + dy * dy).squareRoot()
      }
      let words =
        "line \(line): \(answer.level.rawValue), \(metres.map { BenchReport.text($0, 0) } ?? "-") m "
        + "apart, IRIS \(answer.iris.iris?.code ?? "-") given \(owner?.code ?? "-"), "
        + answer.reasons.codes.joined(separator: "|")
      guard answer.placement.kind == .iris else {
        unplaced.append(words)
        return
      }
      placed += 1
      if answer.iris.certainty == .certain {
        certain += 1
        certainRight += isRight ? 1 : 0
        if !isRight { disagreements.append(words) }
      } else {
        probable += 1
        probableRight += isRight ? 1 : 0
      }
    }

    func print(rows: Int) {
      Swift.print(
        "associations: \(rows) rows, \(total) with coordinates; placed "
          + "\(share(placed, total)); certain \(share(certain, total)), of which in the IRIS of the "
          + "given coordinates \(share(certainRight, certain)); probable \(probable), right "
          + share(probableRight, probable))
      Swift.print("levels: \(levels.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
      Swift.print("certain, in another IRIS than the given coordinates:")
      for line in disagreements { Swift.print("  " + line) }
      Swift.print("not placed:")
      for line in unplaced { Swift.print("  " + line) }
    }

    private func share(_ part: Int, _ whole: Int) -> String {
      let percent = Proportion(part, of: whole).share * 100
      return "\(part)/\(whole) (\(BenchReport.text(percent, 2)) %)"
    }
  }
}
