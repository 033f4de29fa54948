/// Where an IRIS is: a light map with one area filled.
struct Locator: Sendable {
  private let view: MapView
  private let all: String

  init(_ view: MapView) {
    self.view = view
    all = view.paths.joined()
  }

  func markup(marking place: PlaceName) -> Markup {
    """
    <svg class="situation" viewBox="-8 -8 \(view.width + 16) \(view.height + 16)" \
    role="img" aria-label="Situation de l’IRIS \(place.name)"><path d="\(Markup(trusted: all))" \
    fill="#eceae2" stroke="#b9b6aa" stroke-width="3"/><path \
    d="\(Markup(trusted: view.paths[place.index]))" fill="#253494"/></svg>
    """
  }
}
