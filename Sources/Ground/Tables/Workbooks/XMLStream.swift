internal import CExpat
internal import Glibc

/// Told what an XML part holds, as it is read.
protocol XMLListener: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// The name of an element without its prefix; valid only inside the listener.
struct XMLName {
  fileprivate let start: UnsafePointer<CChar>

  fileprivate init(_ qualified: UnsafePointer<CChar>) {
    start = strchr(qualified, 0x3A).map { UnsafePointer($0 + 1) } ?? qualified
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    name.start[0] == CChar(bitPattern: text.utf8Start[0])
      && strcmp(name.start, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self))
        == 0
  }

  /// For `switch`.
  static func ~= (text: StaticString, name: XMLName) -> Bool { name == text }
}

/// The attributes of an element; valid only inside the listener.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute, its prefix left out.
  subscript(_ name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  /// The same without a copy.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var pair = pairs else { return nil }
    while let key = pair[0] {
      if XMLName(key) == name { return pair[1] }
      pair += 2
    }
    return nil
  }
}

/// Cuts XML into elements, piece by piece; a document type is refused, so that no entity is defined.
///
/// Not `Sendable`: owns an Expat parser.
final class XMLStream {
  private let parser: XML_Parser
  private let listener: any XMLListener
  /// Bytes pushed so far.
  private var pushed = 0
  /// No element, attribute or piece of text is longer: Expat begins a token anew with every piece that
  /// it gets of it, which would take hours for one of a gigabyte · bytes
  private static let longestToken = 4 << 20
  /// Whether a document type was met: the trick of entities that expand without end.
  private(set) var hasDocumentType = false

  init?(_ listener: any XMLListener) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.listener = listener
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, pairs in
        guard let name else { return }
        XMLStream.of(data)?.listener.start(XMLName(name), XMLAttributes(pairs: pairs))
      },
      { data, name in
        if let name { XMLStream.of(data)?.listener.end(XMLName(name)) }
      })
    XML_SetCharacterDataHandler(parser) { data, start, count in
      XMLStream.of(data)?.listener.text(UnsafeRawBufferPointer(start: start, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLStream.of(data)?.refuse() }
  }

  deinit { XML_ParserFree(parser) }

  /// - Returns: whether the XML is well formed so far
  func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    pushed += bytes.count
    let isWellFormed = XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0) == XML_STATUS_OK
    return isWellFormed
      && pushed - max(0, Int(XML_GetCurrentByteIndex(parser))) <= Self.longestToken
  }

  private func refuse() {
    hasDocumentType = true
    XML_StopParser(parser, 0)
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
    data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }
}
