internal import Boundaries
internal import Crosswalks
internal import Diagnostics

/// What two editions are compared with: movements of communes, addresses, a tolerance.
struct CrosswalkMaterial: Sendable {
  /// INSEE's movements of communes; `nil` for none.
  let movements: String?
  /// Address bases; empty to weigh by areas.
  let addresses: [String]
  /// Metres under which two drawings are the same.
  let tolerance: Tolerance
  let threads: Int

  init(movements: String?, addresses: [String], width: Double?, threads: Int = 2) {
    self.movements = movements
    self.addresses = addresses
    tolerance = width.map { Tolerance(width: $0) } ?? .standard
    self.threads = max(1, threads)
  }

  /// What became of communes; `nil` when no file says.
  func readMovements() throws(Problem) -> (CommuneMovements?, ProblemLog) {
    guard let movements else { return (nil, ProblemLog()) }
    return try CommuneMovements.read(movements)
  }

  func crosswalk(
    _ old: Contours, _ new: Contours, _ moves: CommuneMovements?
  ) throws(Problem) -> (Crosswalk, ProblemLog) {
    let (positions, problems) = try readAddresses(for: new)
    let (crosswalk, found) = try Crosswalk.between(
      old, new, tolerance: tolerance, movements: moves, addresses: positions, threads: threads)
    return (crosswalk, problems.followed(by: found))
  }

  private func readAddresses(
    for contours: Contours
  ) throws(Problem) -> (AddressPositions?, ProblemLog) {
    if addresses.isEmpty { return (nil, ProblemLog()) }
    return try AddressPositions.read(addresses, in: contours.system)
  }
}
