public import Diagnostics
public import Tables
public import Territory

/// The census at IRIS level: one row per IRIS, undivided communes included as `DEPCOM0000`, one
/// column of weighted decimals per variable.
///
/// - Source: INSEE, base-ic (`base-ic-evol-struct-pop-AAAA` and its sisters), any vintage
public struct Census: Sendable {
  /// Which census; of a file with columns of two, the newest.
  public let vintage: CensusVintage
  /// Path as the user gave it.
  public let path: String
  /// Names of the columns of numbers, in the order of the file.
  public let columns: [String]
  /// Every IRIS of the file, in code order.
  public let irises: [Iris]
  /// How the file is written, for the report.
  public let dialect: Dialect

  let labels: [String: String]
  /// By column, then by IRIS; NaN where the cell is blank: not delivered.
  let values: [[Double]]

  /// Reads a census file.
  ///
  /// - Parameters:
  ///   - path: .csv, .txt, .gz, or the .zip as INSEE delivers it
  ///   - vintage: `nil` takes it from the prefix of the columns (`P22_`, `C22_`)
  ///   - irisColumns: the column of the code, or two that are joined (`["dc", "iris"]`); empty
  ///     looks for the names INSEE gave it over the years
  ///   - dictionary: the « meta » file; `nil` looks for it in the .zip, then beside the file
  ///   - mark: `nil` takes the one that the numbers of the file use
  /// - Returns: the census, and what was found in its rows; rows with a code that is no IRIS or a
  ///   negative number are set aside
  /// - Throws: what `DelimitedFile` throws, `population.no-code-column`,
  ///   `population.vintage-unknown`, `population.vintage-mismatch`, `population.duplicate-iris`
  /// - Exactness: the doubles nearest to the decimals of the file
  public static func read(
    _ path: String, vintage: CensusVintage? = nil, irisColumns: [String] = [],
    dictionary: String? = nil, mark: DecimalMark? = nil, declared: Declaration = Declaration()
  ) throws(Problem) -> (Census, ProblemLog) {
    let file = try DelimitedFile(path, declared: declared)
    let codes = try CodeColumns(in: file, named: irisColumns)
    let survey = try ColumnSurvey(of: file, codes: codes, mark: mark)
    let vintage = try CensusColumn.vintage(of: survey.names, declared: vintage, path: path)
    let (rows, problems) = try CensusRows.read(file, codes: codes, survey: survey)
    let (labels, dictionaryProblems) = try CensusDictionary.labels(for: file, declared: dictionary)
    let census = Census(
      vintage: vintage, path: path, columns: survey.names, irises: rows.irises,
      dialect: file.dialect, labels: labels, values: rows.values)
    var log = file.problems
    log.append(problems)
    log.append(dictionaryProblems)
    return (census, log)
  }

  /// The path of INSEE's « meta » file beside a table; `nil` when there is none.
  ///
  /// - Throws: `files.missing`, `files.unreadable`
  public static func dictionary(beside path: String) throws(Problem) -> String? {
    try CensusDictionary.beside(path)
  }
}
