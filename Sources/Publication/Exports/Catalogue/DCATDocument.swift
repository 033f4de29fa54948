internal import Diagnostics
internal import Disclosure
internal import Rates
internal import Stages
internal import Territory

/// `dcat.jsonld`: one dataset and one distribution for each file, for catalogues of data.
///
/// - Source: DCAT-AP 2.1; vocabulary of access rights of the Publications Office of the EU
struct DCATDocument: Sendable {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The whole document.
  var text: String {
    let notice = catalogue.notice
    let dataset = JSONValue.object([
      ("@context", context), ("@type", .text("dcat:Dataset")),
      ("@id", .text("urn:maille:\(notice.campaign)")),
      ("dct:identifier", .text(notice.campaign)),
      ("dct:title", french("Indicateurs par IRIS, \(notice.campaign)")),
      ("dct:description", french(description)),
      ("dct:rights", french(notice.mention)),
      ("dct:accessRights", reference(accessRights)),
      ("dct:modified", date(notice.date)), ("dct:temporal", .array(periods)),
      ("dct:spatial", .array(communes)),
      ("dct:provenance", french(notice.attributions.joined(separator: " ; "))),
      ("dcat:distribution", .array(catalogue.files.map(distribution))),
    ])
    return dataset.description + "\n"
  }

  private var accessRights: String {
    let right =
      switch catalogue.notice.audience {
      case nil, .group: "NON_PUBLIC"
      case .partners: "RESTRICTED"
      case .public: "PUBLIC"
      }
    return "http://publications.europa.eu/resource/authority/access-right/\(right)"
  }

  private var context: JSONValue {
    .object([
      ("dcat", .text("http://www.w3.org/ns/dcat#")), ("dct", .text("http://purl.org/dc/terms/")),
      ("spdx", .text("http://spdx.org/rdf/terms#")),
      ("xsd", .text("http://www.w3.org/2001/XMLSchema#")),
    ])
  }

  private var description: String {
    [catalogue.notice.warning, Wording.rule(catalogue.threshold)].compactMap(\.self)
      .joined(separator: " ")
  }

  /// The numerators' dates, each once.
  private var periods: [JSONValue] {
    let vintages = Set(catalogue.irises.indicators.map(\.definition.numeratorVintage)).sorted()
    return vintages.map { vintage in
      .object([("@type", .text("dct:PeriodOfTime")), ("dcat:endDate", .text(vintage))])
    }
  }

  private var communes: [JSONValue] {
    Set(catalogue.irises.rows.map(\.zone.commune)).sorted().map {
      reference("http://id.insee.fr/geo/commune/\($0.code)")
    }
  }

  private func distribution(_ file: Catalogue.File) -> JSONValue {
    .object([
      ("@type", .text("dcat:Distribution")), ("dct:title", french(catalogue.role(of: file))),
      ("dcat:downloadURL", .text(file.name)),
      ("dcat:mediaType", .text(Catalogue.mediaType(of: file))),
      ("dcat:byteSize", .integer(file.byteCount)),
      (
        "spdx:checksum",
        .object([("spdx:algorithm", .text("SHA256")), ("spdx:checksumValue", .text(file.hash))])
      ),
    ])
  }

  private func french(_ text: String) -> JSONValue {
    .object([("@language", .text("fr")), ("@value", .text(text))])
  }

  private func reference(_ address: String) -> JSONValue { .object([("@id", .text(address))]) }

  private func date(_ text: String) -> JSONValue {
    .object([("@type", .text("xsd:date")), ("@value", .text(text))])
  }
}
