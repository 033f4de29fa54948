import Diagnostics
import Population
import Territory
import TestSupport
import Testing

/// Census files of every vintage, sound and not.
@Suite struct CensusTests {
  private let header = "IRIS;COM;TYP_IRIS;LAB_IRIS;P22_POP;P22_POP0014;C22_POP15P"
  private let rows = [
    "210010101;21001;H;1;2057.93753915075;301.5;1700.25", "210010102;21001;A;5;12;0;12",
    "210020000;21002;Z;1;480.000000001;;402",
  ]

  private func read(
    _ text: String, as name: String = "base-ic-evol-struct-pop-2022.CSV", meta: String? = nil,
    vintage: CensusVintage? = nil, irisColumns: [String] = []
  ) throws -> (Census, ProblemLog) {
    let folder = TemporaryFolder()
    if let meta { folder.write(meta, to: "meta_\(name)") }
    return try Census.read(
      folder.write(text, to: name), vintage: vintage, irisColumns: irisColumns)
  }

  private var text: String { ([header] + rows).joined(separator: "\r\n") + "\r\n" }

  private func value(_ census: Census, _ code: String, _ columns: [String]) throws -> Double? {
    try census.denominator(columns: columns).values[try #require(Iris(code))]
  }

  @Test func `the current layout is read by column name, decimals and all`() throws {
    let (census, problems) = try read(text)
    #expect(problems.isEmpty, "\(problems)")
    #expect(census.vintage == CensusVintage(year: 2022))
    #expect(census.irises.map(\.code) == ["210010101", "210010102", "210020000"])
    #expect(try value(census, "210010101", ["P22_POP"]) == 2057.93753915075)
    #expect(try value(census, "210010101", ["p22_pop"]) == 2057.93753915075)
    #expect(try value(census, "210010102", ["P22_POP0014"]) == 0)
    #expect(try value(census, "210020000", ["P22_POP0014"]) == nil, "a blank is not a zero")
  }

  @Test func `the order of rows and columns does not matter`() throws {
    let names = header.split(separator: ";").map(String.init)
    let turned = ([header] + rows.reversed()).map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).reversed().joined(
        separator: ";")
    }
    let (census, _) = try read(turned.joined(separator: "\n") + "\n")
    let (usual, _) = try read(text)
    #expect(names.count == 7)
    #expect(census.irises == usual.irises)
    let columns = ["P22_POP"]
    #expect(
      try census.denominator(columns: columns).values
        == usual.denominator(columns: columns).values)
  }

  /// The column that holds the code, under the names of the vintages, and what makes the vintage.
  @Test(arguments: [
    ("IRIS;P20_POP\n210010101;5\n210010102;6\n", 2020),
    ("CODGEO;P11_POP\n210010101;5\n210010102;6\n", 2011),
    ("iris;p09_pop\n210010101;5\n210010102;6\n", 2009),
    (
      "IRIS;REG;DEP;UU2010;COM;LIBCOM;P15_POP\n210010101;27;21;1;21001;A;5\n210010102;27;21;1;21001;A;6\n",
      2015
    ),
    ("IRIS;P99_POP\n210010101;5\n210010102;6\n", 1999),
    ("IRIS;P17_POP;P22_POP\n210010101;5;6\n210010102;5;6\n", 2022),
  ])
  func `any vintage`(text: String, year: Int) throws {
    let (census, _) = try read(text, as: "ic.csv")
    #expect(census.vintage.year == year)
    #expect(census.irises.count == 2)
  }

  @Test func `title lines, a row of labels and a code in two columns`() throws {
    let text = """
      "Population par âge",,,
      "Données par IRIS",,,
      "Source : recensement",,,
      ,,,
      "dc","iris","xpoptot","xph"
      "Code commune","Code IRIS","Population totale","Hommes"
      "21001","0101",982,468
      "21001","102",12,0
      """
    let vintage = CensusVintage(year: 1999)
    let (census, problems) = try read(
      text, as: "pop.csv", vintage: vintage, irisColumns: ["dc", "iris"])
    #expect(census.irises.map(\.code) == ["210010101", "210010102"])
    #expect(problems.groups.compactMap { $0.first.first?.code } == ["population.padded-code"])
    let total = try census.denominator(columns: ["xpoptot"])
    #expect(total.label == "Population totale")
    #expect(total.vintage.name == "RP1999")
  }

  @Test func `the long label comes from the dictionary beside the file`() throws {
    let meta = """
      COD_VAR;LIB_VAR;LIB_VAR_LONG;COD_MOD;LIB_MOD;TYPE_VAR;LONG_VAR
      P22_POP;Population en 2022 (princ);Nombre de personnes;;;NUM;20
      P22_POP0014;Pop 0-14 ans;;;;NUM;20
      """
    let (census, _) = try read(text, meta: meta)
    let sum = try census.denominator(columns: ["P22_POP", "P22_POP0014"])
    #expect(sum.label == "Nombre de personnes + Pop 0-14 ans")
    #expect(sum.values[try #require(Iris("210010101"))] == 2057.93753915075 + 301.5)
    #expect(sum.values[try #require(Iris("210020000"))] == nil)
  }

  /// Columns asked for, the code of the refusal, and a word of the remedy or fact.
  @Test(arguments: [
    (["P22_POPP"], "population.unknown-column", "P22_POP"),
    (["P22_POP", "C22_POP15P"], "population.mixed-surveys", "C22_POP15P"),
    (["P22_POP", "p22_pop"], "population.repeated-column", "P22_POP"),
  ])
  func `a sum that means nothing is refused`(
    columns: [String], code: String, word: String
  ) throws {
    let (census, _) = try read(text)
    let problem = #expect(throws: Problem.self) { try census.denominator(columns: columns) }
    #expect(problem?.code == code)
    #expect(problem?.outcome == .usage)
    #expect(problem?.description.contains(word) == true)
  }

  /// A file, and the code of the refusal.
  @Test(arguments: [
    ("ZONE;P22_POP\n210010101;5\n2;6\n", "population.no-code-column"),
    ("IRIS;POP\n210010101;5\n210010102;6\n", "population.vintage-unknown"),
    ("IRIS;P22_POP\n210010101;5\n210010101;6\n", "population.duplicate-iris"),
    ("IRIS;P22_POP\n", "tables."), ("", "tables.empty"),
  ])
  func `a file that is no census is refused`(text: String, code: String) {
    let problem = #expect(throws: Problem.self) {
      let (census, problems) = try read(text, as: "x.csv")
      try problems.check()
      _ = census
      if census.irises.isEmpty, let first = problems.groups.first?.first.first { throw first }
    }
    #expect(problem?.code.hasPrefix(code) == true, "\(problem?.code ?? "nothing")")
  }

  /// Cells that are set aside or mended, and how it is told; never with the cell.
  @Test(arguments: [
    ("10010101;5", "population.padded-code", 1), ("21001;5", "population.commune-code", 1),
    ("abc;5", "population.bad-code", 0), ("210010101;-5", "population.negative", 0),
    ("210010101;SECRET", "population.not-a-number", 1),
  ])
  func `a bad row is told by its place`(row: String, code: String, kept: Int) throws {
    let (census, problems) = try read("IRIS;P22_POP\n\(row)\n219990101;7\n219990102;8\n")
    #expect(problems.groups.compactMap { $0.first.first?.code } == [code])
    #expect(census.irises.count == kept + 2)
    #expect(!problems.description.contains("SECRET"))
  }

  @Test func `a declared vintage that the columns contradict stops`() {
    let problem = #expect(throws: Problem.self) {
      try read(text, vintage: CensusVintage(year: 2019))
    }
    #expect(problem?.code == "population.vintage-mismatch")
  }
}

/// How a census and contours go together.
@Suite struct CensusFitTests {
  private func fit(
    census codes: [String], contours: [String], edition: String, communes: [String] = ["21001"]
  ) throws -> CensusFit {
    let folder = TemporaryFolder()
    let text = "IRIS;P22_POP\n" + codes.map { "\($0);5\n" }.joined()
    let (census, _) = try Census.read(folder.write(text, to: "a.csv"))
    return census.fit(
      edition: Edition(edition), irises: Set(contours.compactMap { Iris($0) }),
      communes: Set(communes.compactMap { Commune($0) }))
  }

  /// Codes of the census, of the contours, edition, and the problems told.
  @Test(arguments: [
    (["210010101", "210010102"], ["210010101", "210010102"], "IRIS 2024", [String]()),
    (["210010101", "210010102"], ["210010101", "210010102"], "IRIS", []),
    (["210010101"], ["210010101", "210010102"], "IRIS 2024", ["population.missing-iris"]),
    (["210010101", "210010102"], ["210010101"], "IRIS 2024", ["population.extra-iris"]),
    (["210010101", "210020000"], ["210010101"], "IRIS 2024", []),
    (["210010101"], ["210010101"], "IRIS 2016", ["population.other-geography"]),
    (["340010101", "350010101"], ["210010101"], "IRIS 2024", ["population.other-department"]),
  ])
  func `codes and vintages are compared`(
    census: [String], contours: [String], edition: String, told: [String]
  ) throws {
    let fit = try fit(census: census, contours: contours, edition: edition)
    #expect(fit.problems.groups.compactMap { $0.first.first?.code } == told)
    for problem in fit.problems.groups.flatMap(\.first) {
      #expect(problem.effect == .stops && problem.outcome == .referencesUnfit)
    }
  }

  @Test func `the differences are listed in code order`() throws {
    let fit = try fit(
      census: ["210010103", "210010101", "210010109"], contours: ["210010102", "210010101"],
      edition: "IRIS 2024")
    #expect(fit.missing.map(\.code) == ["210010102"])
    #expect(fit.extra.map(\.code) == ["210010103", "210010109"])
    #expect(!fit.isExact)
  }
}

/// INSEE's own file of 1999 for Montpellier.
@Suite(.enabled(if: RealData.isPresent)) struct RealCensusTests {
  @Test func `Montpellier in 1999`() throws {
    let (census, problems) = try Census.read(
      RealData.path("montpellier/population-iris-1999.csv"), vintage: CensusVintage(year: 1999),
      irisColumns: ["dc", "iris"])
    #expect(problems.gravest != .stops)
    let total = try census.denominator(columns: ["xpoptot"])
    let town = total.values.filter { $0.key.commune.code == "34172" }
    #expect(census.irises.count { $0.commune.code == "34172" } == 88)
    #expect(town.values.reduce(0, +) == 207_956)
  }
}
