internal import Diagnostics
internal import Yams

/// A campaign file as its author wrote it, with some values put in the place of others.
///
/// Only the values change: order, comments and spacing stay, so that the new file reads as the old
/// one and a comparison shows what moved.
struct CampaignText {
  private let file: String
  private let lines: [String]
  private let root: Node
  private var edits: [Edit] = []
  private var notes: [Int: [String]] = [:]

  /// The mark of the comments that a replay writes; those of the last one are left out.
  static let noteMark = "# rejeu "

  /// A step into the tree.
  enum Step: Hashable {
    case key(String)
    case item(Int)
  }

  private struct Edit {
    let line: Int
    let range: Range<Int>
    let replacement: String
  }

  /// - Throws: `replay.unreadable`
  init(_ text: String, file: String) throws(Problem) {
    let kept = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.drop { $0 == " " }.hasPrefix(Self.noteMark)
    }
    lines = kept.map(String.init)
    self.file = file
    guard let root = try? Yams.compose(yaml: lines.joined(separator: "\n")) else {
      throw Wording.unreadable(file)
    }
    self.root = root
  }

  /// What stands at a place; `nil` when there is no single value.
  func value(at path: [Step]) -> String? { scalar(at: path)?.string }

  /// How many items a list has; 0 when there is none, 1 for a value that stands alone.
  func count(at path: [Step]) -> Int {
    guard let node = node(at: path) else { return 0 }
    return node.sequence?.count ?? (node.scalar.map { $0.string.isEmpty ? 0 : 1 } ?? 0)
  }

  /// The place of an item of a list, or of the value that stands alone.
  func place(of item: Int, in path: [Step]) -> [Step] {
    node(at: path)?.sequence == nil ? path : path + [.item(item)]
  }

  /// Puts a text in the place of another, in quotes, and says above what it was.
  ///
  /// - Throws: `replay.uneditable` where the value goes over several lines
  mutating func replace(at path: [Step], with text: String, note: String? = nil) throws(Problem) {
    guard let scalar = scalar(at: path), scalar.string != text else { return }
    guard let mark = scalar.mark, let range = token(scalar, mark) else {
      throw Wording.uneditable(file, line: scalar.mark?.line)
    }
    edits.append(
      Edit(line: mark.line - 1, range: range, replacement: JSONValue.quoted(text)))
    if let note { say(note, above: mark.line - 1) }
  }

  /// Writes a comment above the place; nothing where the place is not in the file.
  mutating func say(_ note: String, above path: [Step]) {
    let line = node(at: path)?.mark?.line
    // a section begins under its key
    if let line { say(note, above: max(0, line - 1)) }
  }

  private mutating func say(_ note: String, above line: Int) {
    notes[line, default: []].append(note)
  }

  /// The new file.
  func text(year: String) -> String {
    var result: [String] = []
    for (index, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }
      result += notes[index, default: []].map { "\(indent)\(Self.noteMark)\(year) : \($0)" }
      var scalars = Array(line.unicodeScalars)
      let own = edits.filter { $0.line == index }.sorted {
        $0.range.lowerBound > $1.range.lowerBound
      }
      for edit in own { scalars.replaceSubrange(edit.range, with: edit.replacement.unicodeScalars) }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      result.append(text)
    }
    return result.joined(separator: "\n")
  }

  // MARK: Places

  private func node(at path: [Step]) -> Node? {
    var node: Node? = root
    for step in path {
      switch step {
      case .key(let key): node = node?.mapping?[Node(key)]
      case .item(let index):
        guard let items = node?.sequence, items.indices.contains(index) else { return nil }
        node = items[index]
      }
    }
    return node
  }

  private func scalar(at path: [Step]) -> Node.Scalar? { node(at: path)?.scalar }

  /// The characters of a value in its line, quotes included; `nil` when they are not all there.
  private func token(_ scalar: Node.Scalar, _ mark: Mark) -> Range<Int>? {
    guard lines.indices.contains(mark.line - 1) else { return nil }
    let line = Array(lines[mark.line - 1].unicodeScalars)
    let start = mark.column - 1
    guard line.indices.contains(start) else { return nil }
    switch scalar.style {
    case .doubleQuoted: return quoted(line, start, "\"", escape: "\\")
    case .singleQuoted: return quoted(line, start, "'", escape: "'")
    default:
      let end = start + scalar.string.unicodeScalars.count
      guard end <= line.count, line[start..<end].elementsEqual(scalar.string.unicodeScalars) else {
        return nil
      }
      return start..<end
    }
  }

  private func quoted(
    _ line: [Unicode.Scalar], _ start: Int, _ quote: Unicode.Scalar, escape: Unicode.Scalar
  ) -> Range<Int>? {
    guard line[start] == quote else { return nil }
    var index = start + 1
    while index < line.count {
      let isPair = line[index] == escape && index + 1 < line.count
      if isPair && (escape != quote || line[index + 1] == quote) {
        index += 2
      } else if line[index] == quote {
        return start..<index + 1
      } else {
        index += 1
      }
    }
    return nil
  }
}
