/// What a layer says of itself where QGIS and catalogues look: title, abstract, rights, licence.
///
/// - Source: QGIS, `resources/metadata-schema`; ISO 19115/19139
struct LayerMetadata: Sendable {
  let title: String
  let notice: Notice
  let threshold: Int

  static let licence =
    "Réutilisation régie par la convention ; références : Licence Ouverte 2.0"

  private var abstract: String {
    let parts = [
      notice.stamp, notice.warning, "Campagne \(notice.campaign).", Wording.rule(threshold),
    ]
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
    ISODocument(title: title, notice: notice, threshold: threshold).element.text()
  }
}
