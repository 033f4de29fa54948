/// A made-up country that looks like France to a geocoder: 69 streets for a commune, ten addresses
/// for a street, postcodes shared by three communes, names that come back everywhere.
///
/// Every commune is drawn from its own seed, so that any can be drawn alone and none is held.
struct MadeUpFrance {
  let communeCount: Int
  let seed: UInt64
  let coverage: Coverage
  private let largeCount: Int

  /// Areas of a large commune.
  private static let areasOfLarge = 8
  static let addressesPerCommune = 695.0

  init(addresses: Int, seed: UInt64) {
    communeCount = max(17, Int(Double(addresses) / Self.addressesPerCommune))
    largeCount = communeCount / 17
    self.seed = seed
    coverage = Coverage(
      areaCount: communeCount + largeCount * (Self.areasOfLarge - 1), seed: seed)
  }

  func isLarge(_ commune: Int) -> Bool { commune < largeCount }

  /// Areas of the zoning that make a commune.
  func areas(of commune: Int) -> Range<Int> {
    if isLarge(commune) {
      return commune * Self.areasOfLarge..<(commune + 1) * Self.areasOfLarge
    }
    let area = largeCount * (Self.areasOfLarge - 1) + commune
    return area..<area + 1
  }

  /// INSEE code.
  func code(of commune: Int) -> String {
    Self.padded(commune / 400 + 1, 2) + Self.padded(commune % 400 + 1, 3)
  }

  /// IRIS code of an area of the commune.
  func iris(_ place: Int, of commune: Int) -> String {
    code(of: commune) + (isLarge(commune) ? Self.padded(101 + place, 4) : "0000")
  }

  func postcode(of commune: Int) -> String {
    Self.padded(commune / 400 + 1, 2) + Self.padded(commune % 400 / 3 * 5, 3)
  }

  /// Unlike those of other communes.
  func name(of commune: Int) -> String {
    let start = Self.starts[commune % Self.starts.count]
    let end = Self.ends[commune / Self.starts.count % Self.ends.count]
    let rank = commune / (Self.starts.count * Self.ends.count) % Self.rivers.count
    let isSaint = commune % 7 == 0 ? "Saint-" : ""
    return isSaint + start + end + (rank == 0 ? "" : "-sur-" + Self.rivers[rank])
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static let starts = [
    "Aubi", "Beau", "Bri", "Cham", "Cour", "Dam", "Eper", "Fon", "Gran", "Haute", "Isle", "Jou",
    "Lan", "Mar", "Mont", "Neu", "Orge", "Pier", "Quin", "Roche", "Sau", "Ta", "Ursi", "Val", "Ver",
    "Ville", "Arma", "Bou", "Clair", "Dour", "Etre", "Fres", "Gour", "Her", "Jar", "Ker", "Lou",
    "Mire", "Nan", "Pont",
  ]
  private static let ends = [
    "court", "ville", "gny", "mont", "ac", "bourg", "cy", "dun", "fort", "guen", "lay", "mesnil",
    "nay", "pierre", "reux", "sac", "tier", "val", "vray", "zières", "bec", "champ", "dieu",
    "fontaine", "lieu", "magne", "nois", "rac", "seul", "thun",
  ]
  private static let rivers = [
    "", "Orvelle", "Dronce", "Sarnelle", "Vionne", "Marette", "Louvre", "Breuve", "Tanche", "Aubre",
    "Corselle", "Digne", "Esque", "Forle", "Guine", "Huvre", "Ivoire", "Jalle", "Lise", "Meule",
    "Nivre", "Ource", "Pleine", "Rance", "Seule", "Trouve", "Urte", "Veule", "Yvre", "Zorne",
  ]
}
