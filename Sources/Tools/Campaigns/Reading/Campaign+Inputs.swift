internal import Diagnostics
internal import Files
internal import Geocoding
internal import Intake
internal import Layers
internal import Manifests

extension Campaign {
  /// A file that a run reads, with what for.
  struct InputFile: Sendable, Hashable {
    /// `campaign`, `boundaries`, `source:c2s` …
    let role: String
    let path: String
    /// Whether it comes from a partner: rows of persons, or small counts.
    let isConfidential: Bool

    init(_ role: String, _ path: String, isConfidential: Bool = false) {
      self.role = role
      self.path = path
      self.isConfidential = isConfidential
    }
  }

  /// Everything that a run reads: the campaign's file, the references, then the partners' files, each
  /// once, in the order of the campaign.
  var inputFiles: [InputFile] {
    var seen: Set<String> = []
    return ([InputFile("campaign", file)] + referenceInputs + partnerFiles).filter {
      seen.insert("\($0.role) \($0.path)").inserted
    }
  }

  /// The contours as the manifest names them.
  var boundaryInput: InputFile { InputFile("boundaries", references.boundaries.file) }

  private var referenceInputs: [InputFile] {
    var files = [boundaryInput]
    if hasAddresses, let sources = references.addresses?.files.sources {
      files += sources.addresses.map { InputFile("addresses", $0) }
      files += sources.communes.map { InputFile("communes", $0) }
      files += sources.postcodes.map { InputFile("postcodes", $0) }
    }
    if let population = references.population {
      files.append(InputFile("population", population.file))
    }
    files += references.codes.map { InputFile("codes", $0) }
    files += references.crosswalks.flatMap(\.paths).map { InputFile("crosswalk", $0) }
    return files + zonings.map { InputFile("zoning:\($0.id)", $0.file) }
  }

  private var partnerFiles: [InputFile] {
    sources.flatMap { source -> [InputFile] in
      var paths = [("source:\(source.id)", source.layout.file)]
      if case .address(let route) = source.layout.route, let special = route.special {
        paths.append(("special:\(source.id)", special))
      }
      if let decisions = source.layout.decisions {
        paths.append(("decisions:\(source.id)", decisions))
      }
      if let totals = source.totals { paths.append(("totals:\(source.id)", totals.file)) }
      return paths.map { InputFile($0.0, $0.1, isConfidential: true) }
    }
  }
}

extension Campaign.InputFile {
  /// As the manifest names it: one entry, but for a Shapefile, each part of which has its own.
  ///
  /// - Parameters:
  ///   - key: makes the campaign's key, where it is needed
  func hashed(key: () throws(Problem) -> [UInt8]) throws(Problem) -> [Manifest.Input] {
    try Layer.files(of: path).map { file throws(Problem) in
      let hash =
        isConfidential
        ? try ContentHash(ofFile: file, key: try key()) : try ContentHash(ofFile: file)
      return Manifest.Input(
        role: role, name: FilePath.name(of: file), hash: hash, isKeyed: isConfidential)
    }
  }
}

extension Campaign.CrosswalkReference {
  /// What the way is found from.
  fileprivate var paths: [String] {
    let own =
      switch origin {
      case .contours(let file, _, _): file
      case .table(let table): table
      }
    return [own] + [movements].compactMap(\.self)
  }
}

extension Campaign.References {
  /// The official lists of codes that the campaign names, for whatever purpose.
  var codeLists: [String] {
    let base = addresses?.files.sources
    let lists = codes + (base?.communes ?? []) + (base?.postcodes ?? [])
    return lists.indices.filter { lists.firstIndex(of: lists[$0]) == $0 }.map { lists[$0] }
  }
}
