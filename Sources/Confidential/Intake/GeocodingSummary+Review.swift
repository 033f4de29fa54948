internal import Tables

extension GeocodingSummary {
  /// The streets that were not found, each once with its commune, by falling number of rows: a file
  /// to be filled in and given back as decisions.
  ///
  /// - Returns: CSV, `;` and CRLF, UTF-8
  /// - Confidential: yes, typed text
  public var review: [UInt8] {
    var writer = CSVWriter(for: .machine)
    writer.row(Decisions.columns)
    for (key, street) in sortedUnresolved {
      writer.text(key.street)
      writer.text(key.commune)
      writer.integer(street.rows)
      for index in 0..<3 {
        writer.text(index < street.proposals.count ? street.proposals[index] : nil)
      }
      writer.blank()
      writer.endRow()
    }
    return writer.bytes
  }
}
