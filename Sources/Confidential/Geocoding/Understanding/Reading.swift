/// One way to read a query: which number, which words are the street.
struct Reading: BitwiseCopyable {
  /// −1 for none.
  var number: Int32 = -1
  /// The end of a range; −1 for none.
  var otherNumber: Int32 = -1
  var suffix = Word()
  var start = 0
  var end = 0
  /// Whether a type stands at the start.
  var hasType = false
  /// Whether the words stop before a complement.
  var isShortened = false
  /// Whether a spreadsheet made a date of the number.
  var isDate = false

  /// Whether it comes from a complement or place field.
  var isAside = false

  var isStrong: Bool { number >= 0 && hasType && !isAside }
  var isEmpty: Bool { start >= end }
}

/// What a query says, taken apart: the tokens of the street and of the commune, the codes.
struct Understood {
  var tokens: [Token] = []
  var city: [Token] = []
  /// 0 for none.
  var postcode: UInt32 = 0
  /// Five characters; 0 for none.
  var insee: UInt64 = 0
  var isCedex = false
  var hasBox = false
  var isHomeless = false
  var isDomiciliation = false
  var hasDate = false
  var hasRange = false
  /// The number of a field of its own; −1 for none.
  var number: Int32 = -1
  var otherNumber: Int32 = -1
  var suffix = Word()
  var hasPseudoNumber = false
  var readings: [Reading] = []
  /// Tokens that are the numbers or letters of complements.
  var isComplement: [Bool] = []
  /// Tokens of `place` fields.
  var placeRange = 0..<0
  var complementRange = 0..<0
  /// Tokens of `street`, `type` and `line` fields.
  var streetRange = 0..<0

  mutating func clear() {
    tokens.removeAll(keepingCapacity: true)
    city.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    isComplement.removeAll(keepingCapacity: true)
    (postcode, insee, number, otherNumber, suffix) = (0, 0, -1, -1, Word())
    (isCedex, hasBox, isHomeless, isDomiciliation) = (false, false, false, false)
    (hasDate, hasRange, hasPseudoNumber) = (false, false, false)
    (placeRange, complementRange, streetRange) = (0..<0, 0..<0, 0..<0)
  }
}
