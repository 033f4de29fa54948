/// The name of an area where it fits: on one line, on two, or smaller; else none, and the table has it.
struct AreaLabel: Sendable {
  let name: String
  let anchor: MapView.Anchor
  /// Whether a circle stands at the anchor.
  let isUnderCircle: Bool

  private static let sizes = [62, 50]

  var markup: Markup {
    for size in Self.sizes {
      for lines in [[name], Self.halves(of: name)] where fits(lines, size) {
        return text(lines, size)
      }
    }
    return ""
  }

  private func fits(_ lines: [String], _ size: Int) -> Bool {
    let longest = lines.map(\.count).max() ?? 0
    return longest * size * 53 / 100 < anchor.room
      && (lines.count == 1 || size * 11 / 4 < anchor.headroom)
  }

  private func text(_ lines: [String], _ size: Int) -> Markup {
    let first = anchor.y + (isUnderCircle ? 90 : size / 3) - (lines.count - 1) * size * 11 / 20
    let lines = lines.enumerated().map { index, line in
      "<text x=\"\(anchor.x)\" y=\"\(first + index * size * 11 / 10)\"\(smaller(size))>\(line)</text>"
        as Markup
    }
    return lines.joined()
  }

  private func smaller(_ size: Int) -> Markup {
    size == Self.sizes[0] ? "" : " font-size=\"\(size)\""
  }

  /// Cut at the space or hyphen nearest to the middle; the hyphen stays on the first line.
  static func halves(of name: String) -> [String] {
    let letters = Array(name)
    let places = letters.indices.dropLast().filter { $0 > 0 && " -–/".contains(letters[$0]) }
    guard let place = places.min(by: { abs(2 * $0 - letters.count) < abs(2 * $1 - letters.count) })
    else { return [name] }
    let end = letters[place] == " " ? place : place + 1
    return [String(letters[..<end]), String(letters[(place + 1)...])]
  }
}
