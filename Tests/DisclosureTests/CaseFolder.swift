import Glibc
import Rates
import TestSupport

@testable import Disclosure

/// One folder of the project's reference cases: cells, relations and what is expected.
struct CaseFolder {
  let name: String
  private(set) var system = CellSystem()
  /// As the case publishes them.
  private(set) var hidden: [Bool] = []
  private(set) var numbers: [String: Int] = [:]
  private(set) var figures: [DerivedFigure] = []
  /// Cells that the peer withheld for themselves.
  private(set) var primaries: Set<String> = []
  private let expected: String

  static var names: [String] {
    guard let folder = opendir(RealData.path("disclosure")) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if access(RealData.path("disclosure/\(name)/cells.csv"), R_OK) == 0 { names.append(name) }
    }
    return names.sorted()
  }

  init(_ name: String) {
    self.name = name
    expected = Self.text(name, "expected.json")
    readCells()
    readRelations()
    readFigures()
  }

  /// An integer of expected.json; `nil` when it is not there or null.
  func integer(_ key: String) -> Int? {
    let parts = expected.split(separator: "\"\(key)\":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return Int(parts[1].drop { $0 == " " }.prefix { $0.isNumber })
  }

  func isTrue(_ key: String) -> Bool {
    let parts = expected.split(separator: "\"\(key)\":", maxSplits: 1)
    return parts.count == 2 && parts[1].drop { $0 == " " }.hasPrefix("true")
  }

  /// Whether the peer's own result is unsafe, and said to be.
  var isBroken: Bool { expected.contains("must FAIL") }

  /// Intervals of expected.json.
  func intervals(_ key: String) -> [(cell: String, interval: ClosedRange<Int>)] {
    let parts = expected.split(separator: "\"\(key)\":", maxSplits: 1)
    guard parts.count == 2, let block = parts[1].split(separator: "}").first else { return [] }
    return block.matches(of: /"([^"]+)":\s*\[\s*(\d+),\s*(\d+)\s*\]/).compactMap { match in
      guard let low = Int(match.2), let high = Int(match.3) else { return nil }
      return (String(match.1), low...high)
    }
  }
}

// MARK: - Reading

extension CaseFolder {
  private mutating func readCells() {
    let (header, rows) = Self.table(name, "cells.csv")
    let zerosAreSensitive = isTrue("zeros_sensitive")
    for row in rows {
      let cell = Dictionary(zip(header, row)) { first, _ in first }
      let value = Int(cell["true"] ?? "") ?? 0
      let isFrozen = value == 0 && !zerosAreSensitive && cell["published"] != ""
      let least = Int(cell["lo"] ?? "") ?? 0
      let number = system.add(
        .init(
          cell["cell"] ?? "", value, isFrozen ? .frozen : .open,
          isPrimary: cell["audit"] == "1", floor: least, ceiling: Int(cell["hi"] ?? "")))
      hidden.append(cell["published"] == "")
      numbers[cell["cell"] ?? ""] = number
      if ["A", "B"].contains(cell["status"]) { primaries.insert(cell["cell"] ?? "") }
    }
  }

  private mutating func readRelations() {
    let (header, rows) = Self.table(name, "relations.csv")
    if header.count > 1 { return readAtoms(rows) }
    for row in rows {
      let sides = row[0].split(separator: "=")
      let names = sides.map { side in side.split(separator: "+").map(Self.bare) }
      let (left, right) = numbers[names[0][0]] == nil ? (names[1], names[0]) : (names[0], names[1])
      if left.count == 1, let total = numbers[left[0]] {
        system.add(total, isSumOf: right.compactMap { numbers[$0] })
      } else if let value = Int(right[0]) {
        let total = system.add(.init(right[0], value, .frozen))
        hidden.append(false)
        system.add(total, isSumOf: left.compactMap { numbers[$0] })
      }
    }
  }

  /// Cells and atoms that nobody publishes, so many times each: « c3 » is the third cell.
  private mutating func readAtoms(_ rows: [[String]]) {
    let atoms = Self.table(name, "atoms.csv").rows
    for atom in atoms {
      numbers[atom[0]] = system.add(.init(atom[0], Int(atom[atom.count - 1]) ?? 0, .implied))
      hidden.append(false)
    }
    var terms: [String: [(cell: Int, times: Int)]] = [:]
    for row in rows {
      let cell = numbers[row[1]] ?? Int(row[1].dropFirst()).map { $0 - 1 }
      guard let cell, let times = Int(row[2]) else { continue }
      terms[row[0], default: []].append((cell, times))
    }
    for (_, terms) in terms.sorted(by: { $0.key < $1.key }) { system.add(.init(terms)) }
  }

  private mutating func readFigures() {
    let (header, rows) = Self.table(name, "derived.csv")
    for row in rows {
      let figure = Dictionary(zip(header, row)) { first, _ in first }
      guard let per = Double(figure["factor"] ?? ""), let value = Double(figure["value"] ?? "")
      else { continue }
      let base = figure["den"] ?? ""
      let printed = figure["value"]?.split(separator: ".") ?? []
      let decimals = printed.count > 1 ? printed[1].count : 0
      figures.append(
        DerivedFigure(
          kind(figure["kind"] ?? ""), of: numbers[figure["num"] ?? ""],
          over: Double(base).map { .number($0) } ?? .cell(numbers[base] ?? 0), per: per,
          value: value, decimals: decimals))
    }
  }

  private func kind(_ name: String) -> DerivedFigure.Kind {
    switch name {
    case "wilson_lower": .lower(.wilson)
    case "wilson_upper": .upper(.wilson)
    case "byar_lower": .lower(.byar)
    case "byar_upper": .upper(.byar)
    default: .ratio
    }
  }

  private static func bare(_ name: Substring) -> String {
    String(name.filter { !"[] ".contains($0) })
  }

  static func table(_ folder: String, _ file: String) -> (header: [String], rows: [[String]]) {
    let lines = text(folder, file).split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false)
        .map { String($0.filter { $0 != "\"" }) }
    }
    return (lines.first ?? [], Array(lines.dropFirst()))
  }

  private static func text(_ folder: String, _ file: String) -> String {
    guard let stream = fopen(RealData.path("disclosure/\(folder)/\(file)"), "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&block, 1, block.count, stream)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += block.prefix(count)
    }
  }
}
