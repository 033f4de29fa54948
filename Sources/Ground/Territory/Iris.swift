/// An IRIS: nine characters, the commune's five and four of its own.
///
/// A commune that is not divided has one, of type Z, whose own part is `0000`.
///
/// - Source: INSEE, « IRIS », definition; pattern of INPUTS.md §3.3
public struct Iris: Sendable, Hashable, Comparable {
  private let packed: UInt64

  /// - Returns: `nil` unless the text is exactly `^([0-9]{2}|2[AB])[0-9]{7}$`
  public init?(_ code: some StringProtocol) {
    var code = String(code)
    let iris = code.withUTF8 { Iris(bytes: UnsafeRawBufferPointer($0)) }
    guard let iris else { return nil }
    self = iris
  }

  /// The same from bytes, without making a string.
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 9, let department = DepartmentBytes.pack(bytes[0], bytes[1]),
      let rest = DepartmentBytes.number(bytes, from: 2)
    else { return nil }
    packed = UInt64(department) << 24 | UInt64(rest)
  }

  /// The IRIS that stands for an undivided commune.
  public init(whole commune: Commune) {
    let department = UInt64(commune.packed >> 10)
    packed = department << 24 | UInt64(commune.packed & 1023) * 10_000
  }

  /// The nine characters.
  public var code: String {
    let own = String((packed & 0xFF_FFFF) % 10_000)
    return commune.code + String(repeating: "0", count: 4 - own.utf8.count) + own
  }

  /// The commune: the first five characters.
  public var commune: Commune {
    let number = UInt32(packed & 0xFF_FFFF) / 10_000
    return Commune(packed: UInt32(packed >> 24) << 10 | number)
  }

  /// Whether it stands for a whole commune: its own part is `0000`.
  public var isWholeCommune: Bool { (packed & 0xFF_FFFF) % 10_000 == 0 }

  /// In the byte order of the codes.
  public static func < (left: Iris, right: Iris) -> Bool { left.packed < right.packed }
}

extension Iris: CustomStringConvertible {
  /// The nine characters.
  public var description: String { code }
}

/// What kind of area an IRIS is.
///
/// - Source: INSEE, « IRIS », definition
public enum IrisType: String, Sendable, Hashable, CaseIterable {
  /// Habitat: 1,800 to 5,000 inhabitants.
  case habitat = "H"
  /// Activity: more than 1,000 jobs, at least twice the inhabitants.
  case activity = "A"
  /// Various: large parks, ports, forests.
  case various = "D"
  /// An undivided commune.
  case commune = "Z"

  /// Whether class breaks and rankings take it in (RATES.md: A and D are left out).
  public var isInhabited: Bool { self == .habitat || self == .commune }
}
