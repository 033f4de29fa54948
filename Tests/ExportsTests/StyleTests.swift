import Foundation
import FoundationXML
import Territory
import TestSupport
import Testing

@testable import Exports

@Suite struct StyleTests {
  private func town() -> Town {
    var town = Town(
      counts: [20, 40, 60, 80, 100, 120, 140, 160, 900, 9, 10, 0],
      population: [Double](repeating: 1000, count: 11) + [0])
    let habitat = IrisType.habitat
    town.types = [IrisType](repeating: habitat, count: 8) + [.activity, habitat, habitat, .various]
    return town
  }

  @Test func `classes come from inhabited areas and count every area they draw`() throws {
    let style = Style(try town().exporter(threshold: 11).published([.geojson]))
    #expect(
      style.labels == [
        "Bénéficiaires de la C2S (%)", "Secret statistique (2)",
        "Sans objet (pas de population) (1)", "moins de 10\u{A0}% (4)", "10\u{A0}% et plus (5)",
      ])
    let released = "coalesce(\"c2s_st\", '') = ''"
    #expect(
      style.filters == [
        "coalesce(\"c2s_st\", '') = 'c'", "coalesce(\"c2s_st\", '') = 'x'",
        "\(released) AND \"c2s_t\" < 10.00", "\(released) AND \"c2s_t\" >= 10.00",
      ])
  }

  @Test func `each symbol named by a rule is there once, and each class has its own`() throws {
    let style = Style(try town().exporter(threshold: 11).published([.geojson]))
    #expect(style.isWellFormed)
    #expect(style.ruleSymbols == style.topSymbols)
    #expect(Set(style.topSymbols).count == style.topSymbols.count)
    #expect(style.count("layer", class: "LinePatternFill") == 1)
  }

  @Test func `every column of the GeoJSON has its French name, in order`() throws {
    let folder = try town().exporter(threshold: 11).published([.geojson])
    let feature = folder.text("essai.geojson").split(separator: "\n").first {
      $0.hasPrefix("{\"type\": \"Feature\"")
    }
    let keys = feature.map { $0.matches(of: #/"([a-z0-9_]+)": /#).map { String($0.1) } } ?? []
    let style = Style(folder)
    let properties = keys.filter {
      !["type", "properties", "geometry", "coordinates"].contains($0)
    }
    #expect(style.aliases.map(\.field) == properties)
    #expect(style.aliases.map(\.index) == properties.indices.map(String.init))
    #expect(style.aliases.allSatisfy { !$0.name.isEmpty })
  }

  @Test func `a second indicator has its own legend, not shown at first`() throws {
    var other = town()
    other.id = "ald"
    other.title = "ALD <exonérante> & \"autres\""
    let style = Style(try town().exporter(threshold: 11, beside: [other]).published([.geojson]))
    #expect(
      style.groups.map(\.label) == [
        "Bénéficiaires de la C2S (%)", "ALD <exonérante> & \"autres\" (%)",
      ])
    #expect(style.groups.map(\.isTicked) == [true, false])
    #expect(style.filters.contains { $0.contains("\"ald_t\" >= ") })
  }

  @Test func `the classes are those that the campaign chose`() throws {
    let choice = ClassChoice(usual: .equalIntervals, decided: ["c2s": [5, 20]])
    let labels = try Style(
      town().exporter(threshold: 11, classes: choice).published([.geojson])
    ).labels
    #expect(
      labels.suffix(3) == [
        "moins de 5\u{A0}% (2)", "5 à 20\u{A0}% (6)", "20\u{A0}% et plus (1)",
      ])
    let equal = try Style(
      town().exporter(threshold: 11, classes: ClassChoice(usual: .equalIntervals)).published(
        [.geojson])
    ).labels
    #expect(equal.last == "14\u{A0}% et plus (3)")
  }

  @Test func `a plain count is drawn as circles, never as tints`() throws {
    var town = Town(counts: [20, 40, 1600], population: [1, 1, 1])
    town.method = nil
    let style = Style(try town.exporter(threshold: 11).published([.geojson]))
    #expect(style.labels.last == "Cercles proportionnels, de 20 à 1\u{202F}600 (3)")
    #expect(style.count("layer", class: "CentroidFill") == 1)
    #expect(style.expressions == ["12 * sqrt(\"c2s_n\" / 1600.0)"])
  }

  @Test(arguments: [1, 10_000]) func `nothing to class is still a style`(threshold: Int) throws {
    let town = Town(counts: [30], population: [100])
    let style = Style(try town.exporter(threshold: threshold).published([.geojson]))
    #expect(style.isWellFormed && style.groups.count == 1 && style.labels.count == 2)
  }
}

/// A written style, read by another program (libxml2).
private final class Style: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var labels: [String] = []
  private(set) var filters: [String] = []
  private(set) var expressions: [String] = []
  private(set) var ruleSymbols: [String] = []
  private(set) var topSymbols: [String] = []
  private(set) var groups: [(label: String, isTicked: Bool)] = []
  private(set) var aliases: [(index: String, field: String, name: String)] = []
  private var elements: [(name: String, attributes: [String: String])] = []
  private var open: [String] = []

  init(_ folder: TemporaryFolder) {
    super.init()
    let parser = XMLParser(data: Data(folder.read("essai.qml") ?? []))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func count(_ name: String, class kind: String) -> Int {
    elements.count { $0.name == name && $0.attributes["class"] == kind }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
    switch name {
    case "rule":
      labels.append(attributes["label"] ?? "")
      filters += [attributes["filter"]].compactMap(\.self)
      ruleSymbols += [attributes["symbol"]].compactMap(\.self)
      if open.last == "rules" {
        groups.append((attributes["label"] ?? "", attributes["checkstate"] != "0"))
      }
    case "symbol": if open.last == "symbols" { topSymbols.append(attributes["name"] ?? "") }
    case "alias":
      aliases.append(
        (attributes["index"] ?? "", attributes["field"] ?? "", attributes["name"] ?? ""))
    case "Option":
      if attributes["name"] == "expression" { expressions += [attributes["value"] ?? ""] }
    default: break
    }
    open.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
