internal import Boundaries
internal import Diagnostics
internal import Disclosure
internal import Rates
internal import Territory

extension Exporter {
  static func isAllowed(_ name: String) -> Bool {
    let isLegal = { (byte: UInt8) in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return (1...60).contains(name.utf8.count) && name.utf8.allSatisfy(isLegal)
      && !name.hasPrefix("-")
  }

  static func missing(in sheet: Sheet, names: ZoneNames) -> [Problem] {
    sheet.rows.compactMap { row in
      guard let iris = row.zone.iris, names.area(of: row.zone) == nil else { return nil }
      return Wording.noContour(iris.code)
    }
  }

  /// Contours of the release's communes that have no row; other communes' are not asked for.
  static func unused(_ contours: Contours, in sheet: Sheet) -> [Problem] {
    let communes = Set(sheet.rows.map(\.zone.commune))
    let rows = Set(sheet.rows.compactMap(\.zone.iris))
    return contours.areas.map(\.iris).filter {
      communes.contains($0.commune) && !rows.contains($0)
    }.map { Wording.noRow($0.code) }
  }

  static func shortened(_ indicators: [IndicatorColumns]) -> [Problem] {
    indicators.filter { $0.stem.text != $0.definition.id }.map {
      Wording.shortenedName($0.definition.id, $0.stem.text)
    }
  }
}
