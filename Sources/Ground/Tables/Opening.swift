internal import Diagnostics
internal import Files

/// The first look at a file: where its bytes are and how they stand for characters.
struct Opening {
  let container: Container
  let encoding: TextEncoding
  let evidence: Dialect.Evidence
  let hasByteOrderMark: Bool
  let sample: Sample

  init(_ path: String, declared: Declaration) throws(Problem) {
    let file = try MappedFile(path)
    container = try Container(file, declaredMember: declared.member)
    let head = try Self.head(of: container, .utf8)
    if head.bytes.isEmpty { throw Wording.empty(path, member: container.member) }
    let mark = EncodingDetection.byteOrderMark(of: head.bytes)
    hasByteOrderMark = mark != nil
    (encoding, evidence) = EncodingDetection.detect(
      head, declared: container.sheet == nil ? declared.encoding : .utf8)
    let zeros = head.bytes.count { $0 == 0 }
    if !encoding.isSixteenBit && zeros * 10 > head.bytes.count {
      throw Wording.notText(path, .binary)
    }
    let place = Place(file: path, part: container.member)
    let text = encoding.isSixteenBit ? try Self.head(of: container, encoding) : head
    var sample = try Sample(text, encoding: encoding, place: place)
    let isUTF8 = encoding == .utf8 || encoding.isSixteenBit
    if isUTF8 && DoubleEncoding(sample.bytes).pairs > 0 {
      sample.doubleEncoding = try DoubleEncoding(container.stream(encoding))
    }
    self.sample = sample
  }

  /// What is declared, and for a workbook how its sheets are rendered.
  func obeyed(_ declared: Declaration) -> Declaration {
    guard container.sheet != nil else { return declared }
    var rendered = declared
    rendered.separator = SheetText.separator
    return rendered
  }

  /// The first bytes of a table.
  struct Head {
    let bytes: [UInt8]
    /// Whether there are no more.
    let isWhole: Bool
  }

  private static func head(
    of container: Container, _ encoding: TextEncoding
  ) throws(Problem) -> Head {
    if case .plain(let file) = container, !encoding.isSixteenBit {
      return Head(
        bytes: Array(file.bytes.prefix(Sample.size)), isWhole: file.bytes.count <= Sample.size)
    }
    let stream = try container.stream(encoding)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Sample.size + 1, alignment: 16)
    defer { buffer.deallocate() }
    let count = try stream.fill(buffer)
    return Head(bytes: Array(buffer.prefix(min(count, Sample.size))), isWhole: count <= Sample.size)
  }
}

/// The first lines of a table, in UTF-8 or its own one-byte encoding: what detection looks at.
struct Sample {
  /// How much is looked at.
  static let size = 1 << 20

  /// Whole lines, without the byte order mark.
  let bytes: [UInt8]
  /// Bytes of the mark before them.
  let markLength: Int
  let isWhole: Bool
  let encoding: TextEncoding
  let place: Place
  /// Of the whole table, where the sample holds characters encoded twice.
  var doubleEncoding = DoubleEncoding()

  init(_ head: Opening.Head, encoding: TextEncoding, place: Place) throws(Problem) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    markLength = head.bytes.starts(with: mark) ? mark.count : 0
    var end = head.bytes.count
    if !head.isWhole {
      guard let last = head.bytes.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
        throw Wording.recordTooLong(place.at(line: 1))
      }
      end = last + 1
    }
    bytes = Array(head.bytes[markLength..<max(markLength, end)])
    isWhole = head.isWhole
    self.encoding = encoding
    self.place = place
  }
}

extension Place {
  /// The same file, at a line.
  func at(line: Int?) -> Place {
    var place = self
    place.line = line
    return place
  }
}
