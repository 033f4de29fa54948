internal import Geometry
internal import Stages

/// A dataset as catalogues of geographic data take it: what it is, where, whose, and who may use it.
///
/// - Source: ISO 19115:2003 by ISO 19139 (schemas of 2007), order of the elements included
struct ISODocument: Sendable {
  let title: String
  let notice: Notice
  let threshold: Int
  /// Of the projected system; `nil` where it has no number.
  var system: Int?
  /// Degrees; `nil` where nothing is drawn.
  var box: Envelope<Geographic>?

  /// The whole document.
  var text: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element.text() }

  /// The same inside another file.
  var element: XMLElement {
    let reference = system.map { number in
      [
        Self.nested(
          "gmd:referenceSystemInfo", ["gmd:MD_ReferenceSystem", "gmd:referenceSystemIdentifier"],
          [XMLElement("gmd:RS_Identifier", [:], [Self.string("gmd:code", "EPSG:\(number)")])])
      ]
    }
    return XMLElement(
      "gmd:MD_Metadata",
      [
        "xmlns:gmd": "http://www.isotc211.org/2005/gmd",
        "xmlns:gco": "http://www.isotc211.org/2005/gco",
      ],
      [
        Self.string("gmd:fileIdentifier", notice.campaign), Self.string("gmd:language", "fre"),
        Self.code("gmd:characterSet", "MD_CharacterSetCode", "utf8"),
        Self.code("gmd:hierarchyLevel", "MD_ScopeCode", "dataset"),
        XMLElement("gmd:contact", [:], [contact]),
        XMLElement("gmd:dateStamp", [:], [XMLElement("gco:Date", content: notice.date)]),
        Self.string("gmd:metadataStandardName", "ISO 19115:2003/19139"),
      ] + (reference ?? []) + [identification, lineage])
  }
}

extension ISODocument {
  private var abstract: String {
    [notice.stamp, notice.warning, "Campagne \(notice.campaign).", Wording.rule(threshold)]
      .compactMap(\.self).joined(separator: " ")
  }

  private var contact: XMLElement {
    XMLElement(
      "gmd:CI_ResponsibleParty", [:],
      [
        Self.string("gmd:organisationName", notice.holder ?? notice.mention),
        Self.code("gmd:role", "CI_RoleCode", "pointOfContact"),
      ])
  }

  private var identification: XMLElement {
    Self.nested(
      "gmd:identificationInfo", ["gmd:MD_DataIdentification"],
      [
        citation, Self.string("gmd:abstract", abstract),
        XMLElement("gmd:pointOfContact", [:], [contact]), constraints,
        Self.string("gmd:language", "fre"),
        XMLElement(
          "gmd:topicCategory", [:], [XMLElement("gmd:MD_TopicCategoryCode", content: "society")]),
      ] + extent)
  }

  private var citation: XMLElement {
    let date = XMLElement(
      "gmd:CI_Date", [:],
      [
        XMLElement("gmd:date", [:], [XMLElement("gco:Date", content: notice.date)]),
        Self.code("gmd:dateType", "CI_DateTypeCode", "revision"),
      ])
    return Self.nested(
      "gmd:citation", ["gmd:CI_Citation"],
      [Self.string("gmd:title", title), XMLElement("gmd:date", [:], [date])])
  }

  private var constraints: XMLElement {
    let isOpen = notice.audience == .public
    return Self.nested(
      "gmd:resourceConstraints", ["gmd:MD_LegalConstraints"],
      [
        Self.string("gmd:useLimitation", notice.mention),
        Self.code(
          "gmd:accessConstraints", "MD_RestrictionCode",
          isOpen ? "otherRestrictions" : "restricted"),
        Self.string("gmd:otherConstraints", LayerMetadata.licence),
        Self.string("gmd:otherConstraints", Wording.access(notice)),
      ])
  }

  private var extent: [XMLElement] {
    guard let box else { return [] }
    let sides = [
      ("gmd:westBoundLongitude", box.minX), ("gmd:eastBoundLongitude", box.maxX),
      ("gmd:southBoundLatitude", box.minY), ("gmd:northBoundLatitude", box.maxY),
    ].map { name, degrees in
      XMLElement(
        name, [:],
        [XMLElement("gco:Decimal", content: FixedPoint(degrees, decimals: 4)?.plainText ?? "0")])
    }
    return [
      Self.nested(
        "gmd:extent",
        [
          "gmd:EX_Extent", "gmd:geographicElement", "gmd:EX_GeographicBoundingBox",
        ], sides)
    ]
  }

  private var lineage: XMLElement {
    let scope = Self.nested(
      "gmd:scope", ["gmd:DQ_Scope"], [Self.code("gmd:level", "MD_ScopeCode", "dataset")])
    let statement = Self.nested(
      "gmd:lineage", ["gmd:LI_Lineage"],
      [
        Self.string(
          "gmd:statement", ([notice.mention] + notice.attributions).joined(separator: " ; "))
      ])
    return Self.nested(
      "gmd:dataQualityInfo", ["gmd:DQ_DataQuality"], [scope, statement])
  }

  private static func string(_ name: String, _ text: String) -> XMLElement {
    XMLElement(name, [:], [XMLElement("gco:CharacterString", content: text)])
  }

  private static func code(_ name: String, _ list: String, _ value: String) -> XMLElement {
    let address = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#\(list)"
    return XMLElement(
      name, [:],
      [
        XMLElement(
          "gmd:\(list)", ["codeList": address, "codeListValue": value], content: value)
      ])
  }

  /// Elements one in the other, the last with the children.
  private static func nested(
    _ outer: String, _ inner: [String], _ children: [XMLElement]
  ) -> XMLElement {
    XMLElement(outer, [:], inner.reversed().reduce(children) { [XMLElement($1, [:], $0)] })
  }
}
