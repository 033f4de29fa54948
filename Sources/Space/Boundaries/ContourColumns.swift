internal import Layers
internal import Territory

/// Which column of a layer of contours says what, by the names that editions have used.
///
/// - Source: ATTRIBUTES.md: IGN editions 2009–2026, georef-france-iris, city portals
struct ContourColumns {
  /// The whole code; `nil` when it is in two parts.
  let code: Int?
  /// The commune's code.
  let commune: Int?
  /// The four characters after the commune's.
  let own: Int?
  /// The name of the IRIS.
  let name: Int?
  /// The name of the commune.
  let communeName: Int?
  /// What kind of area it is.
  let type: Int?
  /// Whether the code's column was found by its values, its name being none of the known ones.
  let isByValues: Bool

  static let codeNames = [
    "code_iris", "codeiris", "cod_iris", "dcomiris", "dcom_iris", "iris_code",
  ]
  private static let communeNames = [
    "insee_com", "code_insee", "depcom", "com_arm_code", "com_arm_cod", "com_code", "code_com",
    "com",
  ]
  private static let ownNames = ["iris"]
  private static let nameNames = [
    "nom_iris", "iris_name", "lib_iris", "libiris", "nomiris", "name", "nom",
  ]
  private static let communeNameNames = [
    "nom_commune", "nom_com", "com_arm_name", "com_arm_nam", "com_name", "libcom", "nomcom",
  ]
  private static let typeNames = ["type_iris", "typ_iris", "iris_type", "typiris"]

  /// - Returns: `nil` when nothing in the layer makes an IRIS code
  init?(of layer: Layer) {
    let fields = layer.fields.map { $0.lowercased() }
    // a Shapefile cuts names at ten characters
    func find(_ names: [String]) -> Int? {
      names.lazy.compactMap { name in
        fields.firstIndex { $0 == name || ($0.utf8.count == 10 && name.hasPrefix($0)) }
      }.first
    }
    commune = find(Self.communeNames)
    let ownPart = find(Self.ownNames)
    let named = find(Self.codeNames)
    let isInParts = named == nil && commune != nil && ownPart != nil
    let byValues = named == nil && !isInParts ? Self.columnOfCodes(in: layer) : nil
    guard named != nil || isInParts || byValues != nil else { return nil }
    code = named ?? byValues
    isByValues = byValues != nil
    own = isInParts ? ownPart : nil
    name = find(Self.nameNames)
    communeName = find(Self.communeNameNames)
    type = find(Self.typeNames)
  }

  /// The code of one feature; `nil` when it holds none.
  func reading(of feature: Layer.Feature) -> CodeReading? {
    if let code { return CodeReading(whole: feature.values[code]) }
    guard let commune, let own else { return nil }
    return CodeReading(commune: feature.values[commune], own: feature.values[own])
  }

  /// Whether column names alone make codes possible: what is asked before a layer is read.
  static func areNamed(in fields: [String]) -> Bool {
    let names = Set(fields.map { $0.lowercased() })
    let isInParts = !names.isDisjoint(with: communeNames) && !names.isDisjoint(with: ownNames)
    return isInParts || !names.isDisjoint(with: codeNames)
  }

  /// The only column in which every value is an IRIS code as text, and no two are equal.
  private static func columnOfCodes(in layer: Layer) -> Int? {
    let columns = layer.fields.indices.filter { column in
      let codes = layer.features.compactMap { feature -> Iris? in
        guard case .text(let text) = feature.values[column] else { return nil }
        return Iris(text)
      }
      return !codes.isEmpty && codes.count == layer.features.count
        && Set(codes).count == codes.count
    }
    return columns.count == 1 ? columns[0] : nil
  }
}
