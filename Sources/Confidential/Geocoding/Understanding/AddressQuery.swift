/// An address as a file has it: one line, or several fields, as bytes.
///
/// Meant to be cleared and filled again for the next row, so that no memory is asked for.
///
/// - Confidential: yes
public struct AddressQuery: Sendable {
  /// What a field holds, as the user declares it.
  public enum Part: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
    /// Anything, in any order: a whole address, or a line of it.
    case line
    /// House number, perhaps with its suffix or the street.
    case number
    /// « bis », « B ».
    case suffix
    /// « rue », « avenue ».
    case type
    /// Name of the street, perhaps with its type and number.
    case street
    /// Residence, building, stairs: never a house number.
    case complement
    /// Lieu-dit or hamlet.
    case place
    /// Postcode.
    case postcode
    /// Name of the commune.
    case city
    /// INSEE code of the commune.
    case insee
  }

  struct Piece: Sendable {
    var part: Part
    var start: Int
    var end: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []

  /// Nothing yet.
  public init() {}

  /// A whole address in one line.
  public init(line: String) { add(line, as: .line) }

  /// Forgets everything but the memory.
  public mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
  }

  /// Adds a field; fields of one part follow one another.
  ///
  /// - Parameters:
  ///   - field: UTF-8; longer than 1,000 bytes is cut there
  public mutating func add(_ field: UnsafeRawBufferPointer, as part: Part) {
    let start = bytes.count
    bytes.append(contentsOf: field.prefix(Self.longestField))
    pieces.append(Piece(part: part, start: start, end: bytes.count))
  }

  /// Adds a field of text.
  public mutating func add(_ field: String, as part: Part) {
    var field = field
    field.withUTF8 { add(UnsafeRawBufferPointer($0), as: part) }
  }

  static let longestField = 1_000
}

extension AddressQuery: CustomStringConvertible {
  /// Nothing: a query is an address.
  public var description: String { "‹confidential›" }
}
