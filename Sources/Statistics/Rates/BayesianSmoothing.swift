/// Rates drawn towards a mean, the more the smaller their population: empirical Bayes.
///
/// θ = b + (r − b) · a / (a + b / x), with b = Σ n / Σ x, s² = Σ x (r − b)² / Σ x and
/// a = max(0, s² − b / x̄): n units, x inhabitants, r = n / x, x̄ the mean population.
///
/// A smoothed rate is for looking at a map, not for an area's own record: it borrows from others.
///
/// - Exactness: 1e-12 relative
/// - Source: Marshall 1991; spdep, EBest and EBlocal
public enum BayesianSmoothing {
  /// What the method is called in a file's method column.
  public static let globalMethod = "bayes-marshall"
  /// The same, for the local form.
  public static let localMethod = "bayes-marshall-local"

  /// Towards the mean of all areas.
  ///
  /// - Parameters:
  ///   - figures: by area · `nil` where withheld or not applicable
  /// - Returns: smoothed units per inhabitant; `nil` where there is no figure
  public static func global(_ figures: [ShownFigure?]) -> [Double?] {
    let prior = Prior(figures.compactMap(\.self))
    return figures.map { figure in figure.map { prior.smoothed($0) } }
  }

  /// Towards the mean of the area and of those that touch it.
  ///
  /// - Parameters:
  ///   - contiguity: of the same areas, in the same order
  public static func local(_ figures: [ShownFigure?], _ contiguity: Contiguity) -> [Double?] {
    precondition(contiguity.neighbours.count == figures.count, "neighbours for each area")
    return figures.indices.map { area in
      guard let own = figures[area] else { return nil }
      let others = contiguity.neighbours[area].compactMap { figures[$0] }
      return Prior([own] + others).smoothed(own)
    }
  }
}

/// The law that the areas' rates are drawn from.
private struct Prior {
  let mean: Double
  let variance: Double

  init(_ figures: [ShownFigure]) {
    let population = figures.reduce(0) { $0 + $1.population }
    let mean = figures.reduce(0) { $0 + Double($1.count) } / population
    let spread = figures.reduce(0) { sum, figure in
      sum + figure.population * (figure.rate - mean) * (figure.rate - mean)
    }
    self.mean = mean
    variance = max(0, spread / population - mean / (population / Double(figures.count)))
  }

  func smoothed(_ figure: ShownFigure) -> Double {
    let noise = mean / figure.population
    guard variance + noise > 0 else { return mean }
    return mean + (figure.rate - mean) * variance / (variance + noise)
  }
}
