internal import Geometry

/// Numbers the built plots: odd on the left, even on the right, gaps where the town has gaps.
struct Numbering {
  private(set) var addresses: [Address] = []
  private let drawing: Drawing
  private let network: StreetNetwork
  private let names: [String]
  private var chance: Chance
  private var used: Set<String> = []
  /// Last number in a hamlet, where both sides share one series.
  private var hamletNumbers: [String: Int] = [:]

  init(_ settlement: Settlement, _ network: StreetNetwork, _ drawing: Drawing, seed: UInt64) {
    self.drawing = drawing
    self.network = network
    names = Christening(network, drawing, seed: seed).names
    chance = Chance(seed: seed, topic: "numbering")
    var row: [Plot] = []
    for plot in settlement.plots {
      if let first = row.first, first.street != plot.street || first.isLeft != plot.isLeft {
        number(row)
        row = []
      }
      row.append(plot)
    }
    number(row)
    addresses = WayRegister(addresses.map(\.way), seed: seed).registered(addresses)
  }

  /// One side of one street.
  private mutating func number(_ row: [Plot]) {
    guard let first = row.first else { return }
    let street = network.streets[first.street]
    var number = first.isLeft ? -1 : 0
    var repeats = 0
    var last = 0.0
    for plot in row {
      if number > 0, repeats < 4, chance.happens(repeats == 0 ? 0.035 : 0.3) {
        repeats += 1
      } else {
        repeats = 0
        let gap = (plot.run - last) / (street.style.narrowestPlot * 2.4)
        number += 2 * max(Int(gap), 1)
      }
      last = plot.run
      number = add(plot, street, number: number, repeats: repeats)
    }
  }

  /// - Returns: the number that it got
  private mutating func add(_ plot: Plot, _ street: Street, number: Int, repeats: Int) -> Int {
    let commune = drawing.areas[plot.area].plan.commune
    let former = commune == .varenches ? FormerCommune.of(plot.door) : nil
    let way = Way(name: names[plot.street], commune: commune, former: former)
    let key = "\(commune.code) \(former?.code ?? "") \(way.name)"
    var number = number
    if street.hamlet != nil {
      number = (hamletNumbers[key] ?? 0) + 1
      hamletNumbers[key] = number
    }
    let suffix = street.hamlet == nil ? self.suffix(repeats, street.style) : ""
    while !used.insert("\(key) \(number) \(suffix)").inserted { number += 2 }
    addresses.append(address(plot, way, number, suffix))
    return number
  }

  private func suffix(_ repeats: Int, _ style: Style) -> String {
    if repeats == 0 { return "" }
    let series =
      style == .towers || style == .estate ? ["a", "b", "c", "d"] : ["bis", "ter", "quater", "a"]
    return series[repeats - 1]
  }

  private mutating func address(_ plot: Plot, _ way: Way, _ number: Int, _ suffix: String)
    -> Address
  {
    let plan = drawing.areas[plot.area].plan
    let kinds = PositionKind.weights(plan.style)
    let kind = kinds[chance.index(weights: kinds.map(\.1))].0
    let position = kind == "segment" ? plot.foot : plot.door
    return Address(
      number: number, suffix: suffix, way: way, position: position.atCentimetre,
      positionKind: kind, area: plot.area, hamlet: plan.placeName(at: plot.door),
      isCertified: chance.happens(
        way.commune == .town ? 0.93 : way.commune == .merlancey ? 0.6 : 0),
      parcels: parcels(plot, way.commune))
  }

  /// Section by a grid of 400 m, plot number by chance.
  private mutating func parcels(_ plot: Plot, _ commune: PlanCommune) -> String {
    if chance.happens(0.22) { return "" }
    let letters = Array("ABCDEFHIKLMNOPRSTVWXYZ")
    let column = Int(plot.door.x / 400) % letters.count
    let row = Int(plot.door.y / 400) % letters.count
    let section = "\(letters[row])\(letters[column])"
    let count = chance.happens(0.06) ? 2 : 1
    let first = 1 + chance.whole(below: 480)
    return (0..<count).map { "\(commune.code)000\(section)\(String(first + $0).padded(to: 4))" }
      .joined(separator: "|")
  }
}

/// What address bases say a position is.
enum PositionKind {
  static func weights(_ style: Style) -> [(String, Double)] {
    let stairs = style == .towers ? 0.25 : 0.01
    return [
      ("entrée", 0.56), ("", 0.12), ("segment", 0.11), ("parcelle", 0.08), ("bâtiment", 0.06),
      ("délivrance postale", 0.05), ("cage d’escalier", stairs), ("logement", 0.01),
    ]
  }
}

extension PlanArea {
  /// The place name that goes beside the street there; empty for most.
  fileprivate func placeName(at point: Point) -> String {
    switch own {
    case "0603": return "Zone Industrielle de l'Orme"
    case "0303": return "ZA Les Hervées"
    case "0702": return "Centre Hospitalier"
    case "0703": return "Technopôle de la Sorlaine"
    default: return ""
    }
  }
}

extension Position where F == Projected {
  /// To the nearest centimetre, as address bases publish.
  var atCentimetre: Self { Self(x: (x * 100).rounded() / 100, y: (y * 100).rounded() / 100) }
}
