/// What a figure can become, and the table beside it; shown by the script that does it.
struct FigureButtons: Sendable {
  /// Of the indicator: names the figure and the table in their page.
  let slug: String
  /// What saved files are called, without suffix.
  let file: String
  let mention: String
  let stamp: String?

  private static let acts = [
    ("svg", "Figure (SVG)"), ("png", "Image (PNG)"), ("csv", "Tableau (CSV)"),
    ("copier", "Copier le tableau"), ("imprimer", "Imprimer"),
  ]

  var markup: Markup {
    let buttons = Self.acts.map { act, name in
      "<button type=\"button\" data-acte=\"\(act)\">\(name)</button>" as Markup
    }
    return """
      <div class="boutons" hidden data-figure="f-\(slug)" data-tableau="t-\(slug)" \
      data-nom="\(file)" data-mention="\(mention)" data-stade="\(stage)">\(buttons)</div>
      """
  }

  /// What a saved figure says of itself beside its mention.
  private var stage: String { stamp.map { "DOCUMENT DE TRAVAIL — \($0)" } ?? "" }
}
