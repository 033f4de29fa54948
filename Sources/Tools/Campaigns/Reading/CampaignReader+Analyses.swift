internal import Analyses
internal import Diagnostics
internal import Yams

extension CampaignReader {
  /// What is computed beside the rates, from released figures alone.
  func readAnalyses(of indicators: [Campaign.Indicator]) -> [Analysis] {
    root.sections("analyses", allowed: CampaignKeys.analysis.names).map { section in
      let id = section.text("indicator")
      let ids = indicators.map(\.id)
      if !id.isEmpty && !ids.contains(id) {
        section.record(Wording.unknownValue(id, allowed: ids, at: section.place(of: "indicator")))
      }
      let methods = methods(section)
      let standard = standard(section, of: id, ids)
      for method in methods where !standard.isEnough(for: method) {
        section.record(Wording.standardMissing(method.rawValue, at: section.place(of: "standard")))
      }
      return Analysis(indicator: id, methods: methods, standard: standard)
    }
  }

  private func methods(_ section: Section) -> [Analysis.Method] {
    let words = section.texts("methods")
    if words.isEmpty {
      section.record(Wording.missingKey("methods", at: section.place(of: "methods")))
    }
    return words.compactMap { word in
      let method = Analysis.Method(rawValue: word)
      if method == nil {
        let legal = Analysis.Method.allCases.map(\.rawValue)
        section.record(
          Wording.unknownValue(word, allowed: legal, at: section.place(of: "methods")))
      }
      return method
    }
  }

  private func standard(_ section: Section, of indicator: String, _ ids: [String]) -> Standard {
    let classes = section.pairs("standard").map { suffix, node in
      let part = "\(indicator)_\(suffix)"
      if !ids.contains(part) {
        section.record(Wording.unknownValue(part, allowed: ids, at: section.place(of: "standard")))
      }
      return Standard.Class(
        part: part, inhabitants: number(node, "inhabitants", section),
        rate: number(node, "rate", section))
    }
    let reference = section.optionalText("reference") ?? ""
    if !classes.isEmpty && reference.isEmpty {
      section.record(Wording.missingKey("reference", at: section.place(of: "reference")))
    }
    return Standard(reference: reference, classes: classes)
  }

  private func number(_ node: Node, _ key: String, _ section: Section) -> Double? {
    guard let text = node[key]?.scalar?.string else { return nil }
    if let number = Double(text), number.isFinite, number >= 0 { return number }
    section.record(Wording.expected("un nombre positif", at: section.place(of: "standard")))
    return nil
  }
}

extension Standard {
  /// Whether every class has what a method takes.
  fileprivate func isEnough(for method: Analysis.Method) -> Bool {
    switch method {
    case .dobson, .fayFeuer: !classes.isEmpty && classes.allSatisfy { $0.inhabitants != nil }
    case .indirect: !classes.isEmpty && classes.allSatisfy { $0.rate != nil }
    default: true
    }
  }
}

extension Wording {
  static func standardMissing(_ method: String, at place: Place) -> Problem {
    Problem(
      "campaign.standard-missing", .stops, at: place,
      fact: "« \(public: method) » demande une population de référence par classe",
      remedy:
        "donner standard: { a0_17: { inhabitants: 13500, rate: 0.05 } } pour chaque partie du breakdown",
      outcome: .usage)
  }
}
