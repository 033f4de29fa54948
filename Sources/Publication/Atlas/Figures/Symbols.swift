internal import Disclosure

/// Fills of areas without figure: never the colour of zero.
enum Symbols {
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
