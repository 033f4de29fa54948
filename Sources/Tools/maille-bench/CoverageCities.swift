/// Round places apart from one another, in which a map is drawn together towards the middle.
struct Cities: Sendable {
  private struct City {
    let x: Double
    let y: Double
    let radius: Double
  }

  /// How much smaller lengths are in the middle of a city.
  private static let drawing = 0.15

  private var cities: [City] = []
  private let columns: Int
  private let rows: Int
  /// Cities that reach into each unit square, row after row.
  private var citiesOfSquare: [[Int32]]

  /// One city for 300 squares, where there is room.
  init(columns: Int, rows: Int, seed: UInt64) {
    self.columns = columns + 2
    self.rows = rows + 2
    citiesOfSquare = Array(repeating: [], count: self.columns * self.rows)
    var chance = Chance(seed: seed ^ 0x6369_7479)
    for _ in 0..<(columns * rows / 300) {
      let radius = 3 + 7 * chance.share() * chance.share()
      let x = radius + (Double(columns) - 2 * radius) * chance.share()
      let y = radius + (Double(rows) - 2 * radius) * chance.share()
      add(City(x: x, y: y, radius: radius))
    }
  }

  /// Where a place of the plan is drawn.
  func drawn(_ x: Double, _ y: Double) -> (Double, Double) {
    let (column, row) = (Int(x), Int(y))
    guard x >= 0, y >= 0, column < columns, row < rows else { return (x, y) }
    for index in citiesOfSquare[row * columns + column] {
      let city = cities[Int(index)]
      let (dx, dy) = (x - city.x, y - city.y)
      let rest = 1 - (dx * dx + dy * dy) / (city.radius * city.radius)
      if rest <= 0 { continue }
      let scale = 1 - (1 - Self.drawing) * rest * rest
      return (city.x + dx * scale, city.y + dy * scale)
    }
    return (x, y)
  }

  private mutating func add(_ city: City) {
    let isApart = cities.allSatisfy {
      let (dx, dy, reach) = ($0.x - city.x, $0.y - city.y, $0.radius + city.radius)
      return dx * dx + dy * dy > reach * reach
    }
    let west = Int(city.x - city.radius), east = Int(city.x + city.radius)
    let south = Int(city.y - city.radius), north = Int(city.y + city.radius)
    guard isApart, west >= 0, south >= 0, east < columns, north < rows else { return }
    for row in south...north {
      for column in west...east {
        citiesOfSquare[row * columns + column].append(Int32(cities.count))
      }
    }
    cities.append(city)
  }
}
