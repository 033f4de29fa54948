internal import Diagnostics
internal import Geocoding
internal import Intake
internal import Territory

extension CampaignReader {
  /// What the campaign may say of an address, in the order in which its parts follow one another.
  private static let parts: [(key: String, part: AddressQuery.Part)] = [
    ("complement", .complement), ("line", .line), ("number", .number), ("suffix", .suffix),
    ("type", .type), ("street", .street), ("place", .place), ("postcode", .postcode),
    ("city", .city), ("insee", .insee),
  ]

  private enum Apportioning: String, CaseIterable {
    case none, weights
  }

  /// How a source's addresses lead to the IRIS.
  func addressRoute(_ source: Section) -> AddressRoute {
    let section = source.requiredSection("address", allowed: CampaignKeys.address.names)
    let columns = Self.parts.flatMap { key, part in
      section.texts(key).map { AddressColumns.Column(part, $0) }
    }
    let commune = section.codes("in_commune").first
    if let commune, Commune(commune) == nil {
      section.record(Wording.badCommune(at: section.place(of: "in_commune")))
    }
    let address = AddressColumns(columns, commune: commune)
    if !address.hasStreet {
      section.record(Wording.addressWithoutStreet(at: source.place(of: "address")))
    }
    let apportioning = source.choice("apportion", default: Apportioning.none)
    return AddressRoute(
      columns: address, special: source.optionalText("special_addresses").map(path),
      decisions: source.optionalText("decisions").map(path),
      isApportioned: apportioning == .weights)
  }

  /// The address base, with the contours that its addresses are brought to.
  func readAddresses(
    _ references: Section, contours: Section
  ) -> Campaign.AddressesReference? {
    let keys = CampaignKeys.addresses.names
    guard let section = references.section("addresses", allowed: keys) else { return nil }
    let files = section.texts("files")
    if files.isEmpty {
      section.record(Wording.missingKey("files", at: section.place(of: "files")))
    }
    return Campaign.AddressesReference(
      files: GeocodingReferences(
        addresses: files.map(path), communes: section.texts("communes").map(path),
        postcodes: section.texts("postcodes").map(path),
        contours: path(contours.optionalText("file") ?? ""),
        layer: contours.optionalText("layer")),
      edition: section.text("edition"))
  }

  /// Addresses need a base, and a base that nobody needs is told.
  func checkAddresses(_ reference: Campaign.AddressesReference?, sources: [Campaign.Source]) {
    let needs = sources.contains { if case .address = $0.layout.route { true } else { false } }
    if needs && reference == nil {
      root.record(Wording.addressesMissing(at: root.place(of: "references")))
    } else if !needs && reference != nil {
      root.record(Wording.addressesUnused(at: root.place(of: "references")))
    }
  }

  /// The least share of rows at an IRIS.
  func readQuality() -> Double? {
    guard let section = root.section("quality", allowed: CampaignKeys.quality.names) else {
      return nil
    }
    let least = section.number("placed")
    if let least, !(0...1).contains(least) {
      section.record(Wording.badShare(at: section.place(of: "placed")))
    }
    return least
  }
}
