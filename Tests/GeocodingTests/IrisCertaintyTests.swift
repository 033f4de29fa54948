import Geocoding
import Territory
import Testing

/// Attempts to have an IRIS called certain that is not.
@Suite struct IrisCertaintyTests {
  /// One house of Rue Basse, and what may be said of its IRIS.
  @Test(arguments: [
    ("200;500;entrée", "219610101", Certainty.certain),
    ("485;500;entrée", "219610101", .certain),
    ("485;500;segment", "219610101", .probable),
    ("489;500;parcelle", "219610101", .probable),
    ("497;500;entrée", "219610101", .probable),
    ("499.5;500;entrée", "219610101", .ambiguous),
    ("500.5;500;segment", "219610102", .ambiguous),
    // outside every contour, by the side of one IRIS, then on the line between two
    ("100;-20;entrée", "219610101", .certain),
    ("497;-150;entrée", "219610101", .ambiguous),
    ("420;-150;entrée", "219610101", .ambiguous),
  ])
  func `a house is as sure as the border is far`(house: String, iris: String, certainty: Certainty)
    throws
  {
    let town = try BorderTown(["12;Rue Basse;21961;;\(house)"])
    let found = town.answer("12 rue Basse 21980 Dormont")
    #expect((found.iris, found.certainty) == (iris, certainty))
  }

  /// The same number twice, with and without suffix, at both ends of a range.
  @Test(arguments: [
    (["12", "12"], "12"), (["12a", "12b"], "12"), (["12a", "12b"], "12 ter"),
    (["12", "14"], "12-14"),
    (["2", "4"], "n=02-avr;voie="),
  ])
  func `positions as good in two IRIS are a tie`(numbers: [String], asked: String) throws {
    let town = try BorderTown([
      "\(numbers[0]);Rue Basse;21961;;200;500;entrée",
      "\(numbers[1]);Rue Basse;21961;;800;500;entrée",
    ])
    let line =
      asked.hasPrefix("n=")
      ? asked + "rue Basse;cp=21980;ville=Dormont" : asked + " rue Basse 21980 Dormont"
    let (_, certainty, shares, answer) = town.answer(line)
    #expect(certainty == .ambiguous)
    #expect(shares.sorted() == ["219610101", "219610102"])
    #expect(answer.reasons.contains(.tie))
  }

  @Test func `a surer position of a house beats the others`() throws {
    let town = try BorderTown([
      "12;Rue Basse;21961;;800;500;segment", "12;Rue Basse;21961;;200;500;entrée",
    ])
    let found = town.answer("12 rue Basse 21980 Dormont")
    #expect((found.iris, found.certainty) == ("219610101", .certain))
  }

  /// The two halves of a merged commune have a street of one name each.
  @Test(arguments: [("Dormont", true), ("Crimelle", false)])
  func `streets of one name are a tie unless the village is named`(city: String, isTie: Bool) throws
  {
    let town = try BorderTown([
      "3;Rue de l'Église;21961;21966;1250;500;entrée", "3;Rue de l'Église;21961;;200;500;entrée",
    ])
    let (iris, certainty, shares, answer) = town.answer("3 rue de l'Église 21980 \(city)")
    #expect(answer.reasons.contains(.tie) == isTie)
    #expect((certainty == .certain) == !isTie)
    #expect(shares.sorted() == (isTie ? ["219610101", "219660000"] : ["219660000"]))
    #expect(isTie || iris == "219660000")
  }

  @Test func `a number that only one of two like-named streets has is not proof enough`() throws {
    let town = try BorderTown([
      "3;Rue de l'Église;21961;21966;1250;500;entrée", "5;Rue de l'Église;21961;;200;500;entrée",
    ])
    let found = town.answer("3 rue de l'Église 21980 Dormont")
    #expect((found.iris, found.certainty) == ("219660000", .probable))
  }

  /// A street without its number, by where its houses stand.
  @Test(arguments: [
    ([200.0, 250, 300], Certainty.certain), ([200, 495, 498], .probable),
    ([200, 300, 800], .ambiguous),
  ])
  func `a street without number is as sure as its houses`(easts: [Double], certainty: Certainty)
    throws
  {
    let town = try BorderTown(
      easts.enumerated().map { "\($0.offset * 2 + 2);Rue Basse;21961;;\($0.element);500;entrée" })
    #expect(town.answer("rue Basse 21980 Dormont").certainty == certainty)
  }

  @Test(arguments: [(200.0, Certainty.certain), (350, .probable), (470, .ambiguous)])
  func `a hamlet has an extent`(east: Double, certainty: Certainty) throws {
    let town = try BorderTown([
      "99999;La Borde;21961;;\(east);500;segment", "1;Rue Basse;21961;;200;500;entrée",
    ])
    let found = town.answer("La Borde 21980 Dormont")
    #expect((found.iris, found.certainty) == ("219610101", certainty))
  }

  /// Address base, register and question of other vintages than the contours, which have 21966.
  @Test(arguments: [
    ("21961;21966", false, "1 rue Haute 21980 Crimelle"),
    ("21961;21966", true, "1 rue Haute Dormont"),
    ("21966;", false, "1 rue Haute 21980 Crimelle"), ("21966;", true, "1 rue Haute 21980 Dormont"),
    ("21966;", true, "1 rue Haute 21980 Crimelle"), ("21961;", true, "1 rue Haute 21980 Dormont"),
    ("21961;21966", true, "voie=1 rue Haute;insee=21966"),
    ("21966;", true, "voie=1 rue Haute;insee=21961"),
  ])
  func `a merged commune keeps its IRIS whatever vintage says it`(
    communes: String, hasMoves: Bool, line: String
  ) throws {
    let moves = [
      "32,2019-01-01,COM,21961,Dormont,COM,21961,Dormont",
      "32,2019-01-01,COM,21966,Crimelle,COM,21961,Dormont",
    ]
    let town = try BorderTown(
      ["1;Rue Haute;\(communes);1250;500;entrée", "1;Rue Basse;21961;;200;500;entrée"],
      moves: hasMoves ? moves : [])
    let found = town.answer(line)
    #expect((found.iris, found.certainty) == ("219660000", .certain))
    #expect(found.3.placement.kind == .iris)
  }

  @Test func `a generalised contour does not move a house of a merged commune`() throws {
    let town = try BorderTown(["1;Rue Haute;21961;21966;960;500;entrée"])
    #expect(town.answer("1 rue Haute 21980 Dormont").iris == "219660000")
  }

  @Test func `a commune that the contours do not know gets no IRIS of a neighbour`() throws {
    let town = try BorderTown(["1;Rue Haute;21999;;200;500;entrée"])
    let (iris, certainty, _, answer) = town.answer("1 rue Haute 21980 Ailleurs")
    #expect((iris, certainty) == ("-", .unknown))
    #expect(answer.placement.kind == .outside)
  }

  @Test func `a postcode that two communes share names neither`() throws {
    let town = try BorderTown([
      "1;Rue Haute;21961;;200;500;entrée", "1;Rue Neuve;21962;;1700;500;entrée",
    ])
    let (iris, certainty, _, answer) = town.answer("voie=8 rue Inconnue;cp=21980")
    #expect((iris, certainty) == ("-", .unknown))
    #expect(answer.placement == .unplaced)
    #expect(town.answer("voie=1 rue Neuve;cp=21980").iris == "219620000")
  }

  /// 21962 is undivided; 21961 is not, though only one of its IRIS has houses here.
  @Test(arguments: [
    ("21980 Valcourt", "219620000", Certainty.certain),
    ("9 rue Inconnue 21980 Valcourt", "219620000", .probable),
    ("21980 Dormont", "-", .unknown), ("9 rue Inconnue 21980 Dormont", "-", .unknown),
  ])
  func `only an undivided commune gives its IRIS to all its rows`(
    line: String, iris: String, certainty: Certainty
  ) throws {
    let town = try BorderTown([
      "1;Rue Haute;21961;;200;500;entrée", "1;Rue Neuve;21962;;1700;500;entrée",
    ])
    let found = town.answer(line)
    #expect((found.iris, found.certainty) == (iris, certainty))
  }
}
