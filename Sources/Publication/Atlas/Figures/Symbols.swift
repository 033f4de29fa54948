internal import Disclosure

/// Tints and hatches of the maps, each distinct in colour, for colour-blind readers and in grey.
enum Symbols {
  /// - Source: ColorBrewer 2, YlGnBu with six classes without its lightest, too near to white
  private static let palette = ["#c7e9b4", "#7fcdbb", "#41b6c4", "#2c7fb8", "#253494"]

  /// The tint of one class among some.
  static func tint(_ index: Int, of count: Int) -> String {
    let steps = [1: [2], 2: [0, 3], 3: [0, 2, 4], 4: [0, 1, 3, 4]][count] ?? [0, 1, 2, 3, 4]
    return palette[steps[min(index, steps.count - 1)]]
  }

  /// What fills an area without published figure.
  static func fill(_ status: Release.Status, in figure: String) -> String {
    switch status {
    case .released: "#f0efe9"
    case .notApplicable: "#ffffff"
    case .withheld: "url(#\(figure)-c)"
    case .notSignificant: "url(#\(figure)-n)"
    case .missing: "url(#\(figure)-m)"
    case .embargoed: "url(#\(figure)-e)"
    }
  }

  /// The hatches of one figure; they travel with it when it is saved.
  static func patterns(of figure: String) -> Markup {
    let line = { (name: String, size: Int, angle: Int, color: String) -> Markup in
      """
      <pattern id="\(figure)-\(name)" width="\(size)" height="\(size)" \
      patternUnits="userSpaceOnUse" patternTransform="rotate(\(angle))"><rect width="\(size)" \
      height="\(size)" fill="#fff"/><path d="M0 0V\(size)" stroke="\(color)" \
      stroke-width="20"/></pattern>
      """
    }
    return """
      \(line("c", 52, 45, "#555"))\(line("m", 80, 90, "#999"))\(line("e", 70, 135, "#888"))\
      <pattern id="\(figure)-n" width="64" height="64" patternUnits="userSpaceOnUse">\
      <rect width="64" height="64" fill="#fff"/><circle cx="32" cy="32" r="9" fill="#888"/>\
      </pattern>
      """
  }

  /// The statuses that a legend names, in its order.
  static let unpublished: [Release.Status] = [
    .withheld, .notSignificant, .notApplicable, .missing, .embargoed,
  ]
}
