internal import Boundaries
internal import Diagnostics
internal import Files
public import Geocoding
internal import Territory

/// What geocoding needs besides the partner's file: address bases and contours, by their paths.
public struct GeocodingReferences: Sendable, Hashable {
  /// BAN or BAL files, and lists of communes and postcodes.
  public let sources: AddressSources
  /// Contours of the IRIS; `nil` to give positions without IRIS.
  public let contours: String?
  /// Layer of a GeoPackage.
  public let layer: String?

  /// References by their paths.
  public init(
    addresses: [String], communes: [String] = [], postcodes: [String] = [], contours: String?,
    layer: String? = nil
  ) {
    sources = AddressSources(addresses: addresses, communes: communes, postcodes: postcodes)
    self.contours = contours
    self.layer = layer
  }

  /// A geocoder over the saved base, which is made first where it is missing.
  ///
  /// - Throws: `campaign.no-addresses`, `files.…`, `tables.…`, `boundaries.…`, `geocoding.…`
  func geocoder(threads: Int) throws(Problem) -> (Geocoder, IrisTerritory?, ProblemLog) {
    guard !sources.addresses.isEmpty else { throw Wording.noAddresses() }
    var problems = ProblemLog()
    var territory: IrisTerritory?
    var key: ContentHash?
    if let contours {
      let (read, found) = try IrisTerritory.prepared(from: contours, layer: layer)
      territory = read
      key = try ContentHash(ofFile: contours)
      problems.append(found)
    }
    let (base, found) = try AddressBase.prepared(
      from: sources, territory: territory, contours: key, threads: threads)
    problems.append(found)
    return (Geocoder(base), territory, problems)
  }
}
