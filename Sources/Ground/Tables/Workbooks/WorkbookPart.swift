internal import Diagnostics

/// One XML member of a workbook, pushed through its listener.
struct WorkbookPart {
  let path: String
  let member: String
  let compressedSize: Int

  private static let piece = 1 << 16

  /// Reads the whole member.
  ///
  /// - Parameters:
  ///   - isEnough: asked after each piece; stops the reading
  /// - Throws: `tables.damaged-workbook`, `tables.missing-member`, `tables.archive-bomb`
  func read(
    _ listener: any XMLListener, until isEnough: () -> Bool = { false }
  ) throws(Problem) {
    let reading = try open(listener)
    while !isEnough(), try reading.advance() {}
  }

  /// Begins to read the member.
  func open(_ listener: any XMLListener) throws(Problem) -> Reading {
    let bytes = try ArchiveStream(path, .zip, member: member, compressedSize: compressedSize)
    guard let xml = XMLStream(listener) else { throw Wording.damagedWorkbook(path, member) }
    return Reading(part: self, bytes: bytes, xml: xml)
  }

  /// A member being read.
  final class Reading {
    private let part: WorkbookPart
    private let bytes: ArchiveStream
    private let xml: XMLStream
    private let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: WorkbookPart.piece, alignment: 16)

    fileprivate init(part: WorkbookPart, bytes: ArchiveStream, xml: XMLStream) {
      self.part = part
      self.bytes = bytes
      self.xml = xml
    }

    deinit { buffer.deallocate() }

    /// Pushes one piece.
    ///
    /// - Returns: false after the last one
    func advance() throws(Problem) -> Bool {
      let count = try bytes.read(into: buffer)
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if xml.feed(piece, isLast: count == 0) { return count > 0 }
      throw xml.hasDocumentType
        ? Wording.documentType(part.path, part.member)
        : Wording.damagedWorkbook(part.path, part.member)
    }
  }
}
