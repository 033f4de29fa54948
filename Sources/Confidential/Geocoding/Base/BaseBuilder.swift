internal import Boundaries
internal import Diagnostics
internal import Files
internal import Geometry
internal import Locating
internal import Projection
internal import Tables
internal import Territory

/// Puts the rows of all files in order and works out everything that the file holds.
///
/// Not Sendable: one base at a time.
final class BaseBuilder {
  var register = CommuneRegister()
  var problems = ProblemLog()

  /// Streets in the order of the files; texts moved to `texts`.
  var rawStreets: [AddressRows.Street] = []
  private var streetOfKey: [UInt64: UInt32] = [:]
  var texts: [UInt8] = []
  var blocks: [AddressRows] = []
  var streetOfLocal: [[UInt32]] = []
  var suffixes: [Word] = [Word()]
  private var suffixIndex: [Word: UInt16] = [Word(): 0]

  var communes: [CommuneRecord] = []
  var communeIndex: [UInt64: Int] = [:]
  /// Codes of the communes that a commune has taken in, and of its arrondissements.
  var absorbed: [UInt64: [UInt64]] = [:]
  var communeKeys: [CommuneKeyRecord] = []
  var postcodes: [PostcodeRecord] = []
  var postcodeCommunes: [UInt32] = []
  var communePostcodes: [UInt32] = []
  var streets: [StreetRecord] = []
  var names: [NameRecord] = []
  var nameWords: [UInt32] = []
  var keys: [UInt64] = []
  var keyNames: [UInt32] = []
  var tokens: [TokenRecord] = []
  var tokenSlots: [UInt32] = []
  var communeTokens: [CommuneTokenRecord] = []
  var postings: [UInt32] = []
  var addresses: [AddressRecord] = []
  var shares: [ShareRecord] = []
  var irises: [UInt64] = []
  var idExceptions: [UInt64] = []

  /// IRIS of places without address, as `AddressRecord.iris`.
  var placeIris: [UInt32] = []
  var lastPostcode: (value: UInt32, place: UInt16) = (0, 0)
  let threads: Int

  init(threads: Int) { self.threads = threads }

  /// The last file that was read, for what is wrong with all of them.
  private(set) var place = Place()

  /// Reads one file of addresses.
  func read(_ path: String) throws(Problem) {
    let table = try DelimitedFile(path)
    place = table.place()
    guard let layout = AddressLayout(table.columns) else {
      throw Wording.notAddresses(table.place(line: table.dialect.headerLine))
    }
    let (rows, found) = try table.mapBlocks(reading: layout.read, threads: threads) { block in
      AddressRows(block, layout)
    }
    problems.append(table.problems)
    problems.append(found)
    for block in rows {
      if block.rowsWithoutCommune > 0 {
        problems.record(
          Wording.rowsWithoutCommune(
            table.place(line: block.firstBadLine), block.rowsWithoutCommune))
      }
      if block.rowsWithoutPosition > 0 {
        problems.record(Wording.rowsWithoutPosition(table.place(), block.rowsWithoutPosition))
      }
      if block.rowsInOtherSystem > 0 {
        problems.record(Wording.rowsInOtherSystem(table.place(), block.rowsInOtherSystem))
      }
      take(block)
    }
  }

  /// Joins the streets of a block with those known.
  private func take(_ block: AddressRows) {
    let shift = texts.count
    texts.append(contentsOf: block.texts)
    var places: [UInt32] = []
    places.reserveCapacity(block.streets.count)
    for var street in block.streets {
      for place in 0..<7 { street.texts[place] = street.texts[place].shifted(by: shift) }
      if let known = streetOfKey[street.key] {
        places.append(known)
        if !rawStreets[Int(known)].hasPoint { rawStreets[Int(known)].point = street.point }
      } else {
        places.append(UInt32(rawStreets.count))
        streetOfKey[street.key] = UInt32(rawStreets.count)
        rawStreets.append(street)
      }
    }
    var block = block
    block.exceptions = block.exceptions.map { ($0.record, $0.id.shifted(by: shift)) }
    let suffixPlaces = block.suffixes.map(suffixPlace)
    if suffixPlaces != block.suffixes.indices.map({ UInt16($0) }) {
      for index in block.records.indices where block.records[index].suffix != 0 {
        block.records[index].suffix = suffixPlaces[Int(block.records[index].suffix)]
      }
    }
    block.texts = []
    block.streets = []
    blocks.append(block)
    streetOfLocal.append(places)
  }

  private func suffixPlace(_ word: Word) -> UInt16 {
    if let known = suffixIndex[word] { return known }
    let place = UInt16(clamping: suffixes.count)
    suffixes.append(word)
    suffixIndex[word] = place
    return place
  }

  func text(_ span: Span32) -> String { String(decoding: texts[span.range], as: UTF8.self) }

  func keep(_ text: String) -> Span32 {
    let start = texts.count
    texts.append(contentsOf: text.utf8)
    return Span32(start, texts.count)
  }

  /// Everything, once all files are read.
  func finish(_ territory: IrisTerritory?) throws(Problem) {
    streetOfKey = [:]
    registerCommunes(territory)
    orderStreets()
    scatterAddresses()
    tellRepeats()
    let system = territory?.system ?? epsgSystem
    try fillPositions(system)
    if let territory { locate(in: territory) }
    summarise()
    writeNames()
  }

  /// The system of the first commune that has one.
  var epsgSystem: TerritorySystem {
    communes.lazy.filter { $0.streets.count > 0 }
      .compactMap { Commune(packedText: $0.code) }.compactMap { TerritorySystem.of($0) }.first
      ?? .lambert93
  }
}
