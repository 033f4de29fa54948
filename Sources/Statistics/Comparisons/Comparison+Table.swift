public import Tables

extension Comparison {
  /// A row for each zone and indicator: what moved, by which factor, and whether chance may explain it.
  ///
  /// Numbers are blank wherever either state withholds the figure.
  public func table(for audience: CSVWriter.Audience = .machine) -> [UInt8] {
    var writer = CSVWriter(for: audience)
    writer.row(
      ["niveau", "code", "indicateur", "statut_avant", "statut_apres", "avant", "apres", "ecart"]
        + factors.map { "part_\($0.rawValue)" }
        + ["diff_bas", "diff_haut", "lecture", "intervalles_disjoints", "origine_avant"])
    for row in rows { write(row, to: &writer) }
    return writer.bytes
  }

  private func write(_ row: Row, to writer: inout CSVWriter) {
    writer.text(row.zone.level.rawValue)
    writer.code(row.zone.code)
    writer.text(row.indicator)
    writer.text(row.statusBefore ?? "absent")
    writer.text(row.statusAfter ?? "absent")
    write(row.chain, to: &writer)
    let decimals = row.chain?.decimals ?? 2
    writer.decimal(row.difference?.lower, decimals: decimals)
    writer.decimal(row.difference?.upper, decimals: decimals)
    writer.text(row.difference?.reading.rawValue)
    writer.text(row.difference.map { $0.isDisjoint ? "oui" : "non" })
    writer.text(row.origin.rawValue)
    writer.endRow()
  }

  private func write(_ chain: Chain?, to writer: inout CSVWriter) {
    let decimals = chain?.decimals ?? 0
    writer.decimal(chain?.start, decimals: decimals)
    writer.decimal(chain?.end, decimals: decimals)
    writer.decimal(chain.map { $0.figure($0.total) }, decimals: decimals)
    for factor in factors {
      let part = chain.flatMap { chain in chain.units(of: factor).map(chain.figure) }
      writer.decimal(part, decimals: decimals)
    }
  }
}
