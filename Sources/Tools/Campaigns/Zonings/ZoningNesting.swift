internal import Rates
internal import Territory

/// Whether each area of a zoning lies in one area of another, as a campaign says.
///
/// It is told by IRIS: what two drawn zonings do inside one IRIS is not looked at.
struct ZoningNesting {
  /// The name of the communes among zonings.
  static let communes = "communes"

  /// The first area, by code, that crosses a limit; `nil` when all nest.
  let firstCrossing: String?

  /// - Parameters:
  ///   - outer: `nil` for the communes
  ///   - irises: of the territory
  init(of inner: Zoning, in outer: Zoning?, irises: [Iris]) {
    func options(_ iris: Iris) -> Set<String> {
      outer.map { Set($0.options(of: iris)) } ?? [iris.commune.code]
    }
    firstCrossing =
      inner.areas.first { area in
        let members = irises.filter { inner.options(of: $0).contains(area.code) }
        guard let first = members.first else { return false }
        let common = members.reduce(options(first)) { $0.intersection(options($1)) }
        let isWhole = members.allSatisfy {
          inner.options(of: $0).count > 1 || options($0).count == 1
        }
        return common.subtracting([""]).isEmpty || !isWhole
      }?.code
  }
}
