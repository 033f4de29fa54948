internal import Files
public import Territory

/// All reference addresses of a territory, with their IRIS, in one memory-mapped file.
///
/// Nothing is read when it is opened: every look-up goes to sorted records and hash slots of the
/// file itself.
///
/// May cross threads: nothing changes after the initialiser.
///
/// - Confidential: no; these are public reference data
public final class AddressBase: Sendable {
  let file: MappedFile
  /// EPSG code of the projected system of the positions.
  public let epsg: Int

  let communeRecords: Flat<CommuneRecord>
  let communeKeys: Flat<CommuneKeyRecord>
  let postcodes: Flat<PostcodeRecord>
  let postcodeCommunes: Flat<UInt32>
  let communePostcodes: Flat<UInt32>
  let streets: Flat<StreetRecord>
  let names: Flat<NameRecord>
  let nameWords: Flat<UInt32>
  let keys: Flat<UInt64>
  let keyNames: Flat<UInt32>
  let tokens: Flat<TokenRecord>
  let tokenSlots: Flat<UInt32>
  let communeTokens: Flat<CommuneTokenRecord>
  let postings: Flat<UInt32>
  let addresses: Flat<AddressRecord>
  let shares: Flat<ShareRecord>
  let irises: Flat<UInt64>
  let suffixes: Flat<Word>
  let texts: UnsafeBytes
  let idExceptions: Flat<UInt64>

  init(_ file: MappedFile, epsg: Int, _ sections: [UnsafeRawBufferPointer]) {
    precondition(sections.count == Section.allCases.count, "one buffer for each section")
    func bytes(_ section: Section) -> UnsafeRawBufferPointer { sections[section.rawValue] }
    self.file = file
    self.epsg = epsg
    communeRecords = Flat(bytes(.communes))
    communeKeys = Flat(bytes(.communeKeys))
    postcodes = Flat(bytes(.postcodes))
    postcodeCommunes = Flat(bytes(.postcodeCommunes))
    communePostcodes = Flat(bytes(.communePostcodes))
    streets = Flat(bytes(.streets))
    names = Flat(bytes(.names))
    nameWords = Flat(bytes(.nameWords))
    keys = Flat(bytes(.keys))
    keyNames = Flat(bytes(.keyNames))
    tokens = Flat(bytes(.tokens))
    tokenSlots = Flat(bytes(.tokenSlots))
    communeTokens = Flat(bytes(.communeTokens))
    postings = Flat(bytes(.postings))
    addresses = Flat(bytes(.addresses))
    shares = Flat(bytes(.shares))
    irises = Flat(bytes(.irises))
    suffixes = Flat(bytes(.suffixes))
    texts = UnsafeBytes(bytes(.texts))
    idExceptions = Flat(bytes(.idExceptions))
  }

  /// Addresses, each position counted, and once more for the hamlet that it names.
  public var addressCount: Int { addresses.count }
  /// Streets and places.
  public var streetCount: Int { streets.count }
  /// Communes with at least one address, a postcode or a place in the list of communes, in byte
  /// order.
  public var communes: [Commune] {
    (0..<communeRecords.count).compactMap { Commune(packedText: communeRecords[$0].code) }
  }
  /// Size of the file.
  public var byteCount: Int { file.bytes.count }
}

/// Bytes that are only read.
struct UnsafeBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The text of a range; empty beyond the end.
  func text(_ span: Span32) -> String {
    guard span.range.upperBound <= bytes.count else { return "" }
    return String(decoding: bytes[span.range], as: UTF8.self)
  }
}

extension Commune {
  /// A code of five characters in the low bytes of a word, as the base stores it.
  init?(packedText: UInt64) {
    let text = String(decoding: (0..<5).map { UInt8(packedText >> ($0 * 8) & 255) }, as: UTF8.self)
    self.init(text)
  }

  var packedText: UInt64 { Word(code).low }
}
