/// Whether neighbours are alike: Moran's I over all areas, and for each area its local share.
///
/// Weights are row-standardised: each neighbour of an area counts for one over their number. With
/// z the deviations from the mean and m₂ = Σ z² / n, the local value is zᵢ Σ wᵢⱼ zⱼ / m₂, and I
/// their sum over the number of areas that have neighbours.
///
/// - Source: Moran 1950; Anselin 1995; Anselin, Syabri & Kho 2006 for the pseudo p-values
public struct MoranStatistic: Sendable, Hashable {
  /// What the method is called in a file's method column.
  public static let method = "moran-contiguite"

  /// One area against its neighbours.
  public struct Local: Sendable, Hashable {
    /// What an area is beside its neighbours.
    public enum Quadrant: String, Sendable, Hashable, CaseIterable {
      case highAmongHigh = "haut-haut"
      case lowAmongLow = "bas-bas"
      case highAmongLow = "haut-bas"
      case lowAmongHigh = "bas-haut"
    }

    /// The local value.
    public let value: Double
    /// What the area is beside its neighbours.
    public let quadrant: Quadrant
    /// How often chance does as much, other areas being shuffled around this one.
    public let probability: Double
  }

  /// Moran's I.
  public let value: Double
  /// What it would be on average without any pattern: −1 / (n − 1).
  public let expected: Double
  /// How often chance does as much, all areas being shuffled.
  public let probability: Double
  /// By area; `nil` without a value or a neighbour that has one.
  public let locals: [Local?]

  /// - Parameters:
  ///   - values: by area · of figures that everybody may see · `nil` where withheld
  ///   - contiguity: of the same areas, in the same order
  ///   - permutations: how many shuffles · 999 is usual
  ///   - seed: the same seed gives the same probabilities
  /// - Returns: `nil` under three areas with neighbours, or when all values are equal
  /// - Complexity: O(permutations · edges)
  /// - Exactness: values 1e-12 relative; probabilities are multiples of 1 / (permutations + 1)
  init?(
    _ values: [Double?], _ contiguity: Contiguity, permutations: Int = 999, seed: UInt64 = 1
  ) {
    precondition(contiguity.neighbours.count == values.count, "neighbours for each area")
    let field = MoranField(values, contiguity)
    guard field.linked >= 3, !field.isFlat else { return nil }
    value = field.global(field.deviations)
    expected = -1 / Double(field.deviations.count - 1)
    var chance = SplitMix(seed: seed)
    probability = field.globalProbability(of: value, permutations, &chance)
    locals = field.locals(permutations, &chance, areas: values.count)
  }

  /// The pattern of figures that everybody may see.
  ///
  /// - Parameters:
  ///   - figures: by area · `nil` where withheld
  ///   - contiguity: of the same areas, in the same order
  ///   - permutations: how many shuffles · 999 is usual
  ///   - seed: the same seed gives the same probabilities
  /// - Returns: `nil` under three areas with neighbours, or when all rates are equal
  public init?(
    _ figures: [ShownFigure?], _ contiguity: Contiguity, permutations: Int = 999, seed: UInt64 = 1
  ) {
    self.init(
      figures.map { $0?.rate }, contiguity, permutations: permutations, seed: seed)
  }
}

/// The areas that have a value, numbered anew.
private struct MoranField {
  /// Positions among all areas.
  let areas: [Int]
  let deviations: [Double]
  /// Neighbours that have a value.
  let neighbours: [[Int]]
  /// m₂.
  let moment: Double
  /// Whether all values are equal.
  let isFlat: Bool

  init(_ values: [Double?], _ contiguity: Contiguity) {
    let areas = values.indices.filter { values[$0] != nil }
    let place = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
    let known = values.compactMap(\.self)
    isFlat = known.min() == known.max()
    let mean = known.reduce(0, +) / Double(max(1, known.count))
    self.areas = areas
    let deviations = known.map { $0 - mean }
    self.deviations = deviations
    neighbours = areas.map { contiguity.neighbours[$0].compactMap { place[$0] } }
    moment = deviations.reduce(0) { $0 + $1 * $1 } / Double(max(1, known.count))
  }

  var linked: Int { neighbours.count { !$0.isEmpty } }

  func lag(_ area: Int, _ z: [Double]) -> Double {
    neighbours[area].reduce(0) { $0 + z[$1] } / Double(neighbours[area].count)
  }

  func global(_ z: [Double]) -> Double {
    let sum = z.indices.reduce(0.0) { neighbours[$1].isEmpty ? $0 : $0 + z[$1] * lag($1, z) }
    return sum / Double(linked) / moment
  }

  func globalProbability(of value: Double, _ permutations: Int, _ chance: inout SplitMix) -> Double
  {
    var shuffled = deviations
    let larger = (0..<permutations).count { _ in
      shuffled.shuffle(using: &chance)
      return global(shuffled) >= value
    }
    return Self.folded(larger, permutations)
  }

  func locals(
    _ permutations: Int, _ chance: inout SplitMix, areas count: Int
  ) -> [MoranStatistic.Local?] {
    var locals = [MoranStatistic.Local?](repeating: nil, count: count)
    for area in deviations.indices where !neighbours[area].isEmpty {
      locals[areas[area]] = local(area, permutations, &chance)
    }
    return locals
  }

  private func local(
    _ area: Int, _ permutations: Int, _ chance: inout SplitMix
  ) -> MoranStatistic.Local {
    let own = deviations[area]
    let around = lag(area, deviations)
    var others = deviations
    others.remove(at: area)
    let drawn = neighbours[area].count
    let larger = (0..<permutations).count { _ in
      var sum = 0.0
      for index in 0..<drawn {
        others.swapAt(index, Int.random(in: index..<others.count, using: &chance))
        sum += others[index]
      }
      return own * sum / Double(drawn) >= own * around
    }
    return MoranStatistic.Local(
      value: own * around / moment, quadrant: quadrant(own, around),
      probability: Self.folded(larger, permutations))
  }

  private func quadrant(_ own: Double, _ around: Double) -> MoranStatistic.Local.Quadrant {
    if own > 0 { return around > 0 ? .highAmongHigh : .highAmongLow }
    return around > 0 ? .lowAmongHigh : .lowAmongLow
  }

  /// The rarer side, as esda has it.
  private static func folded(_ larger: Int, _ permutations: Int) -> Double {
    Double(min(larger, permutations - larger) + 1) / Double(permutations + 1)
  }
}

/// Chance that can be replayed (Steele, Lea & Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
