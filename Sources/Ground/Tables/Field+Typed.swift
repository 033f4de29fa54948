/// Numbers as people type them into tables.
extension Field {
  /// The whole number of a count: `1234`, `1 234` (any space between groups of three), `12,0`.
  ///
  /// - Returns: `nil` when it is blank, has other decimals than zeros, or is no number
  public var count: Int? {
    if let integer { return integer }
    return withGroupsJoined { number in
      let whole = number.prefix { $0 != 0x2C && $0 != 0x2E }
      let decimals = number.dropFirst(whole.count + 1)
      guard number.count == whole.count || !decimals.isEmpty else { return nil }
      guard decimals.allSatisfy({ $0 == 0x30 }) else { return nil }
      return Field(bytes: UnsafeRawBufferPointer(rebasing: whole)).integer
    }
  }

  /// The number of an amount: like `double`, with spaces between groups of three and a euro sign behind.
  ///
  /// - Returns: `nil` when it is blank or no number
  public func amount(_ mark: DecimalMark) -> Double? {
    if let number = double(mark) { return number }
    let euro: [UInt8] = [0xE2, 0x82, 0xAC]
    let number = trimmed.bytes
    let isInEuros = number.count > 3 && number.suffix(3).elementsEqual(euro)
    let figure = isInEuros ? UnsafeRawBufferPointer(rebasing: number.dropLast(3)) : number
    return Field(bytes: figure).withGroupsJoined { Field(bytes: $0).double(mark) }
  }

  /// Lends the number without the spaces between its groups of three digits.
  ///
  /// - Returns: `nil` as well when spaces stand elsewhere
  private func withGroupsJoined<Number>(_ body: (UnsafeRawBufferPointer) -> Number?) -> Number? {
    let groups = Blank.groups(of: trimmed.bytes)
    guard let first = groups.first, let last = groups.last else { return nil }
    if groups.count > 1 {
      let head = first.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      let tail = last.prefix { $0 != 0x2C && $0 != 0x2E }
      let threes = groups.dropFirst().dropLast() + [Array(tail)]
      let areGroups =
        (1...3).contains(head.count) && head.allSatisfy(Self.isDigit)
        && threes.allSatisfy { $0.count == 3 && $0.allSatisfy(Self.isDigit) }
      guard areGroups else { return nil }
    }
    return Array(groups.joined()).withUnsafeBytes(body)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
