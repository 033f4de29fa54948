import Diagnostics
import Geometry
import TestSupport
import Testing
import Topology

@testable import make_geodata

/// The invented town a year later, as its producers deliver it: IRIS redrawn, their census, streets
/// that the council has renamed.
struct RedrawnTown {
  /// Streets by their old and new names.
  static let renamed = [
    ("Avenue de la République", "Avenue Simone Veil"),
    ("Rue du Commandant Charcot", "Rue Gisèle Halimi"),
  ]

  /// What became of an old IRIS: the code and name of each piece, and the ground that it covers.
  private struct Piece {
    let old: String
    let own: String
    let name: String
    let shape: Shape<Projected>
  }

  private let areas: [Area]
  private let pieces: [Piece]

  /// « Grands Prés Nord » is cut in two, « Saint-Antoine » and « Tanneries » become one, and « Port du
  /// Canal » takes the north of « Saint-Jean ».
  init() throws {
    let areas = Drawing(seed: MakeGeodata.committedSeed).areas
    let topology = try TopologyContext()
    func ground(_ own: String) throws -> Shape<Projected> {
      try #require(areas.first { $0.plan.own == own }).shape
    }
    func halves(_ own: String, _ line: (Envelope<Projected>) -> Envelope<Projected>) throws
      -> (Shape<Projected>, Shape<Projected>)
    {
      let whole = try ground(own)
      let side = Shape(line(whole.envelope.expanded(by: 10)))
      return (try topology.intersection(whole, side), try topology.difference(whole, side))
    }
    let (west, east) = try halves("0601") { side in
      Envelope(
        minX: side.minX, minY: side.minY, maxX: (side.minX + side.maxX) / 2, maxY: side.maxY)
    }
    let (north, south) = try halves("0503") { side in
      Envelope(
        minX: side.minX, minY: side.maxY - (side.maxY - side.minY) / 4, maxX: side.maxX,
        maxY: side.maxY)
    }
    self.areas = areas
    pieces = [
      Piece(old: "0601", own: "0604", name: "Grands Prés Nord-Ouest", shape: west),
      Piece(old: "0601", own: "0605", name: "Grands Prés Nord-Est", shape: east),
      Piece(old: "0203", own: "0206", name: "Saint-Antoine-Tanneries", shape: try ground("0203")),
      Piece(old: "0204", own: "0206", name: "Saint-Antoine-Tanneries", shape: try ground("0204")),
      Piece(old: "0503", own: "0501", name: "Port du Canal", shape: north),
      Piece(old: "0503", own: "0503", name: "Saint-Jean", shape: south),
      Piece(old: "0501", own: "0501", name: "Port du Canal", shape: try ground("0501")),
    ]
  }

  /// The new edition of the contours, as a GeoPackage.
  func contours() throws -> [UInt8] {
    let topology = try TopologyContext()
    let touched = Set(pieces.map(\.old))
    var drawn = areas.filter { !touched.contains($0.plan.own) || $0.plan.commune != .town }
    for (own, parts) in Dictionary(grouping: pieces, by: \.own) {
      let model = try #require(areas.first { $0.plan.own == parts[0].old }).plan
      drawn.append(
        Area(
          plan: model.renamed(own, parts[0].name), shape: try topology.union(parts.map(\.shape))))
    }
    return try ContourFile.geoPackage(drawn.sorted { $0.plan.code < $1.plan.code })
  }

  /// The census in the new geography: a cut IRIS gives each piece its share of the addresses.
  func census() throws -> String {
    let lines = Geodata.lines("base-ic-evol-struct-pop-2022.CSV")
    let header = lines[0].replacing("P22_", with: "P23_").replacing("C22_", with: "C23_")
    let rows = Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { line in
        let fields = line.split(separator: ";", omittingEmptySubsequences: false)
        return (String(fields[0]), fields.map(String.init))
      })
    let touched = Set(pieces.map { "21951" + $0.old })
    var table = rows.filter { !touched.contains($0.key) }
    for (own, parts) in Dictionary(grouping: pieces, by: \.own) {
      let sources = try parts.map { part in
        (try #require(rows["21951" + part.old]), share(of: part))
      }
      var row = sources[0].0
      row[0] = "21951" + own
      for column in 4..<row.count {
        let sum = sources.reduce(0) { $0 + (Double($1.0[column]) ?? 0) * $1.1 }
        row[column] = "\(sum)"
      }
      table[row[0]] = row
    }
    let sorted = table.sorted { $0.key < $1.key }.map { $0.value.joined(separator: ";") }
    return ([header] + sorted).joined(separator: "\n") + "\n"
  }

  private func share(of piece: Piece) -> Double {
    let whole = areas.first { $0.plan.own == piece.old }?.shape ?? piece.shape
    let doors = Geodata.doors.filter { whole.side(of: $0) == .inside }
    let own = doors.filter { piece.shape.side(of: $0) == .inside }
    return doors.isEmpty ? 1 : Double(own.count) / Double(doors.count)
  }

  /// The address base of the new year.
  static func addresses() -> String {
    let text = Geodata.lines("adresses-21-inventees.csv").joined(separator: "\n") + "\n"
    return renamed.reduce(text) { text, pair in
      text.replacing(";\(pair.0);", with: ";\(pair.1);")
        .replacing(
          ";\(Lettering.afnor(pair.0));", with: ";\(Lettering.afnor(pair.1));")
    }
  }
}

/// Committed files of the town, as text.
enum Geodata {
  static func lines(_ name: String) -> [String] {
    String(decoding: readFile("\(projectFolder)/Geodata/\(name)") ?? [], as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Where the addresses are.
  static let doors: [Position<Projected>] = lines("adresses-21-inventees.csv").dropFirst()
    .compactMap { line in
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard fields.count > 11, let x = Double(fields[10]), let y = Double(fields[11]) else {
        return nil
      }
      return Position(x: x, y: y)
    }
}

extension Shape<Projected> {
  fileprivate init(_ box: Envelope<Projected>) {
    self.init([
      Polygon(
        exterior: Ring([
          Position(x: box.minX, y: box.minY), Position(x: box.maxX, y: box.minY),
          Position(x: box.maxX, y: box.maxY), Position(x: box.minX, y: box.maxY),
          Position(x: box.minX, y: box.minY),
        ]))
    ])
  }
}

extension PlanArea {
  /// The same people and houses under another code and name.
  fileprivate func renamed(_ own: String, _ name: String) -> PlanArea {
    PlanArea(
      own: own, name: name, type: type, commune: commune, style: style, inhabitants: inhabitants,
      isFixed: isFixed, seeds: seeds, patches: patches)
  }
}
