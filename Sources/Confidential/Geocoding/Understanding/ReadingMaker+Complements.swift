extension ReadingMaker {
  /// Marks the numbers and letters that belong to a building, a floor, a box.
  func markComplements(_ result: inout Understood) {
    let tokens = result.tokens
    result.isComplement.append(contentsOf: repeatElement(false, count: tokens.count))
    for index in tokens.indices {
      markBox(index, &result)
      markNumbered(index, &result)
      markFloor(index, &result)
    }
    for index in result.complementRange { result.isComplement[index] = true }
  }

  /// « APPT 12 », « BAT B », « PORTE 3B ».
  private func markNumbered(_ index: Int, _ result: inout Understood) {
    let tokens = result.tokens
    guard index + 1 < tokens.count, lexicon.entry(of: tokens[index].word).isNumbered else { return }
    let next = tokens[index + 1]
    let isAfterArticle = index > 0 && lexicon.entry(of: tokens[index - 1].word).kind == .article
    let isNumber = next.number >= 0 || next.word.count == 1 && next.gap != .apostrophe
    guard isNumber, !isAfterArticle else { return }
    result.isComplement[index] = true
    result.isComplement[index + 1] = true
    let isLetterBehind =
      index + 2 < tokens.count && tokens[index + 2].gap == .none
      && tokens[index + 2].word.count == 1
    if isLetterBehind { result.isComplement[index + 2] = true }
  }

  /// « 2E ETAGE », « 3 ETG ».
  private func markFloor(_ index: Int, _ result: inout Understood) {
    let tokens = result.tokens
    guard index > 0, Self.floors.contains(tokens[index].word) else { return }
    let isOrdinal = index > 1 && tokens[index - 1].number < 0 && tokens[index - 2].number >= 0
    guard isOrdinal || tokens[index - 1].number >= 0 else { return }
    for place in (isOrdinal ? index - 2 : index - 1)...index { result.isComplement[place] = true }
  }

  /// « B.P. N° 276 », « C.S. 40055 » in letters apart.
  private func markBox(_ index: Int, _ result: inout Understood) {
    let tokens = result.tokens
    guard index + 2 < tokens.count, tokens[index].word.count == 1,
      tokens[index + 1].word.count == 1,
      Self.boxes.contains(tokens[index].word.joined(tokens[index + 1].word))
    else { return }
    let isNumbered = tokens[index + 2].number >= 0
    let last = isNumbered ? index + 2 : index + 3
    guard last < tokens.count, tokens[last].number >= 0 else { return }
    for place in index...last { result.isComplement[place] = true }
    result.hasBox = true
  }

  private static let boxes = ["BP", "CS"].map { Word($0) }
  private static let floors = ["ETAGE", "ETG", "ETGE"].map { Word($0) }
}
