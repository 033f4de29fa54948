internal import Geometry

/// Counts how often each edge is run in one direction and the other, coordinates to the millimetre.
///
/// An edge is known by 64 bits of its ends: of 10⁷ edges two are taken for one with a chance of
/// 10⁻⁵, and then a gap or an overlap of that edge may be missed. Edges that even out leave the
/// table, so that it stays as small as the rim of what has been entered.
struct EdgeLedger {
  /// Open addressing with linear probing; 0 is an empty place.
  private var keys = [UInt64](repeating: 0, count: 1 << 10)
  private var balances = [Int32](repeating: 0, count: 1 << 10)
  /// How many edges do not even out.
  private(set) var openCount = 0

  /// Enters every edge of a shape in its direction.
  mutating func enter(_ shape: Shape<Projected>) {
    for polygon in shape.polygons {
      enter(polygon.exterior)
      for hole in polygon.holes { enter(hole) }
    }
  }

  private mutating func enter(_ ring: Ring<Projected>) {
    var last: (x: Int64, y: Int64)?
    for position in ring.positions {
      let corner = Self.corner(position)
      if let last, last != corner {
        let edge = Self.edge(last, corner)
        add(edge.key, edge.isForward ? 1 : -1)
      }
      last = corner
    }
  }

  /// The parts of a shape's rings whose edges do not even out, each as one line.
  func openLines(of shape: Shape<Projected>) -> [[Position<Projected>]] {
    if openCount == 0 { return [] }
    return shape.rings.flatMap { openLines(of: $0) }
  }

  private func openLines(of ring: Ring<Projected>) -> [[Position<Projected>]] {
    var lines: [[Position<Projected>]] = []
    var line: [Position<Projected>] = []
    var last: (position: Position<Projected>, corner: (x: Int64, y: Int64))?
    for end in ring.positions {
      let corner = Self.corner(end)
      defer { last = (end, corner) }
      guard let start = last else { continue }
      guard start.corner != corner, isOpen(Self.edge(start.corner, corner).key) else {
        if !line.isEmpty { lines.append(line) }
        line = []
        continue
      }
      if line.isEmpty { line = [start.position] }
      line.append(end)
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension EdgeLedger {
  private static func corner(_ position: Position<Projected>) -> (x: Int64, y: Int64) {
    (
      Int64((position.x * 1000).rounded(.toNearestOrEven)),
      Int64((position.y * 1000).rounded(.toNearestOrEven))
    )
  }

  /// The same key for both directions, never 0.
  private static func edge(
    _ a: (x: Int64, y: Int64), _ b: (x: Int64, y: Int64)
  ) -> (key: UInt64, isForward: Bool) {
    let isForward = a < b
    let (first, last) = isForward ? (a, b) : (b, a)
    var key: UInt64 = 0x9E37_79B9_7F4A_7C15
    key = stirred(key, first.x)
    key = stirred(key, first.y)
    key = stirred(key, last.x)
    key = stirred(key, last.y)
    return (key | 1, isForward)
  }

  private static func stirred(_ key: UInt64, _ word: Int64) -> UInt64 {
    let product = (key ^ UInt64(bitPattern: word)) &* 0xBF58_476D_1CE4_E5B9
    return product ^ (product >> 29)
  }

  private func isOpen(_ key: UInt64) -> Bool {
    let slot = slot(of: key)
    return keys[slot] == key && balances[slot] != 0
  }

  /// Where the key is, or the empty place where it belongs.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key >> 7) & mask
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func add(_ key: UInt64, _ step: Int32) {
    let slot = slot(of: key)
    if keys[slot] == 0 {
      keys[slot] = key
      balances[slot] = step
      openCount += 1
      if 2 * openCount > keys.count { grow() }
    } else {
      balances[slot] += step
      if balances[slot] == 0 { remove(slot) }
    }
  }

  /// Empties a place and moves up the keys that had been pushed past it.
  private mutating func remove(_ slot: Int) {
    let mask = keys.count - 1
    openCount -= 1
    var hole = slot
    var next = (slot + 1) & mask
    while keys[next] != 0 {
      let home = Int(truncatingIfNeeded: keys[next] >> 7) & mask
      if (next &- home) & mask >= (next &- hole) & mask {
        keys[hole] = keys[next]
        balances[hole] = balances[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    keys[hole] = 0
    balances[hole] = 0
  }

  private mutating func grow() {
    let old = (keys, balances)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    balances = [Int32](repeating: 0, count: old.0.count * 2)
    for (key, balance) in zip(old.0, old.1) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      balances[slot] = balance
    }
  }
}
