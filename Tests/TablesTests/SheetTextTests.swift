import Diagnostics
import Files
import TestSupport
import Testing

@testable import Tables

/// A sheet read from what its survey kept is the sheet read from its file.
@Suite struct SheetTextTests {
  static let names = PartnerFileTests.names.filter { $0.hasSuffix(".xlsx") || $0.hasSuffix(".ods") }

  @Test(arguments: names)
  func `what was kept of a sheet reads like its file`(name: String) throws {
    let path = "\(PartnerFileTests.folder)/\(name)"
    guard case .success(let kept) = Self.sheet(path, keepingText: true) else { return }
    let again = try Self.sheet(path, keepingText: false).get()
    #expect(kept.survey.text != nil && again.survey.text == nil)
    let bytes = try Self.bytes(of: kept)
    #expect(!bytes.isEmpty)
    #expect(try Self.bytes(of: again) == bytes)
  }

  private static func sheet(_ path: String, keepingText: Bool) -> Result<WorkbookSheet, Problem> {
    Result { () throws(Problem) in
      let file = try MappedFile(path)
      let workbook = try Workbook(file, members: try ArchiveStream.members(of: path))
      return try WorkbookSheet(workbook, declared: nil, keepingText: keepingText)
    }
  }

  /// By pieces shorter than a row.
  private static func bytes(of sheet: WorkbookSheet) throws(Problem) -> [UInt8] {
    let stream = try SheetStream(sheet)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 7, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while case let count = try stream.read(into: buffer), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
