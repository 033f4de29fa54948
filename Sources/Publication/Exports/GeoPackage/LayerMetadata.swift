/// What a layer says of itself where QGIS and catalogues look: title, abstract, rights, licence.
///
/// - Source: QGIS, `resources/metadata-schema`; ISO 19115/19139
struct LayerMetadata: Sendable {
  let title: String
  let notice: Notice
  let threshold: StatedThreshold

  private static let licence =
    "Réutilisation régie par la convention ; références : Licence Ouverte 2.0"

  private var abstract: String {
    let parts = [notice.warning, "Campagne \(notice.campaign).", Wording.rule(threshold)]
    return
      (parts.compactMap(\.self) + ["Références : " + notice.attributions.joined(separator: " ; ")])
      .joined(separator: " ")
  }

  /// For the layer properties of QGIS.
  var qgis: String {
    XMLElement(
      "qgis", ["version": "3.22.0"],
      [
        XMLElement("identifier", content: notice.campaign),
        XMLElement("type", content: "dataset"), XMLElement("language", content: "FRE"),
        XMLElement("title", content: title), XMLElement("abstract", content: abstract),
        XMLElement("license", content: Self.licence), XMLElement("rights", content: notice.mention),
      ]
    ).text()
  }

  /// For catalogues.
  var iso19139: String {
    let citation = XMLElement(
      "gmd:citation", [:],
      [
        XMLElement(
          "gmd:CI_Citation", [:],
          [Self.string("gmd:title", title), Self.date("gmd:date", notice.date)])
      ])
    let limits = XMLElement(
      "gmd:resourceConstraints", [:],
      [
        XMLElement(
          "gmd:MD_LegalConstraints", [:],
          [
            Self.string("gmd:useLimitation", notice.mention),
            Self.string("gmd:otherConstraints", Self.licence),
          ])
      ])
    let identification = XMLElement(
      "gmd:identificationInfo", [:],
      [
        XMLElement(
          "gmd:MD_DataIdentification", [:],
          [citation, Self.string("gmd:abstract", abstract), limits])
      ])
    let root = XMLElement(
      "gmd:MD_Metadata",
      [
        "xmlns:gmd": "http://www.isotc211.org/2005/gmd",
        "xmlns:gco": "http://www.isotc211.org/2005/gco",
      ],
      [
        Self.string("gmd:fileIdentifier", notice.campaign), Self.string("gmd:language", "fre"),
        XMLElement(
          "gmd:dateStamp", [:], [XMLElement("gco:Date", content: notice.date)]), identification,
      ])
    return root.text()
  }

  private static func string(_ name: String, _ text: String) -> XMLElement {
    XMLElement(name, [:], [XMLElement("gco:CharacterString", content: text)])
  }

  private static func date(_ name: String, _ text: String) -> XMLElement {
    XMLElement(
      name, [:],
      [
        XMLElement(
          "gmd:CI_Date", [:], [XMLElement(name, [:], [XMLElement("gco:Date", content: text)])])
      ])
  }
}
