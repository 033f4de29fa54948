internal import Diagnostics
internal import Geometry

/// One pass over a GeoJSON text.
///
/// Members may come in any order. What must wait for a member not yet seen is stepped over and its
/// place kept. Of two members of the same name the last one counts, as in every other reader.
struct GeoJSONReader {
  /// How many attributes a layer may have.
  static let mostFields = 2000

  var cursor: JSONCursor
  var rings: RingInspection
  var problems = ProblemLog()
  var fields = FieldNames()
  var features: [Layer.Feature] = []
  /// The positions of the ring at hand, kept for its capacity.
  var scratch: [Position<AsDeclared>] = []
  /// The feature at hand, from 1.
  var ordinal = 0
  private let place: Place

  init(_ bytes: UnsafeRawBufferPointer, place: Place) {
    self.place = place
    cursor = JSONCursor(bytes, place: place)
    rings = RingInspection(place)
  }

  /// The place of the feature at hand.
  var here: Place {
    var here = place
    here.feature = ordinal
    return here
  }

  /// Reads the whole text.
  ///
  /// - Throws: `layers.malformed-json`, `layers.truncated-json`, `layers.too-deep`,
  ///   `layers.not-geojson`, `layers.too-many-fields`
  mutating func read(defaultName: String) throws(Problem) -> (Layer, ProblemLog) {
    if cursor.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.offset = 3 }
    cursor.skipSpace()
    let start = cursor.offset
    let root = try scanRoot()
    try expectEnd()
    try readSingle(root, start: start)
    let system = try readSystem(root)
    let name = try root.name.flatMap { offset throws(Problem) in try text(at: offset) }
    problems.append(rings.problems)
    padValues()
    let layer = Layer(
      name: name ?? defaultName, fields: fields.names, system: system, features: features)
    return (layer, problems)
  }

  private mutating func expectEnd() throws(Problem) {
    cursor.skipSpace()
    if cursor.offset < cursor.bytes.count { throw cursor.malformed("fin du texte attendue") }
  }

  /// Gives every feature a value for the fields that only later ones have.
  private mutating func padValues() {
    let width = fields.names.count
    for index in features.indices where features[index].values.count < width {
      let missing = width - features[index].values.count
      features[index].values += Array(repeating: .null, count: missing)
    }
  }
}

extension GeoJSONReader {
  /// Where the members of the root object are.
  fileprivate struct Root {
    var type: Int?
    var system: Int?
    var name: Int?
    var hasFeatures = false
  }

  private mutating func scanRoot() throws(Problem) -> Root {
    var root = Root()
    var key = try cursor.firstKey()
    while let member = key {
      let value = cursor.offset
      if cursor.matches(member, "features") && cursor.byte == 0x5B {
        noteRepeated(root.hasFeatures)
        root.hasFeatures = true
        try readFeatures()
      } else {
        if cursor.matches(member, "type") { root.type = value }
        if cursor.matches(member, "crs") { root.system = value }
        if cursor.matches(member, "name") { root.name = value }
        try cursor.skipValue()
      }
      key = try cursor.nextKey()
    }
    return root
  }

  private mutating func readFeatures() throws(Problem) {
    features.removeAll()
    ordinal = 0
    var hasMore = try cursor.openArray()
    while hasMore {
      ordinal += 1
      try readFeature()
      hasMore = try cursor.nextElement()
    }
  }

  /// A root that is one feature or one geometry.
  private mutating func readSingle(_ root: Root, start: Int) throws(Problem) {
    if root.hasFeatures { return }
    guard let type = try root.type.flatMap({ offset throws(Problem) in try text(at: offset) })
    else { throw Wording.notGeoJSON(place) }
    cursor.offset = start
    ordinal = 1
    if type == "Feature" { return try readFeature() }
    guard type == "GeometryCollection" || GeometryKind(rawValue: type) != nil else {
      throw Wording.notGeoJSON(place)
    }
    rings.begin(feature: ordinal)
    features.append(Layer.Feature(ordinal: ordinal, values: [], shape: try readShape()))
  }

  private mutating func readSystem(_ root: Root) throws(Problem) -> ReferenceSystem? {
    guard let offset = root.system else { return .crs84 }
    cursor.offset = offset
    let declaration = try readSystemDeclaration()
    if case .unknown = declaration { problems.record(Wording.unknownSystem(place)) }
    return declaration.system
  }

  /// The string at a place; nil when another kind of value is there.
  mutating func text(at offset: Int) throws(Problem) -> String? {
    cursor.offset = offset
    guard cursor.byte == 0x22 else { return nil }
    return cursor.decoded(try cursor.readText("texte attendu")).0
  }
}

extension GeoJSONReader {
  private mutating func readFeature() throws(Problem) {
    guard cursor.byte == 0x7B else {
      problems.record(Wording.notFeature(here))
      return try cursor.skipValue()
    }
    rings.begin(feature: ordinal)
    var feature = Layer.Feature(ordinal: ordinal, values: [], shape: nil)
    var hasGeometry = false
    var hasProperties = false
    var key = try cursor.firstKey()
    while let member = key {
      if cursor.matches(member, "geometry") {
        noteRepeated(hasGeometry)
        hasGeometry = true
        rings.begin(feature: ordinal)
        feature.shape = try readShape()
      } else if cursor.matches(member, "properties") {
        noteRepeated(hasProperties)
        hasProperties = true
        feature.values = try readProperties()
      } else {
        try cursor.skipValue()
      }
      key = try cursor.nextKey()
    }
    features.append(feature)
  }

  mutating func noteRepeated(_ isRepeated: Bool) {
    if isRepeated { problems.record(Wording.repeatedMember(here)) }
  }
}
