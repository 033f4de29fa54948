internal import Diagnostics
internal import Files

/// Where the bytes of a table are.
enum Container: Sendable {
  /// An ordinary file.
  case plain(MappedFile)
  /// A .gz, or a member of a .zip.
  case compressed(MappedFile, Compression, member: String?)
  /// A sheet of a workbook.
  case workbook(WorkbookSheet)

  /// Member of the .zip, or sheet of the workbook.
  var member: String? {
    switch self {
    case .plain: nil
    case .compressed(_, _, let member): member
    case .workbook(let sheet): sheet.sheet.name
    }
  }

  /// The sheet; `nil` for text files.
  var sheet: WorkbookSheet? {
    if case .workbook(let sheet) = self { return sheet }
    return nil
  }

  /// The file that all is read from.
  var file: MappedFile {
    switch self {
    case .plain(let file), .compressed(let file, _, _): file
    case .workbook(let sheet): sheet.workbook.file
    }
  }

  /// The table's bytes from the first one; UTF-16 comes out as UTF-8.
  func stream(_ encoding: TextEncoding) throws(Problem) -> any ByteStream {
    let bytes = try byteStream()
    guard encoding.isSixteenBit else { return bytes }
    return UTF16Stream(bytes, isBigEndian: encoding == .utf16BigEndian)
  }

  private func byteStream() throws(Problem) -> any ByteStream {
    switch self {
    case .plain(let file): return MappedStream(file)
    case .compressed(let file, let compression, let member):
      return try ArchiveStream(
        file.path, compression, member: member, compressedSize: file.bytes.count)
    case .workbook(let sheet): return try SheetStream(sheet)
    }
  }

  /// Finds the table in a file.
  init(_ file: MappedFile, declaredMember: String?) throws(Problem) {
    if file.bytes.isEmpty { throw Wording.empty(file.path) }
    if let kind = ForeignFormat.of(file.bytes) { throw Wording.notText(file.path, kind) }
    switch Compression.of(file.bytes) {
    case nil: self = .plain(file)
    case .gzip: self = .compressed(file, .gzip, member: nil)
    case .zip:
      let isWhole = try file.withBytes { ZipEnd.isPresent(in: $0) }
      guard isWhole else { throw Wording.damagedArchive(file.path, nil) }
      let members = try ArchiveStream.members(of: file.path)
      if Workbook.isOne(members) {
        let workbook = try Workbook(file, members: members)
        self = .workbook(try WorkbookSheet(workbook, declared: declaredMember))
        return
      }
      let member = try Self.choose(declaredMember, among: members, path: file.path)
      self = .compressed(file, .zip, member: member)
    }
  }

  private static func choose(
    _ declared: String?, among members: [String], path: String
  ) throws(Problem) -> String {
    if let kind = ForeignFormat.of(members) { throw Wording.notText(path, kind) }
    if let declared {
      if members.contains(declared) { return declared }
      let sameName = members.filter { FilePath.name(of: $0) == declared }
      if sameName.count == 1 { return sameName[0] }
      throw Wording.missingMember(path, declared, among: members)
    }
    let tables = members.filter(isTable)
    let data = tables.filter { !FilePath.name(of: $0).lowercased().hasPrefix("meta") }
    if data.count == 1 { return data[0] }
    if tables.count == 1 { return tables[0] }
    throw Wording.whichMember(path, tables.isEmpty ? members : tables)
  }

  private static func isTable(_ member: String) -> Bool {
    let isHidden = FilePath.name(of: member).hasPrefix(".") || member.hasPrefix("__MACOSX/")
    return !isHidden && ["csv", "txt", "tsv"].contains(FilePath.suffix(of: member))
  }
}

extension TextEncoding {
  /// Whether a character takes two bytes or more.
  var isSixteenBit: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}

/// What users take for a table and is none.
enum ForeignFormat: Sendable {
  case xlsb
  case xls
  case encrypted
  case word
  case pdf
  case sevenZip
  case geoPackage
  case webPage
  case markup
  case binary

  static func of(_ bytes: UnsafeRawBufferPointer) -> ForeignFormat? {
    guard let found = signatures.first(where: { bytes.starts(with: $0.bytes) })?.format else {
      return markup(bytes)
    }
    return found == .xls ? compound(bytes) : found
  }

  /// What portals call .xls: a page of HTML, or the XML of Excel 2003.
  private static func markup(_ bytes: UnsafeRawBufferPointer) -> ForeignFormat? {
    // zeros: one byte out of two in UTF-16
    let head = bytes.prefix(512).drop { $0 >= 0x80 || $0 <= 0x20 }.filter { $0 != 0 }
    guard head.first == UInt8(ascii: "<") else { return nil }
    let start = String(decoding: head.prefix(16), as: UTF8.self).lowercased()
    let pages = ["<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style"]
    if pages.contains(where: start.hasPrefix) { return .webPage }
    return ["<?xml", "<workbook", "<!doctype"].contains(where: start.hasPrefix) ? .markup : nil
  }

  static func of(_ members: [String]) -> ForeignFormat? {
    if members.contains("xl/workbook.bin") { return .xlsb }
    return members.contains("word/document.xml") || members.contains("content.xml") ? .word : nil
  }

  /// What an OLE2 file holds, by the names of its streams.
  private static func compound(_ bytes: UnsafeRawBufferPointer) -> ForeignFormat {
    let names: [(String, ForeignFormat)] = [
      ("EncryptedPackage", .encrypted), ("WordDocument", .word),
    ]
    for (name, format) in names {
      let text = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      // entries of its directory begin at multiples of 128 bytes
      let hasName = stride(from: 512, to: bytes.count, by: 128).contains {
        bytes[$0...].starts(with: text)
      }
      if hasName { return format }
    }
    return .xls
  }

  private static let signatures: [(bytes: [UInt8], format: ForeignFormat)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .xls),
    (Array("%PDF-".utf8), .pdf),
    (Array("{\\rtf".utf8), .word),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
    (Array("SQLite format 3\0".utf8), .geoPackage),
  ]
}
