/// Which areas cover a place and how often their rings wind around it, for every place met while an
/// index is built.
///
/// A cover is a number: 0 is none, 1 … n the area of that label once; beyond, a list kept here.
struct Covers {
  struct Winding: Hashable {
    let label: UInt32
    var turns: Int32
  }

  private let areaCount: UInt32
  private var lists: [[Winding]] = []
  private var numbers: [[Winding]: UInt32] = [:]
  /// The cover that is being changed.
  private var scratch: [Winding] = []

  init(areaCount: Int) { self.areaCount = UInt32(areaCount) }

  /// Whether it is none or one area once.
  func isPlain(_ cover: UInt32) -> Bool { cover <= areaCount }

  /// The labels of the areas that cover it, by the even-odd rule, in order.
  func labels(of cover: UInt32) -> [UInt32] {
    windings(of: cover).filter { $0.turns & 1 != 0 }.map(\.label)
  }

  /// Starts changing a cover.
  mutating func begin(with cover: UInt32) {
    scratch.removeAll(keepingCapacity: true)
    if cover == 0 { return }
    if isPlain(cover) {
      scratch.append(Winding(label: cover, turns: 1))
    } else {
      scratch.append(contentsOf: lists[Int(cover - areaCount) - 1])
    }
  }

  /// Adds turns of one area; label 0 changes nothing.
  mutating func add(_ label: UInt32, turns: Int32) {
    if label == 0 { return }
    for index in scratch.indices where scratch[index].label == label {
      scratch[index].turns += turns
      return
    }
    scratch.append(Winding(label: label, turns: turns))
  }

  /// The number of what the cover has become.
  mutating func end() -> UInt32 {
    scratch.removeAll { $0.turns == 0 }
    if scratch.isEmpty { return 0 }
    if scratch.count == 1 && scratch[0].turns == 1 { return scratch[0].label }
    scratch.sort { $0.label < $1.label }
    if let number = numbers[scratch] { return number }
    lists.append(scratch)
    let number = areaCount + UInt32(lists.count)
    numbers[scratch] = number
    return number
  }

  private func windings(of cover: UInt32) -> [Winding] {
    if cover == 0 { return [] }
    if isPlain(cover) { return [Winding(label: cover, turns: 1)] }
    return lists[Int(cover - areaCount) - 1]
  }
}
