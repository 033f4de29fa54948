internal import Diagnostics
internal import Files
internal import Stages

/// `ro-crate-metadata.json`: the manifest in the words of catalogues, so that tools that know nothing
/// of Maille see what was derived from what. It says nothing that the manifest does not.
///
/// - Source: RO-Crate 1.1; W3C PROV-O
public struct ResearchObject: Sendable {
  /// Name of the file in a version.
  public static let fileName = "ro-crate-metadata.json"
  private static let run = "#calcul"

  private let manifest: Manifest

  /// The crate of a version.
  public init(_ manifest: Manifest) { self.manifest = manifest }

  /// The whole file.
  public var text: String {
    let graph =
      [descriptor, dataset, activity] + manifest.making.software.map(software)
      + manifest.making.inputs.map(input) + manifest.outputs.map(output) + organisations
    return JSONValue.object([("@context", context), ("@graph", .array(graph))]).description + "\n"
  }

  private var context: JSONValue {
    .array([
      .text("https://w3id.org/ro/crate/1.1/context"),
      .object([
        ("prov", .text("http://www.w3.org/ns/prov#")),
        ("maille", .text("urn:maille:")),
      ]),
    ])
  }

  private var descriptor: JSONValue {
    entity(
      Self.fileName, "CreativeWork",
      [
        ("conformsTo", reference("https://w3id.org/ro/crate/1.1")), ("about", reference("./")),
      ])
  }

  private var dataset: JSONValue {
    let notice = manifest.notice
    let access = manifest.standing.audience?.french ?? Wording.workingDocument
    return entity(
      "./", "Dataset",
      [
        ("name", .text(Wording.title(notice.campaign))),
        (
          "description",
          .text([notice.warning, notice.mention].compactMap(\.self).joined(separator: " "))
        ),
        ("identifier", .text("urn:maille:\(notice.campaign):\(manifest.version)")),
        ("version", .text(manifest.version)), ("datePublished", .text(notice.date)),
        ("creditText", .text(notice.mention)), ("conditionsOfAccess", .text(access)),
        ("creativeWorkStatus", .text(manifest.standing.stage.french)),
        ("copyrightHolder", reference("#owner")), ("publisher", reference("#holder")),
        ("hasPart", references(manifest.outputs.map(\.name))),
        ("prov:wasGeneratedBy", reference(Self.run)),
      ])
  }

  /// One action that made all files, in both vocabularies.
  private var activity: JSONValue {
    let inputs = manifest.making.inputs.indices.map { "#entree-\($0 + 1)" }
    let tools = manifest.making.software.map(Self.identifier)
    return .object([
      ("@id", .text(Self.run)),
      ("@type", .array([.text("CreateAction"), .text("prov:Activity")])),
      ("name", .text(Wording.run)), ("endTime", .text(manifest.declared.text)),
      ("agent", reference("#holder")), ("instrument", references(tools)),
      ("object", references(inputs)), ("result", references(manifest.outputs.map(\.name))),
      ("prov:used", references(inputs)), ("prov:wasAssociatedWith", references(tools)),
      ("prov:endedAtTime", .text(manifest.declared.text)),
    ])
  }

  private func software(_ software: Manifest.Software) -> JSONValue {
    .object([
      ("@id", .text(Self.identifier(of: software))),
      ("@type", .array([.text("SoftwareApplication"), .text("prov:SoftwareAgent")])),
      ("name", .text(software.name)), ("version", .text(software.version)),
    ])
  }

  private static func identifier(of software: Manifest.Software) -> String {
    "#" + software.name.map { $0.isLetter || $0.isNumber || $0 == "." ? String($0) : "-" }.joined()
  }

  private func input(_ input: Manifest.Input) -> JSONValue {
    let number = (manifest.making.inputs.firstIndex(of: input) ?? 0) + 1
    return .object([
      ("@id", .text("#entree-\(number)")),
      ("@type", .array([.text("CreativeWork"), .text("prov:Entity")])),
      ("name", .text(input.name)), ("maille:role", .text(input.role)),
      (input.isKeyed ? "maille:hmacSha256" : "sha256", .text(input.hash.hexadecimal)),
    ])
  }

  private func output(_ output: Manifest.Output) -> JSONValue {
    .object([
      ("@id", .text(output.name)), ("@type", .array([.text("File"), .text("prov:Entity")])),
      ("name", .text(FilePath.name(of: output.name))), ("contentSize", .integer(output.size)),
      ("sha256", .text(output.hash.hexadecimal)), ("prov:wasGeneratedBy", reference(Self.run)),
    ])
  }

  private var organisations: [JSONValue] {
    [
      entity("#owner", "Organization", [("name", .text(manifest.notice.owner))]),
      entity("#holder", "Organization", [("name", .text(manifest.notice.holder))]),
    ]
  }

  private func entity(
    _ id: String, _ type: String, _ members: [(key: String, value: JSONValue)]
  ) -> JSONValue {
    .object([("@id", .text(id)), ("@type", .text(type))] + members)
  }

  private func reference(_ id: String) -> JSONValue { .object([("@id", .text(id))]) }

  private func references(_ ids: [String]) -> JSONValue { .array(ids.map(reference)) }
}
