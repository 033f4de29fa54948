internal import Diagnostics
internal import Geocoding
internal import References
internal import Territory

extension DoctorJob {
  /// Whether the census and the address base go with the contours.
  func look(atVintagesOf campaign: Campaign, _ report: inout DoctorReport) {
    guard let year = campaign.references.boundaries.edition.year else {
      report.note("millésimes", "l’édition des contours ne dit pas son année, non contrôlés")
      return
    }
    look(at: campaign.censusFit(on: year), &report)
    look(at: campaign.addressFit(on: year), &report)
  }

  private func look(at fit: FilesFit, _ report: inout DoctorReport) {
    for note in fit.notes { report.note("millésimes", note) }
    report.problems.append(fit.problems)
  }
}

extension Campaign {
  /// The census is told in the campaign's contours, or in the edition that it names.
  fileprivate func censusFit(on year: Int) -> FilesFit {
    guard let census = references.population else { return FilesFit([], on: year) }
    let own = census.edition?.year ?? year
    let fit = FilesFit([(census.file, census.vintage?.name)], on: own)
    return census.acceptedMismatch == nil ? fit : fit.softened()
  }

  fileprivate func addressFit(on year: Int) -> FilesFit {
    guard let addresses = references.addresses else { return FilesFit([], on: year) }
    let files = addresses.files.sources
    return FilesFit(
      files.addresses.map { ($0, addresses.edition) }
        + (files.communes + files.postcodes).map { ($0, nil) }, on: year)
  }
}
