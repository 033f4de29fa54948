internal import Diagnostics
internal import Territory

/// What the name of a census column tells: `P22_POP0014` is the main survey of 2022.
struct CensusColumn: Hashable {
  /// Which processing of the forms a figure comes from; their totals differ.
  enum Survey: Character {
    /// All forms.
    case main = "P"
    /// A quarter of them, for what takes coding.
    case complementary = "C"
  }

  let survey: Survey
  let year: Int

  /// - Returns: `nil` unless the name starts with `P` or `C`, two digits and `_`
  init?(_ name: String) {
    let start = Array(name.prefix(4))
    guard start.count == 4, start[3] == "_", start[1].isASCII, start[2].isASCII,
      let survey = start[0].uppercased().first.flatMap(Survey.init),
      let digits = Int(String(start[1...2]))
    else { return nil }
    self.survey = survey
    year = digits < 60 ? 2000 + digits : 1900 + digits
  }

  /// The vintage of a file by its columns: the newest year.
  static func vintage(
    of names: [String], declared: CensusVintage?, path: String
  ) throws(Problem) -> CensusVintage {
    let years = Set(names.compactMap { CensusColumn($0)?.year }).sorted()
    if let declared {
      if years.isEmpty || years.contains(declared.year) { return declared }
      throw Wording.vintageMismatch(path, declared, years: years)
    }
    guard let newest = years.last else { throw Wording.vintageUnknown(path) }
    return CensusVintage(year: newest)
  }
}
