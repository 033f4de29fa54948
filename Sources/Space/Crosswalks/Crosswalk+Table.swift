public import Tables
internal import Territory

extension Crosswalk {
  /// Columns of the table, in order.
  public static let columns = [
    "code_iris_ancien", "code_iris_nouveau", "part", "methode", "type_changement", "couverture",
    "edition_ancienne", "edition_nouvelle",
  ]

  /// The table of passage: a row for each link, then what vanished, then what appeared.
  ///
  /// Read back, it gives the same crosswalk: shares are written to the billionth.
  public func table(for audience: CSVWriter.Audience = .machine) -> [UInt8] {
    var writer = CSVWriter(for: audience)
    writer.row(Self.columns)
    for link in links { write(link, to: &writer) }
    for iris in vanished { write(old: iris.code, new: "", Self.vanishedWord, to: &writer) }
    for iris in appeared { write(old: "", new: iris.code, Self.appearedWord, to: &writer) }
    return writer.bytes
  }

  static let vanishedWord = "disparu"
  static let appearedWord = "apparu"

  private func write(_ link: Link, to writer: inout CSVWriter) {
    writer.code(link.old.code)
    writer.code(link.new.code)
    writer.decimal(link.share.value, decimals: 9, trimsZeros: true)
    writer.text(link.method.rawValue)
    writer.text(link.change.rawValue)
    writer.decimal(link.coverage.value, decimals: 9, trimsZeros: true)
    endRow(&writer)
  }

  private func write(old: String, new: String, _ change: String, to writer: inout CSVWriter) {
    writer.code(old)
    writer.code(new)
    writer.blank()
    writer.blank()
    writer.text(change)
    writer.blank()
    endRow(&writer)
  }

  private func endRow(_ writer: inout CSVWriter) {
    writer.text(from.name)
    writer.text(to.name)
    writer.endRow()
  }
}
