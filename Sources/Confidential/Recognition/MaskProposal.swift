public import Tables

/// What a text in a column of counts probably stands for; a proposal that the user declares or not.
///
/// - Source: INPUTS.md §3.1, values seen in files of CPAM, CAF and Rezone
public enum MaskProposal: Sendable, Hashable {
  /// A small value, between these bounds.
  case interval(ClosedRange<Int>)
  /// A value that was not delivered.
  case missing

  private static let words: Set<String> = [
    "s", "S", "c", "C", "nd", "ND", "n.d.", "N.D.", "ns", "NS", "NC", "nc", "*", "**", "***", "-",
    ".",
    "…", "#N/A", "#VALEUR!", "#REF!", "secret", "SECRET", "n/a", "N/A", "NA",
  ]

  /// - Parameters:
  ///   - cell: without the spaces around it
  /// - Returns: `nil` when the text is none of the known ones
  public init?(_ cell: Field) {
    if cell.bytes.count > 16 { return nil }
    self.init(text: cell.text)
  }

  /// The same for a text.
  public init?(text: String) {
    if Self.words.contains(text) {
      self = .missing
      return
    }
    let plain = text.filter { !$0.isWhitespace }
    let numbers = plain.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    let signs = plain.filter { !($0.isASCII && $0.isNumber) }
    switch (signs, numbers.count) {
    case ("<", 1) where numbers[0] > 1: self = .interval(1...(numbers[0] - 1))
    case ("≤", 1), ("<=", 1): self = numbers[0] >= 1 ? .interval(1...numbers[0]) : .missing
    case ("à", 2) where numbers[0] <= numbers[1]: self = .interval(numbers[0]...numbers[1])
    default: return nil
    }
  }
}
