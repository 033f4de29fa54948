internal import Geometry

/// The drawing that everything is grown from: lines, areas, communes.
///
/// A town is history, not statistics: its skeleton (a river and its bend, the old walls, the
/// railway north of them, the roads out of the gates) was drawn by hand. Chance has the details.
enum TownPlan {
  /// Lambert-93 position of the plan's origin, the market square: open country in Burgundy.
  static let origin = Point(x: 828_000, y: 6_735_000)

  /// Metres for one unit of the drawing: what gives the town the density of a sub-prefecture.
  static let unit = 0.62

  /// - Parameters:
  ///   - east: units of the drawing, from the origin; north likewise
  static func place(_ east: Double, _ north: Double) -> Point {
    Point(x: origin.x + east * unit, y: origin.y + north * unit).atDecimetre
  }

  /// Units of the drawing, east and north of the origin.
  static func offset(_ point: Point) -> (east: Double, north: Double) {
    ((point.x - origin.x) / unit, (point.y - origin.y) / unit)
  }

  /// Where lines meet; units of the drawing.
  static let nodes: [String: Point] = [
    // The river, from north-east to south-west.
    "R0": place(1500, 3150), "Ra": place(1230, 1720), "R1": place(880, 1230),
    "R2": place(520, 620), "R3": place(430, -150), "R4": place(-60, -720),
    "R5": place(-700, -1300), "R6": place(-1350, -1900), "R7": place(-1650, -3150),
    // The old walls and the market square.
    "N1": place(-100, 640), "N2": place(-520, 420), "N3": place(-640, -20),
    "N4": place(-450, -480), "C0": place(-60, -40),
    // The railway, from west to east.
    "KW": place(-3480, -420), "K0": place(-2350, 60), "K1": place(-1050, 640),
    "K2": place(-110, 1030), "L1": place(1880, 1300), "L2": place(2600, 1120),
    "KE": place(3760, 760),
    // Roads west, north-west, north.
    "W1": place(-1290, -170), "W2": place(-2280, -300), "W3": place(-3560, -930),
    "P1": place(-1650, 1380), "P2": place(-2580, 2760), "Q1": place(-230, 1900),
    "X1": place(-2380, 1050), "X2": place(-3420, 1480),
    // Roads east and south-east, and the ring road.
    "E1": place(1290, 720), "E2": place(1380, -170), "E3": place(2480, -240),
    "E4": place(3820, -60), "G0": place(1410, 270), "G1": place(2570, 480),
    "S1": place(270, -1390), "S2": place(880, -2180), "S3": place(1430, -3240),
    "M": place(1000, -760), "U1": place(2120, -1190), "Y": place(3380, -1880),
    // Roads south-west.
    "Z1": place(-1010, -810), "Z2": place(-1900, -1330), "Z3": place(-3150, -2360),
    // Limits.
    "T0": place(2080, 2900), "T1": place(-950, -3230), "V2": place(3020, 2340),
    "J1": place(5750, 250), "H0": place(1380, -1350),
  ]
}
