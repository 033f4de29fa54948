public import Diagnostics
internal import Files

/// Whether reference files that are read together go together, wherever they lie.
///
/// What a file is comes from its content; a file whose content tells no vintage is told, not judged.
public struct FilesFit: Sendable {
  /// What each file is and why it goes with the contours or does not, a sentence each.
  public private(set) var notes: [String] = []
  /// `references.unfit-vintage`, which stops for a census and warns of anything else.
  public private(set) var problems = ProblemLog()

  /// - Parameters:
  ///   - files: to be read together, each with the edition that its user names; those that are missing
  ///     are left to whoever opens them
  ///   - year: of the contours
  public init(_ files: [(path: String, edition: String?)], on year: Int) {
    var sets: [(kind: ReferenceKind, vintage: ReferenceVintage)] = []
    for (path, edition) in files where FilePath.exists(path) {
      guard let file = Self.recognised(path, edition) else {
        notes.append("\(FilePath.name(of: path)) : millésime non reconnu, non contrôlé")
        continue
      }
      sets.append((file.kind, file.vintage))
      judge(file, on: year)
    }
    notes += FitRules.needs(between: sets).map { "à joindre : \($0.reason)" }
  }

  /// The same, accepted by the user: nothing stops.
  public func softened() -> FilesFit {
    var soft = self
    soft.problems = problems.softened()
    return soft
  }

  private static func recognised(_ path: String, _ edition: String?) -> RecognisedFile? {
    if let file = try? Recogniser(path).file() { return file }
    let named = edition.flatMap { ReferenceVintage(in: $0, toTheYear: false) }
    return named.flatMap { try? Recogniser(path, vintage: $0).file() }
  }

  private mutating func judge(_ file: RecognisedFile, on year: Int) {
    let (fits, reason) = FitRules.verdict(file.kind, file.vintage, on: year)
    let name = FilePath.name(of: file.path)
    notes.append("\(name) : \(file.kind.label) \(file.vintage), \(reason)")
    if !fits { problems.record(Wording.unfitVintage(file, on: year, reason: reason)) }
  }
}
