public import Boundaries
public import Diagnostics
public import Files
public import Territory

/// All reference addresses of a territory, with their IRIS, in one memory-mapped file.
///
/// May cross threads: nothing changes after the initialiser.
///
/// - Confidential: no; these are public reference data
public final class AddressBase: Sendable {
  init() {}

  /// Addresses, each position counted.
  public var addressCount: Int { 0 }
  /// Streets and places.
  public var streetCount: Int { 0 }
  /// Communes with at least one address or a postcode, in byte order.
  public var communes: [Commune] { [] }
  /// Size of the file.
  public var byteCount: Int { 0 }
}

extension AddressBase {
  /// The base of some sources: the saved one when it was made of the same bytes, else built and
  /// saved.
  ///
  /// A damaged or foreign file is rebuilt, never trusted.
  ///
  /// - Parameters:
  ///   - territory: gives each address its IRIS; `nil` for none
  ///   - contours: the hash of what the territory was read from
  ///   - path: where the base is saved; beside the first source by default
  /// - Returns: the base; the problems of the sources, none when the base was saved
  /// - Throws: `files.…`, `tables.…`, `geocoding.…`, `projection.…`
  public static func prepared(
    from sources: AddressSources, territory: IrisTerritory?, contours: ContentHash? = nil,
    at path: String? = nil, threads: Int = 2
  ) throws(Problem) -> (AddressBase, ProblemLog) {
    (AddressBase(), ProblemLog())
  }

  /// Makes the base of some sources and writes it.
  ///
  /// - Returns: the problems of the sources
  public static func build(
    from sources: AddressSources, territory: IrisTerritory?, contours: ContentHash? = nil,
    to path: String, threads: Int = 2
  ) throws(Problem) -> ProblemLog {
    ProblemLog()
  }

  /// Opens a saved base without reading it.
  ///
  /// - Parameters:
  ///   - key: what it must have been made of; `nil` to take what is there
  /// - Returns: `nil` when it is absent, damaged, foreign, or made of something else
  public static func open(_ path: String, key: ContentHash? = nil) -> AddressBase? { nil }

  /// One reference address.
  public func address(_ ordinal: Int) -> ReferenceAddress { ReferenceAddress() }

  /// The displayed name of a street or place.
  public func streetName(_ ordinal: Int) -> String { "" }

  /// The commune of a street or place.
  public func commune(ofStreet ordinal: Int) -> Commune? { nil }

  /// The words of an answer.
  public func text(of answer: Answer) -> AnswerText { AnswerText() }
}
