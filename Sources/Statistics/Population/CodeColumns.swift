internal import Diagnostics
internal import Tables
internal import Territory

/// The column, or the two columns, that hold the IRIS code.
struct CodeColumns {
  /// Positions in the file.
  let indices: [Int]

  /// The names that the code had over the years, in order of preference.
  private static let known = ["IRIS", "CODE_IRIS", "DCOMIRIS", "IRIS_CODE", "CODGEO"]

  init(in file: DelimitedFile, named names: [String]) throws(Problem) {
    if !names.isEmpty {
      var found: [Int] = []
      for name in names { found.append(try file.index(of: name)) }
      indices = found
      return
    }
    let upper = file.columns.map { $0.uppercased() }
    guard let index = Self.known.lazy.compactMap({ upper.firstIndex(of: $0) }).first else {
      throw Wording.noCodeColumn(file)
    }
    indices = [index]
  }

  /// What a cell, or two joined, reads as.
  enum Reading: Equatable {
    case iris(Iris)
    /// A zero that a spreadsheet had dropped was put back.
    case padded(Iris)
    /// Five characters: an undivided commune.
    case commune(Iris)
    case none
  }

  /// - Parameters:
  ///   - cells: of the code columns, in their order
  static func reading(of cells: [String]) -> Reading {
    if cells.count == 2 { return joined(commune: cells[0], own: cells[1]) }
    let text = cells.joined()
    if let iris = Iris(text) { return .iris(iris) }
    if text.utf8.count == 8, let iris = Iris("0" + text) { return .padded(iris) }
    return Commune(text).map { .commune(Iris(whole: $0)) } ?? .none
  }

  private static func joined(commune: String, own: String) -> Reading {
    let isDigits = own.utf8.allSatisfy { $0 &- 0x30 < 10 }
    guard isDigits, (1...4).contains(own.utf8.count) else { return .none }
    let zeros = String(repeating: "0", count: 4 - own.utf8.count)
    if let iris = Iris(commune + zeros + own) { return zeros.isEmpty ? .iris(iris) : .padded(iris) }
    return commune.utf8.count == 4
      ? Iris("0" + commune + zeros + own).map(Reading.padded) ?? .none : .none
  }
}
