internal import Boundaries
internal import Diagnostics
internal import Geometry
internal import Projection
internal import Territory

extension Campaign {
  /// The contours of its communes.
  ///
  /// - Throws: `campaign.commune-absent`, and what reading throws
  func readContours() throws(Problem) -> (Contours, ProblemLog) {
    let reference = references.boundaries
    let (contours, problems) = try Contours.read(
      reference.file, layer: reference.layer, edition: reference.edition,
      communes: Set(communes),
      declaredSystem: reference.declaredSystem.flatMap { ReferenceSystem.parse($0) })
    try problems.check()
    let absent = Set(communes).subtracting(contours.communes)
    guard absent.isEmpty else {
      throw Wording.communesAbsent(absent.sorted(), file: reference.file)
    }
    return (contours, problems)
  }
}
