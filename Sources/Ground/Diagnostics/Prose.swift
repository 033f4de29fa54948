/// A sentence that cannot leak: text enters it only when the author marks it as public.
///
/// Numbers go in freely. Any other text needs `\(public: text)`, so that a bare `"\(address)"` does
/// not compile. What may be marked: what the user typed (an option, a column name, a file name) and
/// official codes; never the content of a cell.
///
/// - Confidential: no
public struct Prose: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The sentence as it is shown.
  public let text: String

  /// A sentence without variable parts.
  public init(stringLiteral value: String) { text = value }

  /// A sentence with its variable parts already rendered.
  public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// The parts that a sentence accepts.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// An empty sentence.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    /// The author's own words.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// A whole number, grouped by thousands with a narrow no-break space.
    public mutating func appendInterpolation(_ number: some BinaryInteger) {
      text += FrenchNumber.grouped(number)
    }

    /// A number with what it counts, in the singular under two: « 1 ligne lue », « 2 lignes lues ».
    ///
    /// Both forms are the author's own words.
    public mutating func appendInterpolation(
      _ number: some BinaryInteger, _ singular: StaticString, _ plural: StaticString
    ) {
      text += FrenchNumber.counted(number, "\(singular)", "\(plural)")
    }

    /// A whole number without grouping: a year, an EPSG code, a line.
    public mutating func appendInterpolation(plain number: some BinaryInteger) {
      text += String(number)
    }

    /// A measure with a stated number of decimals and a decimal comma.
    public mutating func appendInterpolation(_ number: Double, decimals: Int) {
      text += FrenchNumber.decimal(number, decimals: decimals)
    }

    /// Text that may be seen by anybody.
    public mutating func appendInterpolation(`public` text: String) { self.text += text }

    /// A sentence inside a sentence.
    public mutating func appendInterpolation(_ prose: Prose) { text += prose.text }
  }
}

extension Prose {
  /// Several sentences one after the other.
  public static func joined(_ parts: [Prose], separator: Prose = ", ") -> Prose {
    let texts = parts.map(\.text)
    return Prose(stringLiteral: texts.joined(separator: separator.text))
  }
}
