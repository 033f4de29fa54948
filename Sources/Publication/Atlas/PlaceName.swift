internal import Boundaries
internal import Territory

/// What an IRIS, or an area of another zoning, is called, and where its shape stands among the shapes.
struct PlaceName: Sendable, Hashable {
  /// What a place can be.
  enum Kind: Sendable, Hashable {
    case iris, area
  }

  /// `nil` for an area.
  let iris: Iris?
  /// Of the IRIS, or the zoning's own.
  let code: String
  let name: String
  let communeName: String
  let type: IrisType
  let index: Int

  init(_ area: IrisArea, index: Int) {
    iris = area.iris
    code = area.iris.code
    name = area.name.isEmpty ? area.iris.code : area.name
    communeName = area.communeName
    type = area.type
    self.index = index
  }

  init(_ area: Zoning.Area, index: Int) {
    iris = nil
    code = area.code
    name = area.name.isEmpty ? area.code : area.name
    communeName = ""
    type = .habitat
    self.index = index
  }

  /// The page of the portrait of an IRIS.
  var page: String { "p-\(code).html" }
}
