internal import Boundaries
public import Diagnostics
internal import Geocoding
internal import Intake
public import Trials

/// How well the geocoder does on this territory, with addresses spoiled as a partner's file spoils
/// them.
public struct SelfTestJob: Sendable {
  private let references: GeocodingReferences
  private let threads: Int
  private let seed: UInt64

  /// - Parameters:
  ///   - seed: the same seed, base and profile give the same figures
  public init(_ references: GeocodingReferences, threads: Int, seed: UInt64) {
    self.references = references
    self.threads = threads
    self.seed = seed
  }

  /// What came of the trials.
  public struct Outcome: Sendable {
    /// Class by class.
    public let table: TrialTable
    /// Everything that was wrong with the references and the profile's file.
    public let problems: ProblemLog
  }

  /// Tries the base on spoiled reference addresses.
  ///
  /// - Parameters:
  ///   - count: trials in all
  ///   - profile: the file whose faults are imitated; `nil` for usual ones
  /// - Throws: `campaign.contours-needed`, `files.…`, `tables.…`, `geocoding.…`
  public func run(
    count: Int, profile: GeocodeJob.Request?, progress: any Progress
  ) throws(Problem) -> Outcome {
    progress.begins("Épreuve", units: nil)
    defer { progress.ends() }
    let (geocoder, territory, found) = try references.geocoder(threads: threads)
    guard let territory else { throw Wording.contoursNeeded() }
    var problems = found
    var errors = ErrorProfile.usual
    if var request = profile {
      request.output = nil
      request.review = nil
      let report = try GeocodeJob(references, threads: threads).run(
        request, progress: SilentProgress())
      problems.append(report.problems)
      errors = ErrorProfile(report.summary)
    }
    let town = try ReferenceTown.read(references.sources.addresses, in: territory)
    let trials = TrialMaker(town, seed: seed).trials(like: errors, count: max(1, count))
    return Outcome(
      table: TrialRun(geocoder, town: town).judge(trials), problems: problems)
  }
}

extension ErrorProfile {
  /// The faults that a file shows: its forms of writing, and what the geocoder had to mend.
  ///
  /// - Source: the shares among mended names (half of them one typing error) are those of the usual
  ///   profile
  init(_ summary: GeocodingSummary) {
    func rows(_ codes: String...) -> Double {
      codes.reduce(0) { $0 + Double(summary.reasons[$1, default: 0]) }
    }
    let forms = summary.forms
    let mended = rows("VOIE_CORRIGEE")
    var weights: [Blemish: Double] = [
      .laPoste: Double(forms.squeezed), .abbreviations: Double(forms.abbreviated - forms.squeezed),
      .capitals: Double(max(0, forms.capitals - forms.squeezed)),
      .gluedNumber: Double(forms.glued), .range: Double(forms.ranged),
      .complementBefore: Double(forms.complemented) / 2,
      .floorBefore: Double(forms.complemented) / 4,
      .complementAfter: Double(forms.complemented) / 4, .oneTypo: mended * 0.5,
      .twoTypos: mended * 0.1, .phonetic: mended * 0.15, .droppedFirstName: mended * 0.1,
      .initials: mended * 0.1, .splitWords: mended * 0.02, .joinedWords: mended * 0.03,
      .missingNumber: rows("NUMERO_MANQUANT"),
      .absentNumber: rows("NUMERO_ABSENT", "NUMERO_PROCHE"),
      .suffixOmitted: rows("INDICE_ABSENT"), .wrongType: rows("TYPE_CONTREDIT"),
      .unknownStreet: rows("VOIE_INCONNUE"), .wrongPostcode: rows("CP_CONTREDIT"),
      .cedex: rows("CEDEX"), .mergedCommune: rows("COMMUNE_FUSIONNEE"),
      .shortCity: rows("COMMUNE_CORRIGEE"), .noAddress: rows("DOMICILIATION", "SANS_DOMICILE"),
      .spreadsheetDate: rows("DATE_TABLEUR"),
      .hamlet: Double(summary.levels[Answer.Level.locality.rawValue, default: 0]),
    ]
    // added in the order of the classes: that of a dictionary changes the last digit of the sum
    let spoiled = Blemish.allCases.reduce(0.0) { $0 + (weights[$1] ?? 0) }
    weights[.clean] = max(1, Double(forms.rows) - spoiled)
    self.init(weights)
  }
}
