/// A record of the file: plain numbers, the same bytes on every machine of this byte order.
protocol FlatRecord: BitwiseCopyable, Sendable {
  /// What an offset beyond the section gives: a forged file gives wrong answers at worst.
  static var nothing: Self { get }
}

extension UInt32: FlatRecord { static var nothing: UInt32 { 0 } }
extension UInt64: FlatRecord { static var nothing: UInt64 { 0 } }
extension UInt8: FlatRecord { static var nothing: UInt8 { 0 } }
extension Int32: FlatRecord { static var nothing: Int32 { 0 } }
extension Word: FlatRecord { static var nothing: Word { Word() } }

/// Consecutive records of a section.
struct Span32: BitwiseCopyable, Sendable {
  var start: UInt32 = 0
  var end: UInt32 = 0

  init() {}
  init(_ start: Int, _ end: Int) {
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  @inline(__always) var range: Range<Int> { Int(start)..<Int(max(start, end)) }
  var count: Int { range.count }

  func shifted(by distance: Int) -> Span32 {
    Span32(range.lowerBound + distance, range.upperBound + distance)
  }
}

/// A point: centimetres in the territory's system, 10⁻⁷ degrees on WGS 84.
struct PointRecord: BitwiseCopyable, Sendable, Equatable {
  static let unknown = Int32.min
  var x = unknown
  var y = unknown
  var longitude = unknown
  var latitude = unknown

  var isKnown: Bool { x != Self.unknown }
  var hasDegrees: Bool { longitude != Self.unknown }

  /// Whether centimetres of Lambert-93 can be these: the metropole's easting and northing.
  var isInLambert93: Bool {
    (0...130_000_000).contains(x) && (600_000_000...720_000_000).contains(y)
  }
}

struct AddressRecord: FlatRecord {
  static let nothing = AddressRecord()
  /// 99999 and more are no numbers and never stored.
  var number: UInt32 = 0
  /// Index in `suffixes`; 0 for none.
  var suffix: UInt16 = 0
  /// Index in `postcodes`, from 1; 0 for none.
  var postcode: UInt16 = 0
  var point = PointRecord()
  /// Index in `irises` from 1, 0 for none, in the upper 24 bits; decimetres to the next IRIS / 10 in
  /// the lower 8, 255 for far.
  var iris: UInt32 = 0
  /// `PositionType`.
  var position: UInt8 = 0
  var flags: UInt8 = 0
  var padding: UInt16 = 0

  var irisIndex: Int { Int(iris >> 8) }
  var metresToBoundary: Int { Int(iris & 255) }
}

struct StreetRecord: FlatRecord {
  static let nothing = StreetRecord()
  var name = Span32()
  var id = Span32()
  var addresses = Span32()
  var irises = Span32()
  var point = PointRecord()
  var commune: UInt32 = 0
  /// INSEE code before the merger, packed as `Commune` packs; 0 for none.
  var oldCommune: UInt32 = 0
  var postcode: UInt16 = 0
  /// 1 for a lieu-dit.
  var isPlace: UInt8 = 0
  var type: UInt8 = 0
  var oldName = Span32()
  /// For a place without address: metres to the next IRIS, 255 for far.
  var metresToBoundary: UInt32 = 255
}

/// One name of a street: official, second, former, La Poste's.
struct NameRecord: FlatRecord {
  static let nothing = NameRecord()
  var street: UInt32 = 0
  var words: UInt32 = 0
  var wordCount: UInt8 = 0
  var type: UInt8 = 0
  /// 0 official · 1 La Poste's · 2 alias or former · 3 of a hamlet, as its addresses say it.
  var kind: UInt8 = 0
  var padding: UInt8 = 0
}

struct TokenRecord: FlatRecord {
  static let nothing = TokenRecord()
  var word = Word()
  var sound: UInt32 = 0
  var signature: UInt32 = 0
  /// Names that hold it.
  var frequency: UInt32 = 0
  var kind: UInt8 = 0
  var length: UInt8 = 0
  var padding: UInt16 = 0
}

/// A word of a commune and the names that hold it.
struct CommuneTokenRecord: FlatRecord {
  static let nothing = CommuneTokenRecord()
  var token: UInt32 = 0
  var signature: UInt32 = 0
  var sound: UInt32 = 0
  var postings = Span32()
}

struct CommuneRecord: FlatRecord {
  static let nothing = CommuneRecord()
  /// Five ASCII characters.
  var code: UInt64 = 0
  var name = Span32()
  var streets = Span32()
  var names = Span32()
  var keys = Span32()
  var tokens = Span32()
  var postcodes = Span32()
  var point = PointRecord()
  /// The commune that an arrondissement belongs to.
  var parent: UInt64 = 0
  /// 1 when the territory covers it or has none.
  var isCovered: UInt32 = 0
  /// Index in `irises` from 1 of the IRIS of an undivided commune; 0 for the others.
  var onlyIris: UInt32 = 0
}

/// A name of a commune: its own, a former one, La Poste's.
struct CommuneKeyRecord: FlatRecord {
  static let nothing = CommuneKeyRecord()
  var key: UInt64 = 0
  var commune: UInt32 = 0
  /// 0 its own · 1 of a commune merged into it · 2 La Poste's.
  var kind: UInt32 = 0
  /// The code of the merged commune.
  var oldCode: UInt64 = 0
}

struct PostcodeRecord: FlatRecord {
  static let nothing = PostcodeRecord()
  var value: UInt32 = 0
  var communes = Span32()
}

struct ShareRecord: FlatRecord {
  static let nothing = ShareRecord()
  var iris: UInt32 = 0
  var count: UInt32 = 0
}

/// What the position of an address is, from the surest for the side of a street to the least.
enum PositionType: UInt8 {
  case unknown, entrance, building, stairs, dwelling, delivery, parcel, segment, service
}
