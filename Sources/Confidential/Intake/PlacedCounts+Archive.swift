internal import Archives
internal import Boundaries
internal import Territory

extension PlacedCounts {
  /// Appends the places' codes, then the counts by category.
  func write(to archive: inout ArchiveWriter) {
    archive.add(irisCount)
    archive.add(communes.map(\.code))
    archive.add(rows)
    archive.add(categories.map(\.labels))
    for category in numbers { archive.add(category) }
    let cells = others.sorted { ($0.key.place, $0.key.category) < ($1.key.place, $1.key.category) }
    archive.add(cells.count)
    for (cell, count) in cells {
      archive.add(cell.place)
      archive.add(cell.category)
      archive.add(count)
    }
    let sums = amounts.sorted { ($0.key.place, $0.key.category) < ($1.key.place, $1.key.category) }
    archive.add(sums.count)
    for (cell, amount) in sums {
      archive.add(cell.place)
      archive.add(cell.category)
      archive.add(amount)
    }
    apportioned.write(to: &archive)
  }

  /// Takes the counts back, if they are of this territory.
  ///
  /// - Parameters:
  ///   - width: labels of a category
  init(
    from archive: inout ArchiveReader, territory: IrisTerritory, width: Int
  ) throws(ArchiveDamage) {
    self.init(territory: territory)
    let size: Int = try archive.take()
    let codes: [String] = try archive.take()
    guard size == irisCount, codes == communes.map(\.code) else { throw ArchiveDamage() }
    rows = try Self.numbers(outside + 2, from: &archive)
    for labels in try archive.take([[String]].self) {
      guard labels.count == width, number(of: Tally.Category(labels)) == numbers.count - 1 else {
        throw ArchiveDamage()
      }
    }
    for index in numbers.indices {
      numbers[index] = try Self.numbers(outside + 2, from: &archive)
    }
    others = try cells(from: &archive)
    amounts = try cells(from: &archive)
    apportioned = try ApportionedCounts(
      from: &archive, places: rows.count, irises: irisCount, width: width)
  }

  private func cells<Value: Archivable>(
    from archive: inout ArchiveReader
  ) throws(ArchiveDamage) -> [Cell: Value] {
    var values: [Cell: Value] = [:]
    for _ in 0..<(try archive.takeCount()) {
      let cell = Cell(place: try archive.take(), category: try archive.take())
      guard rows.indices.contains(cell.place), numbers.indices.contains(cell.category) else {
        throw ArchiveDamage()
      }
      values[cell] = try archive.take(Value.self)
    }
    return values
  }

  private static func numbers(
    _ count: Int, from archive: inout ArchiveReader
  ) throws(ArchiveDamage) -> [Int] {
    let numbers: [Int] = try archive.take()
    guard numbers.count == count, numbers.allSatisfy({ $0 >= 0 }) else { throw ArchiveDamage() }
    return numbers
  }
}

extension ApportionedCounts {
  /// Appends the groups in order, with the millionths of each IRIS.
  func write(to archive: inout ArchiveWriter) {
    let groups = units.keys.sorted { ($0.place, $0.category) < ($1.place, $1.category) }
    archive.add(groups.count)
    for group in groups {
      archive.add(group.place)
      archive.add(group.category.labels)
      archive.add(units[group, default: 0])
      let parts = shares[group, default: [:]].sorted { $0.key < $1.key }
      archive.add(parts.map(\.key))
      archive.add(parts.map(\.value))
    }
  }

  /// Takes the groups back.
  init(
    from archive: inout ArchiveReader, places: Int, irises: Int, width: Int
  ) throws(ArchiveDamage) {
    for _ in 0..<(try archive.takeCount()) {
      let place: Int = try archive.take()
      let group = Group(place: place, category: Tally.Category(try archive.take()))
      units[group] = try archive.take(Int.self)
      let ordinals: [Int] = try archive.take()
      let millionths: [Int] = try archive.take()
      guard (0..<places).contains(place), group.category.labels.count == width,
        ordinals.count == millionths.count, ordinals.allSatisfy((0..<irises).contains),
        Set(ordinals).count == ordinals.count, millionths.allSatisfy({ $0 >= 0 })
      else { throw ArchiveDamage() }
      shares[group] = Dictionary(uniqueKeysWithValues: zip(ordinals, millionths))
    }
  }
}
