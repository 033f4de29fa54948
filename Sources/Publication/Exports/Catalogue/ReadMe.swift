internal import Disclosure
internal import Rates

/// `LISEZMOI.txt`: what is in the folder, for whoever opens it without us.
struct ReadMe: Sendable {
  private let catalogue: Catalogue

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The whole text.
  var text: String {
    let notice = catalogue.notice
    let blocks = [
      [notice.stamp, notice.warning, "INDICATEURS PAR IRIS : \(notice.campaign)"].compactMap(
        \.self),
      ["À MENTIONNER SOUS TOUTE CARTE OU TABLEAU", notice.mention] + notice.attributions,
      ["DIFFUSION", Wording.access(notice)],
      ["FICHIERS"] + catalogue.files.map { "\($0.name) : \(catalogue.role(of: $0))" }
        + ["SHA256SUMS : empreintes (sha256sum -c SHA256SUMS)"],
      ["INDICATEURS"] + catalogue.irises.indicators.flatMap(sentences),
      ["STATUT D’UNE CASE"] + statuses, ["SECRET STATISTIQUE", Wording.rule(catalogue.threshold)],
      ["COLONNES"]
        + ColumnDictionary.entries(of: [catalogue.communes, catalogue.irises]).map {
          "\($0.name) (\($0.type)) : \($0.label)"
        },
    ]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var statuses: [String] {
    Release.Status.allCases.map { status in
      "\(status.rawValue.isEmpty ? "(vide)" : status.rawValue) : \(Wording.meaning(of: status))"
    }
  }

  private func sentences(of indicator: IndicatorColumns) -> [String] {
    let definition = indicator.definition
    let base = [definition.denominatorLabel, definition.denominatorVintage].filter { !$0.isEmpty }
    let lines = [
      "\(indicator.stem.text) : \(Wording.title(definition))",
      "  numérateur : \(definition.source), \(NoticeColumns.readable(definition.numeratorVintage))",
      base.isEmpty ? nil : "  dénominateur : \(base.joined(separator: ", "))",
    ]
    return lines.compactMap(\.self)
  }
}
