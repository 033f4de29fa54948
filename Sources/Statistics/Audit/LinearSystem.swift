/// What is public, as arithmetic: numbers between bounds, and what their sums are known to be.
///
/// It knows no IRIS and no indicator: who builds it says which cells are withheld.
///
/// - Confidential: no, it holds what is published
public struct LinearSystem: Sendable {
  /// One number of a table, shown or not.
  public struct Cell: Sendable, Hashable {
    /// What it is called in messages.
    public let name: String
    /// What it is for the promise.
    public internal(set) var role: Role
    /// The least that it can be, as far as its own figures tell.
    public internal(set) var lower: Int
    /// The most that it can be; `LinearSystem.box` when nothing bounds it.
    public internal(set) var upper: Int
  }

  /// What a cell is for the promise.
  public enum Role: Sendable, Hashable {
    /// Shown, or of no interest.
    case plain
    /// The release says that it keeps it back.
    case withheld
    /// Never shown, but a difference of cells that are.
    case implied
  }

  /// A cell and how many times a sum counts it.
  public struct Term: Sendable, Hashable {
    /// Index of the cell.
    public let cell: Int
    /// How many times; below 0 when it is taken off.
    public let times: Int

    /// A term from its parts.
    public init(_ cell: Int, times: Int = 1) {
      self.cell = cell
      self.times = times
    }
  }

  /// A sum of cells that is known to lie between two numbers.
  public struct Relation: Sendable, Hashable {
    /// The sum.
    public let terms: [Term]
    /// The least that it is; `nil` for no bound.
    public let lower: Int?
    /// The most that it is; `nil` for no bound.
    public let upper: Int?
  }

  /// What stands for « no bound »: more people, and more euros, than any commune of a table has.
  public static let box = 1_000_000_000

  /// In the order added.
  public private(set) var cells: [Cell] = []
  /// In the order added.
  public private(set) var relations: [Relation] = []

  /// Nothing known.
  public init() {}

  /// Adds a number that nobody shows.
  ///
  /// - Returns: its index
  @discardableResult
  public mutating func add(
    _ name: String, role: Role = .plain, from lower: Int = 0, to upper: Int = box
  ) -> Int {
    cells.append(Cell(name: name, role: role, lower: lower, upper: upper))
    return cells.count - 1
  }

  /// Adds what is known of a sum.
  public mutating func relate(_ terms: [Term], from lower: Int?, to upper: Int?) {
    relations.append(Relation(terms: terms, lower: lower, upper: upper))
  }

  /// Adds a sum that is known exactly.
  public mutating func relate(_ terms: [Term], is sum: Int = 0) {
    relate(terms, from: sum, to: sum)
  }

  /// Takes in that a cell lies between two numbers.
  public mutating func narrow(_ cell: Int, from lower: Int, to upper: Int) {
    cells[cell].lower = max(cells[cell].lower, lower)
    cells[cell].upper = min(cells[cell].upper, upper)
  }

  /// Says what a cell is for the promise.
  public mutating func setRole(_ role: Role, of cell: Int) { cells[cell].role = role }

  /// The same system, knowing some cells.
  public func knowing(_ values: [Int: Int]) -> LinearSystem {
    var system = self
    for (cell, value) in values { system.narrow(cell, from: value, to: value) }
    return system
  }

  /// What the statuses alone tell, no number being shown: a sum of cells that each hold somebody holds
  /// more than one.
  ///
  /// - Parameters:
  ///   - floor: of a withheld cell
  func blank(_ floor: Int) -> LinearSystem {
    var blank = self
    for cell in cells.indices {
      let isNobody = cells[cell].lower == 0 && cells[cell].upper == 0
      blank.cells[cell].lower = cells[cell].role == .withheld ? floor : 0
      blank.cells[cell].upper = isNobody ? 0 : Self.box
    }
    return blank
  }
}
