/// Numbers that are published or follow from published ones, and the sums that bind them.
///
/// Any dimensions, any zonings, any years: what the cells are is the builder's affair. Cells that
/// nobody publishes (an atom of two zonings, a difference of two zones) stand beside the others.
///
/// - Confidential: yes, small counts
/// - Source: DISCLOSURE.md, « Model »; Fischetti & Salazar 2001
package struct CellSystem: Sendable {
  /// Whether a cell can be seen.
  package enum Role: Sendable, Hashable {
    /// Published unless withheld.
    case open
    /// Published whatever comes: a total that stays, a cell of an earlier release, a shown zero.
    case frozen
    /// Never published itself.
    case implied
  }

  /// One number.
  package struct Cell: Sendable {
    /// For tests and the confidential log.
    package var name: String
    /// The true number.
    package var value: Int
    package var role: Role
    /// Must not be known: withheld for itself, or a difference that gives people away.
    package var isPrimary: Bool
    /// The least that the public thinks possible where it is not shown.
    package var floor: Int
    /// The most; `nil` for no bound.
    package var ceiling: Int?
    /// What withholding it costs; `nil` for the usual weight.
    package var weight: Double?
    /// What it must be able to be where it is withheld; `nil` for what the aim asks of counts.
    package var reach: ClosedRange<Int>?
    /// The part of the system that it lies in, for large ones: a commune; `nil` above them all.
    package var block: Int?

    package init(
      _ name: String, _ value: Int, _ role: Role = .open, isPrimary: Bool = false, floor: Int = 0,
      ceiling: Int? = nil, weight: Double? = nil, block: Int? = nil
    ) {
      self.name = name
      self.value = value
      self.role = role
      self.isPrimary = isPrimary
      self.floor = floor
      self.ceiling = ceiling
      self.weight = weight
      self.block = block
    }
  }

  /// Cells that make nothing when each is taken so many times.
  package struct Equation: Sendable {
    /// Cell and times; a total with −1.
    package let terms: [(cell: Int, times: Int)]

    package init(_ terms: [(cell: Int, times: Int)]) { self.terms = terms }
  }

  package var cells: [Cell] = []
  package private(set) var equations: [Equation] = []
  /// By cell, the equations that it enters and how many times.
  private(set) var uses: [[(equation: Int, times: Int)]] = []
  /// By cell, wholes that it makes or parts that make it, where that follows from the equations.
  private(set) var identities: [Int: [Equation]] = [:]

  package init() {}

  /// Adds a cell.
  ///
  /// - Returns: its number
  package mutating func add(_ cell: Cell) -> Int {
    cells.append(cell)
    uses.append([])
    return cells.count - 1
  }

  /// Says that parts make a whole.
  package mutating func add(_ total: Int, isSumOf parts: [Int]) {
    add(Equation([(total, -1)] + parts.map { ($0, 1) }))
  }

  /// Says that parts make a whole where the equations say so already: it binds nothing more, but tells
  /// who is counted where.
  package mutating func note(_ whole: Int, isMadeOf parts: [Int]) {
    let sum = Equation([(whole, -1)] + parts.map { ($0, 1) })
    for term in sum.terms { identities[term.cell, default: []].append(sum) }
  }

  /// Says that cells taken so many times make nothing.
  package mutating func add(_ equation: Equation) {
    for term in equation.terms { uses[term.cell].append((equations.count, term.times)) }
    equations.append(equation)
  }

  /// The first equation that the true numbers do not satisfy; `nil` when all hold.
  package var firstContradiction: Int? {
    equations.firstIndex { equation in
      equation.terms.reduce(0) { $0 + cells[$1.cell].value * $1.times } != 0
    }
  }
}

extension CellSystem.Cell {
  /// What withholding it costs: more for a large number, but far less than in proportion.
  ///
  /// - Source: DISCLOSURE.md, algorithm, step 3
  var cost: Double { weight ?? 1 + logTwo(1 + Double(max(0, value))) }
}

/// Logarithm to base two, to the precision that weights need and the same on every machine.
private func logTwo(_ number: Double) -> Double {
  var rest = number.significand
  var result = Double(number.exponent)
  var bit = 0.5
  for _ in 0..<20 {
    rest *= rest
    if rest >= 2 {
      rest /= 2
      result += bit
    }
    bit /= 2
  }
  return result
}
