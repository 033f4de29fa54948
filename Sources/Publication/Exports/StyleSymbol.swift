/// Fill symbols of QGIS, as the properties that versions from 3.0 on read.
enum StyleSymbol {
  private static let white = "255,255,255,255"
  private static let paleGrey = "242,242,242,255"
  private static let outline = Tints.parts(of: Tints.outline)

  /// What stands for one class of a rate.
  static func rate(_ tint: String) -> [XMLElement] { [solid(Tints.parts(of: tint))] }

  /// The border of what lies over a map.
  static let outlineOnly = [
    layer(
      "SimpleFill",
      [
        ("style", "no"), ("outline_color", "40,40,40,255"), ("outline_width", "0.5"),
        ("outline_width_unit", "MM"), ("outline_style", "solid"),
      ])
  ]
  /// An area without figure: white.
  static let notApplicable = [solid(white)]
  /// Withheld: dark lines at 45°.
  static let withheld = [solid(white), hatch(angle: 45, distance: 1.6, "90,90,90,255")]
  /// Not significant: the same lines, light and far apart.
  static let notSignificant = [solid(white), hatch(angle: 45, distance: 3.2, "170,170,170,255")]
  /// Not delivered: level lines.
  static let missing = [solid(paleGrey), hatch(angle: 0, distance: 2.4, "170,170,170,255")]
  /// Not yet: lines the other way.
  static let embargoed = [solid(paleGrey), hatch(angle: 135, distance: 2.4, "140,140,140,255")]
  /// Something that no other symbol stands for.
  static let other = [solid(paleGrey)]

  /// A circle whose area is proportional to a number.
  ///
  /// - Parameters:
  ///   - diameter: QGIS expression · millimetres
  static func circle(diameter: String) -> [XMLElement] {
    let size = option(
      "size",
      [
        ("active", "bool", "true"), ("expression", "QString", diameter), ("type", "int", "3"),
      ])
    let dynamic = XMLElement(
      "data_defined_properties", [:],
      [
        XMLElement(
          "Option", ["type": "Map"],
          [
            XMLElement("Option", ["name": "name", "type": "QString", "value": ""]),
            XMLElement("Option", ["name": "properties", "type": "Map"], [size]),
            XMLElement("Option", ["name": "type", "type": "QString", "value": "collection"]),
          ])
      ])
    let marker = layer(
      "SimpleMarker",
      [
        ("name", "circle"), ("color", Tints.parts(of: Tints.circle, opacity: 200)),
        ("outline_color", white),
        ("outline_width", "0.2"), ("size", "4"), ("size_unit", "MM"),
      ], [dynamic])
    let symbol = element("marker", name: "@1", [marker])
    let centroid = layer(
      "CentroidFill", [("point_on_surface", "1"), ("point_on_all_parts", "0")], [symbol])
    return [solid(paleGrey), centroid]
  }

  /// A symbol under its name in the list of symbols; symbols inside it get names after its own.
  static func named(_ name: String, _ layers: [XMLElement]) -> XMLElement {
    element("fill", name: name, layers.map { $0.renamingSymbols(after: name) })
  }

  private static func element(_ type: String, name: String, _ layers: [XMLElement]) -> XMLElement {
    XMLElement(
      "symbol",
      ["type": type, "name": name, "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"], layers)
  }

  private static func solid(_ color: String) -> XMLElement {
    layer(
      "SimpleFill",
      [
        ("color", color), ("style", "solid"), ("outline_color", outline),
        ("outline_style", "solid"), ("outline_width", "0.2"), ("outline_width_unit", "MM"),
        ("joinstyle", "bevel"),
      ])
  }

  private static func hatch(angle: Int, distance: Double, _ color: String) -> XMLElement {
    let line = layer(
      "SimpleLine",
      [
        ("line_color", color), ("line_width", "0.26"), ("line_width_unit", "MM"),
        ("line_style", "solid"),
      ])
    return layer(
      "LinePatternFill",
      [
        ("angle", String(angle)), ("color", color), ("distance", "\(distance)"),
        ("distance_unit", "MM"), ("line_width", "0.26"), ("line_width_unit", "MM"),
      ], [element("line", name: "@1", [line])])
  }

  private static func layer(
    _ kind: String, _ properties: [(String, String)], _ inside: [XMLElement] = []
  ) -> XMLElement {
    XMLElement(
      "layer", ["class": kind, "enabled": "1", "locked": "0", "pass": "0"],
      properties.map { XMLElement("prop", ["k": $0.0, "v": $0.1]) } + inside)
  }

  private static func option(
    _ name: String, _ values: [(name: String, type: String, value: String)]
  ) -> XMLElement {
    XMLElement(
      "Option", ["name": name, "type": "Map"],
      values.map {
        XMLElement("Option", ["name": $0.name, "type": $0.type, "value": $0.value])
      })
  }
}

extension XMLElement {
  /// QGIS names the symbol of the second layer of symbol 3 « @3@1 ».
  fileprivate func renamingSymbols(after owner: String) -> XMLElement {
    var copy = self
    copy.children = children.map { child in
      var child = child.renamingSymbols(after: owner)
      if child.name == "symbol" {
        child.attributes = child.attributes.map {
          $0.name == "name" ? ("name", "@\(owner)\($0.value)") : $0
        }
      }
      return child
    }
    return copy
  }
}
