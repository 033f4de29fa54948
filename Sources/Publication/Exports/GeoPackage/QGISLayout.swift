internal import Geometry

/// An A4 page of a QGIS project: title, map, legend, scale and mention.
///
/// - Source: QGIS 3.22, `QgsLayoutItemRegistry` (numbers of item types)
struct QGISLayout: Sendable {
  let title: String
  /// Identifier of the layer that is shown.
  let layer: String
  let mention: String
  /// Said across the map until the shared analysis is done.
  let stamp: String?
  let extent: Envelope<Projected>
  let name: String

  /// Numbers that QGIS knows its items by.
  private enum Item: Int {
    case page = 65_638
    case map = 65_639
    case label = 65_641
    case legend = 65_642
    case scaleBar = 65_646
  }

  /// The layout.
  var element: XMLElement {
    XMLElement(
      "Layout", ["name": name, "units": "mm", "printResolution": "200"],
      [
        XMLElement("PageCollection", [:], [item(.page, (0, 0), (297, 210))]),
        label(title, at: (10, 8), size: (277, 12), points: 16), map, legend, scaleBar,
        label(mention, at: (10, 190), size: (277, 16), points: 8),
      ] + stampMark)
  }

  /// Red, slanted and pale over the middle of the map, on two lines.
  private var stampMark: [XMLElement] {
    guard let stamp else { return [] }
    var mark = label(
      stamp.replacing(" — ANALYSE", with: "\nANALYSE"), at: (107, 104), size: (190, 40), points: 21)
    mark.attributes = mark.attributes.filter {
      !["opacity", "referencePoint", "halign", "valign"].contains($0.name)
    }
    mark.attributes += [
      ("opacity", "0.35"), ("referencePoint", "4"), ("itemRotation", "-24"), ("halign", "4"),
      ("valign", "128"),
    ]
    mark.children.append(
      XMLElement("FontColor", ["red": "163", "green": "25", "blue": "46"]))
    return [mark]
  }

  private var map: XMLElement {
    var map = item(.map, (10, 22), (195, 165))
    map.attributes += [("keepLayerSet", "true"), ("followPreset", "false"), ("mapRotation", "0")]
    map.children = [
      shownExtent, XMLElement("LayerSet", [:], [XMLElement("Layer", content: layer)]),
    ]
    return map
  }

  /// The territory in the middle, in the proportions of the map, a twentieth wider.
  private var shownExtent: XMLElement {
    let width = shownWidth
    let height = width * 165 / 195
    let x = (extent.minX + extent.maxX) / 2, y = (extent.minY + extent.maxY) / 2
    return XMLElement(
      "Extent",
      [
        "xmin": "\(x - width / 2)", "ymin": "\(y - height / 2)", "xmax": "\(x + width / 2)",
        "ymax": "\(y + height / 2)",
      ])
  }

  /// Metres across the map.
  private var shownWidth: Double {
    max(extent.maxX - extent.minX, (extent.maxY - extent.minY) * 195 / 165) * 1.05
  }

  private var legend: XMLElement {
    var legend = item(.legend, (210, 22), (77, 120))
    legend.attributes += [
      ("title", "Légende (nombre d’IRIS)"), ("resizeToContents", "1"), ("wrapChar", ""),
      ("linkedMap", uuid(of: .map)),
    ]
    legend.children = [
      XMLElement("styles", [:], [Self.lettering("title", 12), Self.lettering("symbolLabel", 9)]),
      XMLElement(
        "layer-tree-group", [:],
        [
          XMLElement(
            "layer-tree-layer",
            ["id": layer, "name": title, "providerKey": "ogr", "checked": "Qt::Checked"],
            [Self.withoutTitle])
        ]),
    ]
    return legend
  }

  private static func lettering(_ part: String, _ points: Int) -> XMLElement {
    XMLElement(
      "style",
      [
        "name": part, "marginTop": "2", "marginLeft": "2", "marginBottom": "3.5", "alignment": "1",
      ],
      [
        XMLElement(
          "text-style",
          [
            "fontFamily": "Open Sans", "fontSize": "\(points)", "fontSizeUnit": "Point",
            "textColor": "0,0,0,255", "textOpacity": "1",
          ])
      ])
  }

  /// The title of the page says already what the layer is.
  private static let withoutTitle = XMLElement(
    "customproperties", [:],
    [
      XMLElement(
        "Option", ["type": "Map"],
        [
          XMLElement(
            "Option", ["name": "legend/title-style", "type": "QString", "value": "hidden"])
        ])
    ])

  /// Two round segments, together at most 50 mm.
  private var scaleBar: XMLElement {
    let segment = Self.roundLength(upTo: shownWidth * 25 / 195)
    let isKilometres = segment >= 1_000
    let unit = isKilometres ? "km" : "m"
    var bar = item(.scaleBar, (210, 168), (77, 15))
    bar.attributes += [
      ("style", "Line Ticks Up"), ("unitType", isKilometres ? "km" : "meters"),
      ("numMapUnitsPerScaleBarUnit", "1"),
      ("numUnitsPerSegment", "\(isKilometres ? segment / 1_000 : segment)"),
      ("numSegments", "2"), ("numSegmentsLeft", "0"), ("unitLabel", unit),
      ("mapUuid", uuid(of: .map)), ("segmentSizeMode", "0"), ("height", "3"),
    ]
    bar.children = [
      XMLElement(
        "numericFormat", ["id": "basic"],
        [
          XMLElement(
            "Option", ["type": "Map"],
            [
              XMLElement(
                "Option",
                ["name": "show_thousand_separator", "type": "bool", "value": "false"])
            ])
        ])
    ]
    return bar
  }

  /// The largest of 1, 2, 5, 10, 20, 50 … metres that is not longer.
  private static func roundLength(upTo most: Double) -> Int {
    var power = 1
    while Double(10 * power) <= most { power *= 10 }
    return (([5, 2].first { Double($0 * power) <= most }) ?? 1) * power
  }

  private func label(
    _ text: String, at place: (Int, Int), size: (Int, Int), points: Int
  ) -> XMLElement {
    var label = item(.label, place, size)
    label.attributes += [
      ("labelText", text), ("htmlState", "0"), ("valign", "32"), ("halign", "1"),
      ("marginX", "0"), ("marginY", "0"),
    ]
    label.children = [
      XMLElement("LabelFont", ["description": "Sans Serif,\(points),-1,5,50,0,0,0,0,0"])
    ]
    return label
  }

  private func item(_ kind: Item, _ place: (Int, Int), _ size: (Int, Int)) -> XMLElement {
    XMLElement(
      "LayoutItem",
      [
        "type": "\(kind.rawValue)", "uuid": uuid(of: kind, at: place.1), "visibility": "1",
        "position": "\(place.0),\(place.1),mm", "positionOnPage": "\(place.0),\(place.1),mm",
        "size": "\(size.0),\(size.1),mm", "referencePoint": "0", "opacity": "1",
        "frame": "false", "background": "false",
      ])
  }

  private func uuid(of kind: Item, at height: Int = 22) -> String {
    "{maille-\(name)-\(kind.rawValue)-\(height)}"
  }
}
