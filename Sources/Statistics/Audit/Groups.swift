/// Sets that are joined until everything that touches is in one.
struct Groups {
  private var parent: [Int]

  init(_ count: Int) { parent = Array(0..<count) }

  mutating func leader(of item: Int) -> Int {
    var item = item
    while parent[item] != item {
      parent[item] = parent[parent[item]]
      item = parent[item]
    }
    return item
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (first, second) = (leader(of: left), leader(of: right))
    parent[max(first, second)] = min(first, second)
  }
}
