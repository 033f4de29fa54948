internal import Files
internal import Geocoding
internal import Intake
internal import Keeping
internal import Territory

extension Campaign {
  /// What is kept between runs.
  var work: WorkFolder { WorkFolder(beside: file, campaign: name) }

  /// What the partners handed over, each file once, in byte order; decisions about streets are the
  /// technician's, and serve again next year.
  var receivedFiles: [String] {
    let layouts = sources.flatMap { [$0.layout] + [$0.totals].compactMap(\.self) }
    return Set(layouts.flatMap(\.files)).subtracting(layouts.compactMap(\.decisions)).sorted()
  }

  /// Reference files with the edition that the campaign says they are of, in the order of their
  /// roles.
  var namedReferences: [(path: String, edition: String)] {
    let boundaries = references.boundaries
    var files = [(boundaries.file, boundaries.edition.name)]
    if let addresses = references.addresses {
      let sources = addresses.files.sources
      files += (sources.addresses + sources.communes + sources.postcodes).map {
        ($0, addresses.edition)
      }
    }
    if let population = references.population {
      files.append((population.file, population.vintage?.name ?? "millésime lu dans le fichier"))
    }
    return files
  }
}
