/// Which official list of communes a table is, by its columns, and where they stand.
struct CommuneListLayout: Sendable {
  let kind: CommuneListSurvey.Kind
  /// Positions in the file, in the order in which `CommuneRegister` reads a row.
  let read: [Int]
  /// The code that says where a row is.
  let code: Int
  /// The day of an event; `nil` for other lists.
  let day: Int?

  /// - Returns: `nil` when the columns are of none of them
  init?(_ columns: [String]) {
    let folded = columns.map { Self.folded($0) }
    func slots(_ names: [String]) -> [Int]? {
      let found = names.map { name in folded.firstIndex { $0.hasPrefix(name) } }
      return found.contains(nil) ? nil : found.compactMap { $0 }
    }
    if let found = slots([
      "COMAV", "LIBELLEAV", "COMAP", "TYPECOMAV", "TYPECOMAP", "MOD", "DATEEFF",
    ]) {
      (kind, read, code, day) = (.movements, found, found[2], found[6])
    } else if let found = slots(["TYPECOM", "COM", "LIBELLE", "COMPARENT"]) {
      let own = folded.firstIndex(of: "COM") ?? found[1]
      (kind, read, code, day) = (.communes, [found[0], own, found[2], found[3]], own, nil)
    } else if let found = slots(["CODECOMMUNE", "NOM", "CODEPOSTAL", "LIBELLED", "LIGNE5"]) {
      (kind, read, code, day) = (.postcodes, found, found[0], nil)
    } else {
      return nil
    }
  }

  /// Letters and digits only, accents gone: `#Code_commune_INSEE` → `CODECOMMUNEINSEE`.
  static func folded(_ name: String) -> String {
    var bytes: [UInt8] = []
    let text = Array(name.utf8)
    text.withUnsafeBufferPointer { Folding.fold($0, into: &bytes) }
    return String(decoding: bytes.filter { $0 >= 0x30 }, as: UTF8.self)
  }
}
