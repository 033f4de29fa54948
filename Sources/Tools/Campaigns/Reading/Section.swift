internal import Diagnostics
internal import Yams

/// What a campaign file says under one key: typed access that collects problems and goes on.
///
/// Unknown keys are reported with the nearest legal one; codes must be quoted, since YAML reads
/// `01004` as a number.
struct Section {
  let key: String
  private let file: String
  private let line: Int?
  private let values: [String: Node]
  /// Legal keys with what stands under them, in the order of the file.
  let pairs: [(name: String, node: Node)]
  private let report: Report

  /// The problems of one file, shared by its sections.
  final class Report {
    var log = ProblemLog()
  }

  init(_ node: Node, key: String, file: String, allowed: [String], report: Report) {
    self.key = key
    self.file = file
    self.report = report
    line = node.mark?.line
    var values: [String: Node] = [:]
    var pairs: [(name: String, node: Node)] = []
    guard case .mapping(let mapping) = node else {
      self.values = values
      self.pairs = pairs
      let place = Place(file: file, line: node.mark?.line, key: key)
      report.log.record(Wording.expected("des clés et leurs valeurs", at: place))
      return
    }
    for (name, value) in mapping {
      guard let name = name.string else { continue }
      if allowed.contains(name) {
        values[name] = value
        pairs.append((name, value))
      } else {
        let place = Place(file: file, line: value.mark?.line, key: Self.path(key, name))
        report.log.record(Wording.unknownKey(name, allowed: allowed, at: place))
      }
    }
    self.values = values
    self.pairs = pairs
  }

  /// Whether the key is there and not null.
  func has(_ name: String) -> Bool { values[name].map { !$0.isNull } ?? false }

  /// Where a key is, or should be.
  func place(of name: String) -> Place {
    Place(file: file, line: values[name]?.mark?.line ?? line, key: Self.path(key, name))
  }

  /// Records a problem found by the caller.
  func record(_ problem: Problem) { report.log.record(problem) }

  /// Text that must be there; empty, and reported, when it is not.
  func text(_ name: String) -> String {
    guard has(name) else {
      record(Wording.missingKey(name, at: place(of: name)))
      return ""
    }
    return optionalText(name) ?? ""
  }

  /// Text that may be left out.
  func optionalText(_ name: String) -> String? {
    guard let node = values[name], !node.isNull else { return nil }
    guard let text = node.scalar?.string else {
      record(Wording.expected("un texte", at: place(of: name)))
      return nil
    }
    return text
  }

  /// A whole number that may be left out.
  func integer(_ name: String) -> Int? {
    guard let text = optionalText(name) else { return nil }
    if let number = Int(text) { return number }
    record(Wording.expected("un nombre entier", at: place(of: name)))
    return nil
  }

  /// A number that may be left out.
  func number(_ name: String) -> Double? {
    guard let text = optionalText(name) else { return nil }
    if let number = Double(text), number.isFinite { return number }
    record(Wording.expected("un nombre", at: place(of: name)))
    return nil
  }

  /// Whether a key says `true`; `false` when it is left out.
  func flag(_ name: String) -> Bool {
    guard let text = optionalText(name) else { return false }
    if text != "true" && text != "false" {
      record(Wording.unknownValue(text, allowed: ["true", "false"], at: place(of: name)))
    }
    return text == "true"
  }

  /// Texts: a list, or one alone.
  func texts(_ name: String) -> [String] {
    guard let node = values[name], !node.isNull else { return [] }
    let nodes = node.sequence.map(Array.init) ?? [node]
    return nodes.compactMap { item in
      if item.scalar == nil { record(Wording.expected("une liste de textes", at: place(of: name))) }
      return item.scalar?.string
    }
  }

  /// Codes: texts that must be written in quotes.
  func codes(_ name: String) -> [String] {
    let nodes = values[name].map { $0.sequence.map(Array.init) ?? [$0] } ?? []
    for case .scalar(let scalar) in nodes where scalar.style == .plain {
      let place = Place(file: file, line: scalar.mark?.line, key: Self.path(key, name))
      record(Wording.unquotedCode(at: place))
    }
    return texts(name)
  }

  /// A legal word; the default, and reported when something else stands there.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, default fallback: Choice
  ) -> Choice where Choice.RawValue == String {
    guard let text = optionalText(name) else { return fallback }
    if let choice = Choice(rawValue: text) { return choice }
    let legal = Choice.allCases.map(\.rawValue)
    record(Wording.unknownValue(text, allowed: legal, at: place(of: name)))
    return fallback
  }

  /// The section under a key; `nil` when there is none.
  func section(_ name: String, allowed: [String]) -> Section? {
    guard let node = values[name], !node.isNull else { return nil }
    return Section(
      node, key: Self.path(key, name), file: file, allowed: allowed, report: report)
  }

  /// The section under a key; empty, and reported, when there is none.
  func requiredSection(_ name: String, allowed: [String]) -> Section {
    if let section = section(name, allowed: allowed) { return section }
    record(Wording.missingKey(name, at: place(of: name)))
    let nothing = Node.mapping(.init([]))
    return Section(
      nothing, key: Self.path(key, name), file: file, allowed: allowed, report: report)
  }

  /// The sections of a list, each named by its position.
  func sections(_ name: String, allowed: [String]) -> [Section] {
    guard let node = values[name], !node.isNull else { return [] }
    guard let items = node.sequence else {
      record(Wording.expected("une liste (un tiret devant chaque élément)", at: place(of: name)))
      return []
    }
    return items.enumerated().map { index, item in
      let own = "\(Self.path(key, name))[\(index + 1)]"
      return Section(item, key: own, file: file, allowed: allowed, report: report)
    }
  }

  /// The pairs under a key whose names are the user's own: columns, masked values.
  func pairs(_ name: String) -> [(name: String, value: Node)] {
    guard let node = values[name], !node.isNull else { return [] }
    guard let mapping = node.mapping else {
      record(Wording.expected("des noms et leurs valeurs", at: place(of: name)))
      return []
    }
    return mapping.compactMap { pair in pair.key.string.map { ($0, pair.value) } }
  }

  private static func path(_ parent: String, _ name: String) -> String {
    parent.isEmpty ? name : "\(parent).\(name)"
  }
}

extension Node {
  /// Whether nothing stands after the colon.
  var isNull: Bool { scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false }
}
