/// Another cutting of the territory than the IRIS: grand quartiers, priority districts, EPCI.
///
/// Its areas share nobody. An area is made of whole IRIS, of parts of IRIS, or of whole communes.
public struct Zoning: Sendable, Hashable {
  /// One of its areas.
  public struct Area: Sendable, Hashable {
    /// Its code, the zoning's own.
    public let code: String
    /// Its name; empty when it has none.
    public let name: String

    /// An area from its code and name.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// What its areas are made of.
  public enum Members: Sendable, Hashable {
    /// The areas where persons of an IRIS may live, sorted; the empty code is « in none of them ». An
    /// IRIS left out lies in none.
    case irises([Iris: [String]])
    /// The area of each commune, its persons without an IRIS included.
    case communes([Commune: String])
  }

  /// What its files and columns are called: `^[a-z][a-z0-9_]*$`.
  public let id: String
  /// In French.
  public let title: String
  /// Sorted by code.
  public let areas: [Area]
  /// What its areas are made of.
  public let members: Members

  /// A zoning from its parts.
  public init(id: String, title: String, areas: [Area], members: Members) {
    self.id = id
    self.title = title
    self.areas = areas.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    self.members = members
  }

  /// The areas where persons of an IRIS may live; one where it lies wholly in one, or in none.
  public func options(of iris: Iris) -> [String] {
    switch members {
    case .irises(let options): options[iris] ?? [""]
    case .communes(let areas): [areas[iris.commune] ?? ""]
    }
  }

  /// Whether an area has a part of an IRIS only.
  public var cutsIrises: Bool {
    if case .irises(let options) = members {
      options.values.contains { $0.count > 1 }
    } else {
      false
    }
  }

  /// Whether its areas are whole communes.
  public var isOfCommunes: Bool { if case .communes = members { true } else { false } }
}
