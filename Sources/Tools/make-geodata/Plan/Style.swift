/// What a part of a town looks like from the street: its grain, its people.
enum Style: String, Sendable, CaseIterable {
  case old, faubourg, mixed, estate, towers, business, campus, rural, village, wild

  /// Blocks are cut until they are smaller than this, m².
  var blockArea: Double {
    switch self {
    case .old: 4_500
    case .faubourg: 11_000
    case .mixed: 15_000
    case .estate: 13_000
    case .towers: 42_000
    case .business: 60_000
    case .campus: 60_000
    case .rural: 30_000
    case .village: 24_000
    case .wild: .infinity
    }
  }

  /// Narrowest plot on the street, m.
  var narrowestPlot: Double {
    switch self {
    case .old: 6
    case .faubourg: 8
    case .mixed: 11
    case .estate: 14
    case .towers: 24
    case .village: 12
    case .business, .campus, .rural, .wild: 30
    }
  }

  /// From the middle of the street to the door, m.
  var setback: (near: Double, far: Double) {
    switch self {
    case .old: (4, 6)
    case .faubourg: (6, 9)
    case .mixed: (8, 15)
    case .estate: (10, 17)
    case .towers: (14, 45)
    case .business, .campus: (16, 55)
    case .rural, .wild: (9, 40)
    case .village: (6, 20)
    }
  }

  /// Inhabitants behind one address.
  var inhabitantsPerAddress: Double {
    switch self {
    case .old: 5.2
    case .faubourg: 5
    case .mixed: 4
    case .estate: 2.9
    case .towers: 19
    case .campus: 22
    case .business: 1.6
    case .rural: 2.7
    case .village: 2.3
    case .wild: 2.3
    }
  }
}
