internal import Boundaries
internal import Crosswalks
internal import Diagnostics
internal import Geometry
internal import Projection
public import Territory

extension Campaign {
  /// The way from another edition of the contours to the campaign's.
  public struct CrosswalkReference: Sendable {
    /// The edition that figures come from.
    public let edition: Edition
    /// What the way is found from.
    public let origin: Origin
    /// INSEE's movements of communes; `nil` for none.
    public let movements: String?
    /// Metres under which two drawings are the same; `nil` for the default.
    public let width: Double?

    /// What a way is found from.
    public enum Origin: Sendable {
      /// Contours of the other edition: path, layer, declared system.
      case contours(file: String, layer: String?, system: String?)
      /// A table of passage, already made.
      case table(String)
    }
  }
}

extension Campaign.CrosswalkReference {
  /// The crosswalk to some contours, over their communes and what became of them.
  ///
  /// - Parameters:
  ///   - addressFiles: of the campaign's address base; empty for areas alone
  func crosswalk(
    to contours: Contours, addressFiles: [String]
  ) throws(Problem) -> (Crosswalk, ProblemLog) {
    switch origin {
    case .table(let file):
      let (crosswalk, problems) = try Crosswalk.read(file, editions: (edition, contours.edition))
      return (crosswalk.leading(to: Set(contours.communes)), problems)
    case .contours(let file, let layer, let system):
      return try crosswalk(
        from: BoundaryFile(path: file, layer: layer, system: system), to: contours, addressFiles)
    }
  }

  private func crosswalk(
    from file: BoundaryFile, to contours: Contours, _ addressFiles: [String]
  ) throws(Problem) -> (Crosswalk, ProblemLog) {
    let material = CrosswalkMaterial(movements: movements, addresses: addressFiles, width: width)
    let (moves, moveProblems) = try material.readMovements()
    let present = Set(contours.communes)
    let communes =
      moves?.predecessors(of: present, from: edition, to: contours.edition) ?? present
    let (old, oldProblems) = try file.contours(of: edition, communes: communes)
    let (crosswalk, found) = try material.crosswalk(old, contours, moves)
    let problems = moveProblems.followed(by: oldProblems).followed(by: found)
    return (crosswalk.leading(to: present), problems)
  }
}

/// A file of contours as a user names it.
struct BoundaryFile {
  let path: String
  let layer: String?
  let system: String?

  func contours(
    of edition: Edition, communes: Set<Commune>? = nil
  ) throws(Problem) -> (Contours, ProblemLog) {
    try Contours.read(
      path, layer: layer, edition: edition, communes: communes,
      declaredSystem: system.flatMap { ReferenceSystem.parse($0) })
  }
}
