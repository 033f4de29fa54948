public import Archives

extension Tally: Archivable {
  /// The unit, the dimensions, the accounting, then the cells in order.
  public func write(to archive: inout ArchiveWriter) {
    archive.add(unit)
    archive.add(dimensions)
    archive.add(accounting)
    let byPlace = cells.sorted { $0.key < $1.key }
    archive.add(byPlace.count)
    for (placement, counts) in byPlace {
      archive.add(placement)
      archive.add(counts.count)
      for (category, count) in counts.sorted(by: { $0.key < $1.key }) {
        archive.add(category.labels)
        archive.add(count)
      }
    }
    writeAmounts(to: &archive)
  }

  private func writeAmounts(to archive: inout ArchiveWriter) {
    let byPlace = amounts.sorted { $0.key < $1.key }
    archive.add(byPlace.count)
    for (placement, amounts) in byPlace {
      archive.add(placement)
      archive.add(amounts.count)
      for (category, amount) in amounts.sorted(by: { $0.key < $1.key }) {
        archive.add(category.labels)
        archive.add(amount)
      }
    }
  }

  /// The same tally.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    self.init(unit: try archive.take(), dimensions: try archive.take())
    accounting = try archive.take()
    for _ in 0..<(try archive.takeCount()) {
      let placement = try archive.take(Placement.self)
      cells[placement] = try Self.values(dimensions.count, from: &archive)
    }
    for _ in 0..<(try archive.takeCount()) {
      let placement = try archive.take(Placement.self)
      guard unit == .amount else { throw ArchiveDamage() }
      amounts[placement] = try Self.values(dimensions.count, from: &archive)
    }
  }

  private static func values<Value: Archivable>(
    _ width: Int, from archive: inout ArchiveReader
  ) throws(ArchiveDamage) -> [Category: Value] {
    var values: [Category: Value] = [:]
    for _ in 0..<(try archive.takeCount()) {
      let category = Category(try archive.take())
      guard category.labels.count == width else { throw ArchiveDamage() }
      values[category] = try archive.take(Value.self)
    }
    return values
  }
}

extension Tally.Unit: Archivable {}

extension Accounting: Archivable {
  /// The rows of each class, in the order of the classes.
  public func write(to archive: inout ArchiveWriter) {
    archive.add(PlacementClass.allCases.map { self[$0] })
  }

  /// The same accounting.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    let rows: [Int] = try archive.take()
    guard rows.count == PlacementClass.allCases.count, rows.allSatisfy({ $0 >= 0 }) else {
      throw ArchiveDamage()
    }
    self.init()
    for (kind, count) in zip(PlacementClass.allCases, rows) { self[kind] = count }
  }
}

extension Placement: Archivable, Comparable {
  /// By class, then by code.
  public static func < (left: Placement, right: Placement) -> Bool {
    (left.kind.rawValue, left.code) < (right.kind.rawValue, right.code)
  }

  private var code: String {
    switch self {
    case .iris(let iris): iris.code
    case .ambiguous(let commune), .commune(let commune): commune.code
    case .outside, .unplaced: ""
    }
  }

  /// The class and the code.
  public func write(to archive: inout ArchiveWriter) {
    archive.add(kind.rawValue)
    archive.add(code)
  }

  /// The same place.
  public init(from archive: inout ArchiveReader) throws(ArchiveDamage) {
    let kind = PlacementClass(rawValue: try archive.take())
    let code: String = try archive.take()
    switch (kind, Iris(code), Commune(code), code.isEmpty) {
    case (.iris, let iris?, _, _): self = .iris(iris)
    case (.ambiguous, _, let commune?, _): self = .ambiguous(commune)
    case (.commune, _, let commune?, _): self = .commune(commune)
    case (.outside, _, _, true): self = .outside
    case (.unplaced, _, _, true): self = .unplaced
    default: throw ArchiveDamage()
    }
  }
}
