internal import Boundaries
internal import Dispatch
internal import Geometry
internal import Locating
internal import Territory

extension BaseBuilder {
  /// How far outside the contours of its commune an address may lie.
  static let reach = 400.0

  /// Gives each address and each street without address its IRIS, the commune's own only.
  func locate(in territory: IrisTerritory) {
    irises = territory.index.keys.map { key in
      let code = key.code
      return Word(code.prefix(5)).low | UInt64(code.suffix(4)).map { $0 << 40 }.or(0)
    }
    let chunks = Self.chunks(of: streets.count, pieces: threads * 8)
    let guards = IrisGuards(self, territory)
    for index in communes.indices {
      communes[index].onlyIris = guards.of(commune: index)?.only.map { UInt32($0 + 1) } ?? 0
    }
    let work = IrisWork(territory: territory, guards: guards, streets: streets)
    addresses.withUnsafeMutableBufferPointer { buffer in
      let target = Target(buffer)
      DispatchQueue.concurrentPerform(iterations: chunks.count) { piece in
        work.perform(chunks[piece], target)
      }
    }
    placeIris = work.irisOfPlaces()
  }

  private static func chunks(of count: Int, pieces: Int) -> [Range<Int>] {
    let size = max(1, (count + pieces - 1) / pieces)
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// Where pieces write: each to places of its own.
  struct Target: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<AddressRecord>
    init(_ buffer: UnsafeMutableBufferPointer<AddressRecord>) { self.buffer = buffer }
  }
}

/// Locates the addresses of some streets.
private struct IrisWork: Sendable {
  let territory: IrisTerritory
  let guards: IrisGuards
  let streets: [StreetRecord]

  func perform(_ chunk: Range<Int>, _ target: BaseBuilder.Target) {
    guard let first = chunk.first, let last = chunk.last else { return }
    let range = Int(streets[first].addresses.start)..<Int(streets[last].addresses.end)
    let ordinals = territory.index.ordinals(
      at: range.map { Self.position(target.buffer[$0].point) })
    for street in chunk {
      let owners = guards.of(streets[street])
      for address in streets[street].addresses.range
      where target.buffer[address].point.isKnown {
        target.buffer[address].iris = iris(
          Self.position(target.buffer[address].point), Int(ordinals[address - range.lowerBound]),
          owners
        )
      }
    }
  }

  /// IRIS from 1 in the upper 24 bits, metres to the next one that may own it in the lower 8.
  private func iris(_ position: Position<Projected>, _ ordinal: Int, _ owners: IrisGuard?)
    -> UInt32
  {
    guard let owners else { return 0 }
    if let only = owners.only { return UInt32(only + 1) << 8 | 255 }
    var (owner, outside) = (ordinal, 0.0)
    if ordinal < 0 || !owners.candidates.contains(ordinal) {
      switch territory.index.owner(
        of: position, among: owners.candidates, reach: BaseBuilder.reach)
      {
      case .inside(let found): owner = found
      case .nearest(let found, let metres): (owner, outside) = (found, metres)
      case .none: return 0
      }
    }
    let metres = territory.index.distanceToOtherArea(
      from: position, ordinal: owner, among: owners.candidates, limit: 255 + 2 * outside)
    // where an address lies outside its contours, they are wrong by so much, and so may the border
    // between two of them be
    let sure = metres.map { max(0, $0 - 2 * outside) } ?? 255
    return UInt32(owner + 1) << 8 | UInt32(min(255, sure))
  }

  /// The IRIS of streets that have a position but no address.
  func irisOfPlaces() -> [UInt32] {
    streets.map { street in
      guard street.addresses.count == 0, street.point.isKnown else { return 0 }
      let position = Self.position(street.point)
      return iris(
        position, territory.index.ordinal(at: position) ?? -1, guards.of(street))
    }
  }

  private static func position(_ point: PointRecord) -> Position<Projected> {
    point.isKnown
      ? Position(x: Double(point.x) / 100, y: Double(point.y) / 100)
      : Position(x: .nan, y: .nan)
  }
}

extension Optional {
  fileprivate func or(_ other: Wrapped) -> Wrapped { self ?? other }
}
