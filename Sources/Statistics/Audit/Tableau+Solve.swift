internal import Glibc

extension Tableau {
  /// Brings every unknown into its bounds.
  ///
  /// - Returns: `false` when no point fits, or none was found in a long search
  mutating func makeFeasible() -> Bool {
    if isContradictory || zip(lower, upper).contains(where: { $0 > $1 }) { return false }
    settle()
    var patience = patience
    while let slopes = slopesOfViolation() {
      patience -= 1
      guard patience > 0, step(along: slopes, isHurried: patience < stubbornness) else {
        return false
      }
    }
    return true
  }

  /// Makes one unknown as large or as small as it can be; the point stays in its bounds.
  ///
  /// - Parameters:
  ///   - enough: where it may stop early
  /// - Returns: whether the optimum, or enough, was reached
  mutating func push(_ variable: Int, up: Bool, enough: Double? = nil) -> Bool {
    var patience = patience
    while true {
      let value = values[variable]
      if let enough, up ? value >= enough : value <= enough { return true }
      if value == (up ? upper[variable] : lower[variable]) { return true }
      patience -= 1
      if patience <= 0 { return false }
      let slopes = slopes(of: variable, up: up)
      if !step(along: slopes, isHurried: patience < stubbornness) { return true }
    }
  }

  private var patience: Int { 60 * (basic.count + free.count) + 2_000 }

  /// From here on the rule that cannot cycle.
  private var stubbornness: Int { patience * 9 / 10 }

  /// How the objective, to be lowered, changes with each free unknown.
  private func slopes(of variable: Int, up: Bool) -> [Double] {
    let sign = up ? -1.0 : 1.0
    guard rowOf[variable] >= 0 else { return free.map { $0 == variable ? sign : 0 } }
    let start = rowOf[variable] * free.count
    return free.indices.map { -sign * matrix[start + $0] }
  }

  /// How the sum of what lies outside changes; `nil` when nothing does.
  private func slopesOfViolation() -> [Double]? {
    var slopes = [Double](repeating: 0, count: free.count)
    var isOutside = false
    for (row, variable) in basic.enumerated() {
      let side = side(of: variable)
      if side == 0 { continue }
      isOutside = true
      let start = row * free.count
      for column in free.indices where matrix[start + column] != 0 {
        slopes[column] -= side * matrix[start + column]
      }
    }
    return isOutside ? slopes : nil
  }

  /// −1 under its lower bound, 1 above its upper one.
  private func side(of variable: Int) -> Double {
    let room = Self.tolerance * max(1, values[variable].magnitude * 1e-6)
    if values[variable] < lower[variable] - room { return -1 }
    return values[variable] > upper[variable] + room ? 1 : 0
  }

  /// One step of the simplex method.
  ///
  /// - Returns: `false` when no free unknown helps
  private mutating func step(along slopes: [Double], isHurried: Bool) -> Bool {
    guard let column = entering(slopes, first: isHurried) else { return false }
    let variable = free[column]
    let direction = slopes[column] < 0 ? 1.0 : -1.0
    var length = upper[variable] - lower[variable]
    var leaving = -1
    var target = 0.0
    var pivot = 0.0
    let coefficients = coefficients(of: column)
    for (row, coefficient) in coefficients.enumerated() where coefficient != 0 {
      let rate = -coefficient * direction
      guard rate.magnitude > Self.smallest, let bound = barrier(basic[row], rate) else { continue }
      let distance = max(0, (bound - values[basic[row]]) / rate)
      let isTie = (distance - length).magnitude <= 1e-10
      let isBetter =
        isHurried
        ? basic[row] < (leaving < 0 ? .max : basic[leaving])
        : coefficient.magnitude > pivot
      if distance < length - 1e-10 || isTie && leaving >= 0 && isBetter {
        (length, leaving, target) = (min(length, distance), row, bound)
        pivot = coefficient.magnitude
      }
    }
    move(column, by: direction * length, coefficients)
    if leaving < 0 {
      pin(variable, at: direction > 0 ? upper[variable] : lower[variable])
    } else {
      pin(basic[leaving], at: target)
      exchange(row: leaving, column: column, coefficients)
    }
    return true
  }

  /// The bound that a basic unknown meets first; one that lies outside stops where it comes in.
  private func barrier(_ variable: Int, _ rate: Double) -> Double? {
    let side = side(of: variable)
    if side == 0 { return rate > 0 ? upper[variable] : lower[variable] }
    guard (side < 0) == (rate > 0) else { return nil }
    return side < 0 ? lower[variable] : upper[variable]
  }

  private func entering(_ slopes: [Double], first: Bool) -> Int? {
    var best: Int?
    var size = Self.smallest
    for column in free.indices {
      let slope = slopes[column]
      let variable = free[column]
      guard slope.magnitude > Self.smallest, lower[variable] < upper[variable],
        slope < 0 ? values[variable] < upper[variable] : values[variable] > lower[variable]
      else { continue }
      if first {
        if variable < best.map({ free[$0] }) ?? .max { best = column }
      } else if rule == .last {
        if variable > best.map({ free[$0] }) ?? -1 { best = column }
      } else if slope.magnitude > size {
        (best, size) = (column, slope.magnitude)
      }
    }
    return best
  }
}
