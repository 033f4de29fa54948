internal import Diagnostics
internal import Files

/// Everything that one seed makes, file by file.
struct Delivery {
  /// Name in the folder and content.
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  let drawing: Drawing
  let addresses: [Address]

  /// - Throws: `projection.no-database`
  init(seed: UInt64) throws(Problem) {
    drawing = Drawing(seed: seed)
    let network = StreetNetwork(drawing, seed: seed)
    let settlement = Settlement(network, drawing, seed: seed)
    addresses = Numbering(settlement, network, drawing, seed: seed).addresses
    add("contours-iris-inventes.geojson", try ContourFile.geoJSON(drawing.areas))
    files.append(
      ("contours-iris-inventes.gpkg", try ContourFile.geoPackage(drawing.areas)))
    add("adresses-21-inventees.csv", try AddressBase.text(addresses))
    addReferences(Population(seed: seed))
    addPartners(seed: seed)
  }

  private mutating func addReferences(_ population: Population) {
    add("base-ic-evol-struct-pop-2022.CSV", CensusFile.table(population))
    add("meta_base-ic-evol-struct-pop-2022.CSV", CensusFile.dictionary())
    add("v_commune_2024-inventees.csv", CommuneLists.communes())
    add("v_mvtcommune_2024-inventees.csv", CommuneLists.movements())
    files.append(("laposte_hexasmal-inventees.csv", CommuneLists.postcodes()))
  }

  private mutating func addPartners(seed: UInt64) {
    let list = BeneficiaryList(addresses, seed: seed)
    files.append(("recu/C2S_2025-invente.csv", BeneficiaryFile.bytes(list, seed: seed)))
    files.append(("recu/CAF_IRIS_2024-invente.csv", AllowanceFile.bytes(seed: seed)))
    let typed = TypedAddressFile(addresses, seed: seed)
    add("recu/demandeurs_2025-invente.csv", typed.text)
    add("recu/demandeurs_2025-invente-verite.csv", typed.truthText)
  }

  private mutating func add(_ name: String, _ text: String) {
    files.append((name, Array(text.utf8)))
  }

  /// Writes all files, or none.
  ///
  /// - Throws: `files.cannot-write`, `files.disk-full`
  func publish(in folder: String) throws(Problem) {
    var staged: [StagedFile] = []
    for file in files {
      let path = FilePath.join(folder, file.name)
      try FilePath.makeFolder(FilePath.folder(of: path))
      let place = try StagedFile(for: path)
      try place.write(file.bytes)
      staged.append(place)
    }
    try StagedFile.publish(staged)
  }
}
