/// The records of a sample, for one way of reading it.
struct SampleRecords {
  /// One record.
  struct Record {
    /// Its line, counted from 1.
    let line: Int
    /// Its bytes without the line end.
    let range: Range<Int>
    /// Offset of the next record.
    let next: Int
    /// Line of the next record.
    let nextLine: Int
    /// Where its fields are, quotes included.
    let fields: [Range<Int>]

    /// Whether it holds nothing but separators.
    var isBlank: Bool { fields.allSatisfy(\.isEmpty) }
  }

  /// How many records are looked at.
  static let limit = 1000

  let sample: Sample
  let grammar: Grammar
  private(set) var records: [Record] = []

  init(_ sample: Sample, _ grammar: Grammar) {
    self.sample = sample
    self.grammar = grammar
    sample.bytes.withUnsafeBytes { bytes in
      var walk = Walk(grammar: grammar, text: bytes, isComplete: sample.isWhole)
      while records.count < Self.limit, let record = walk.next() { records.append(record) }
    }
  }

  /// The cells of a record, decoded, without the spaces around them.
  func texts(of record: Record) -> [String] { record.fields.map(text) }

  private func text(_ field: Range<Int>) -> String {
    var bytes = Array(sample.bytes[field])
    while bytes.last == 0x20 { bytes.removeLast() }
    if bytes.count >= 2, bytes.first == Grammar.quote, bytes.last == Grammar.quote {
      bytes = Self.unquoted(bytes)
    }
    let cleaner = TextCleaner(
      sample.encoding, isDoubleEncoded: sample.doubleEncoding.isCertain)
    let text = bytes.withUnsafeBytes { String(decoding: cleaner.clean($0).0, as: UTF8.self) }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmedOfBlanks
  }

  private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isSecond = false
    for byte in bytes.dropFirst().dropLast() {
      isSecond = byte == Grammar.quote && !isSecond && result.last == Grammar.quote
      if !isSecond { result.append(byte) }
    }
    return result
  }
}

extension SampleRecords {
  /// From record to record.
  private struct Walk {
    let grammar: Grammar
    let text: UnsafeRawBufferPointer
    let isComplete: Bool
    private var position = 0
    private var line = 1
    private var hopelessUntil = 0

    init(grammar: Grammar, text: UnsafeRawBufferPointer, isComplete: Bool) {
      self.grammar = grammar
      self.text = text
      self.isComplete = isComplete
    }

    /// - Returns: `nil` after the last record that is whole
    mutating func next() -> Record? {
      if position >= text.count { return nil }
      let start = position
      var fields: [Range<Int>] = []
      repeat {
        guard let end = fieldEnd(from: position) else { return nil }
        fields.append(position..<end)
        position = end + 1
      } while position <= text.count && text.indices.contains(position - 1)
        && text[position - 1] == grammar.separator
      return finish(start, position - 1, &fields)
    }

    private mutating func finish(_ start: Int, _ mark: Int, _ fields: inout [Range<Int>]) -> Record
    {
      var end = mark
      if end > start && text[end - 1] == Grammar.carriageReturn { end -= 1 }
      if let last = fields.last {
        fields[fields.count - 1] = last.lowerBound..<max(last.lowerBound, min(last.upperBound, end))
      }
      position = mark < text.count ? grammar.afterLineEnd(mark, in: text) : text.count
      let inner = UnsafeRawBufferPointer(rebasing: text[start..<position])
      let record = Record(
        line: line, range: start..<end, next: position,
        nextLine: line + max(1, grammar.lineCount(inner)), fields: fields)
      line = record.nextLine
      return record
    }

    /// The separator or line end after a field; the end of the text when there is none.
    private mutating func fieldEnd(from start: Int) -> Int? {
      var position = start
      if start < text.count && text[start] == Grammar.quote {
        switch grammar.quotedField(
          in: text, from: start, isComplete: isComplete, hopelessUntil: &hopelessUntil)
        {
        case .closed(let close, _): position = close + 1
        case .unclosed: return grammar.lineEnd(in: text, from: start) ?? text.count
        case .beyond: return nil
        }
      }
      while position < text.count && text[position] != grammar.separator
        && !grammar.isLineEnd(text[position])
      { position += 1 }
      return position
    }
  }
}
