public import Geometry

extension ReferenceSystem {
  /// The system that a user or a file names: `EPSG:2154`, `2154`, `urn:ogc:def:crs:EPSG::2154`,
  /// `http://www.opengis.net/def/crs/OGC/1.3/CRS84`, `WGS84`, `Lambert-93`, `CC44`, or a definition
  /// in well-known text.
  ///
  /// - Returns: `nil` when the text names none; whether PROJ knows the code is another question
  public static func parse(_ text: String) -> ReferenceSystem? {
    let folded = fold(text)
    if let named = names[folded] { return named }
    if isWellKnownText(text) { return .wellKnownText(text) }
    let parts = text.uppercased().split { ":/#, \t\r\n".contains($0) }
    guard let last = parts.last else { return nil }
    if last == "CRS84" { return .crs84 }
    let isEPSG = parts.count == 1 || parts.dropLast().contains { $0 == "EPSG" || $0 == "EPSG.XML" }
    guard isEPSG, (4...6).contains(last.utf8.count), last.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    return Int(last).map { .epsg($0) }
  }

  private static let names: [String: ReferenceSystem] = {
    var names: [String: ReferenceSystem] = [
      "WGS84": .crs84, "CRS84": .crs84, "LAMBERT93": .epsg(2154), "L93": .epsg(2154),
      "LAMB93": .epsg(2154), "RGF93": .epsg(2154), "RGF93LAMBERT93": .epsg(2154),
      "RGF93V1LAMBERT93": .epsg(2154), "LAMBERTIIETENDU": .epsg(27572),
      "LAMBERT2ETENDU": .epsg(27572), "L2E": .epsg(27572), "WEBMERCATOR": .epsg(3857),
      "RGAF09UTM20": .epsg(5490), "RGAF09UTM20N": .epsg(5490), "UTM22RGFG95": .epsg(2972),
      "RGFG95UTM22N": .epsg(2972), "RGR92UTM40S": .epsg(2975), "RGM04UTM38S": .epsg(4471),
      "RGSPM06U21": .epsg(4467), "RGSPM06UTM21N": .epsg(4467),
    ]
    for zone in 42...50 {
      names["CC\(zone)"] = .epsg(3900 + zone)
      names["RGF93CC\(zone)"] = .epsg(3900 + zone)
    }
    return names
  }()

  private static func isWellKnownText(_ text: String) -> Bool {
    let keywords = [
      "PROJCS", "GEOGCS", "PROJCRS", "GEOGCRS", "GEODCRS", "COMPD_CS", "COMPOUNDCRS", "BOUNDCRS",
    ]
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix { $0 != "[" && $0 != "(" }
    return start.endIndex != text.endIndex && keywords.contains(start.uppercased())
  }

  /// Upper-case letters and digits without accents.
  private static func fold(_ text: String) -> String {
    String(
      text.uppercased().compactMap { character -> Character? in
        if "ÉÈÊË".contains(character) { return "E" }
        return character.isASCII && (character.isLetter || character.isNumber) ? character : nil
      })
  }
}
