/// How a French word sounds, roughly: words that sound alike give the same code.
enum Phonetics {
  /// - Returns: at most sixteen letters; silent endings, double letters and H are gone
  static func code(_ word: Word) -> Word {
    var sound = Sound(word)
    while sound.index < sound.count { sound.step() }
    return sound.finished
  }

  private struct Sound {
    let word: Word
    let count: Int
    var index = 0
    var code = Word()
    var last: UInt8 = 0

    init(_ word: Word) {
      self.word = word
      var count = word.count
      var isClosed = false
      // silent at the end: s, x, d, t, z, and e unless a t or z closes it
      while count > 2 {
        let last = word[count - 1]
        if last == 0x45 && isClosed { break }
        guard [0x45, 0x53, 0x54, 0x58, 0x44, 0x5A].contains(last) else { break }
        isClosed = last == 0x54 || last == 0x5A
        count -= 1
        if last == 0x53, count > 2, word[count - 1] == 0x4B { count -= 1 }
      }
      self.count = count
    }

    var finished: Word { code.isEmpty ? word : code }

    func at(_ offset: Int) -> UInt8 { index + offset < count ? word[index + offset] : 0 }

    mutating func emit(_ byte: UInt8, _ width: Int) {
      index += width
      if byte == 0 || byte == last { return }
      code.append(byte)
      last = byte
    }

    mutating func step() {
      let (first, second, third) = (at(0), at(1), at(2))
      switch first {
      case UInt8(ascii: "P") where second == UInt8(ascii: "H"): emit(UInt8(ascii: "F"), 2)
      case UInt8(ascii: "Q"): emit(UInt8(ascii: "K"), second == UInt8(ascii: "U") ? 2 : 1)
      case UInt8(ascii: "C"): hardOrSoft(second, hard: UInt8(ascii: "K"), soft: UInt8(ascii: "S"))
      case UInt8(ascii: "G") where second == UInt8(ascii: "N"): emit(UInt8(ascii: "N"), 2)
      case UInt8(ascii: "G") where second == UInt8(ascii: "U") && Self.isFront(third):
        emit(UInt8(ascii: "G"), 2)
      case UInt8(ascii: "G"): hardOrSoft(second, hard: UInt8(ascii: "G"), soft: UInt8(ascii: "J"))
      case UInt8(ascii: "S") where second == UInt8(ascii: "C") && Self.isFront(third):
        emit(UInt8(ascii: "S"), 2)
      case UInt8(ascii: "Z"): emit(UInt8(ascii: "S"), 1)
      case UInt8(ascii: "W"): emit(UInt8(ascii: "V"), 1)
      case UInt8(ascii: "H"): index += 1
      case UInt8(ascii: "X"): emit(UInt8(ascii: "S"), 1)
      default: vowel(first, second, third)
      }
    }

    private mutating func hardOrSoft(_ second: UInt8, hard: UInt8, soft: UInt8) {
      if hard == UInt8(ascii: "K"), second == UInt8(ascii: "H") {
        return emit(UInt8(ascii: "C"), 2)
      }
      if hard == UInt8(ascii: "K"), second == hard { return emit(hard, 2) }
      emit(Self.isFront(second) ? soft : hard, 1)
    }

    private mutating func vowel(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
      switch (first, second) {
      case (0x45, 0x41) where third == 0x55: emit(0x4F, 3)
      case (0x41, 0x55): emit(0x4F, 2)
      case (0x45, 0x4F): emit(0x4F, 2)
      case (0x41, 0x49), (0x45, 0x49), (0x41, 0x59), (0x45, 0x59): emit(0x45, 2)
      case (0x4F, 0x45): emit(0x45, 2)
      case (0x45, 0x4D) where Self.isConsonant(third), (0x45, 0x4E) where Self.isConsonant(third):
        emit(0x41, 1)
      case (0x4D, 0x42), (0x4D, 0x50): emit(0x4E, 1)
      case (0x59, _): emit(0x49, 1)
      default: emit(first, 1)
      }
    }

    static func isFront(_ byte: UInt8) -> Bool { byte == 0x45 || byte == 0x49 || byte == 0x59 }

    static func isConsonant(_ byte: UInt8) -> Bool {
      byte != 0 && ![0x41, 0x45, 0x49, 0x4F, 0x55, 0x59].contains(byte)
    }
  }
}
