internal import Boundaries
public import Diagnostics
internal import Files
public import Geocoding
internal import Intake
internal import Locating
internal import Tables
internal import Territory

/// One file of addresses brought to positions and IRIS, or one address explained.
public struct GeocodeJob: Sendable {
  private let references: GeocodingReferences
  private let threads: Int

  /// - Parameters:
  ///   - references: address bases and contours
  public init(_ references: GeocodingReferences, threads: Int) {
    self.references = references
    self.threads = max(1, threads)
  }

  /// The file and what is wanted of it.
  public struct Request: Sendable {
    /// Path of the partner's file.
    public var file: String
    /// Columns of the address as declared, by what they hold; empty to recognise them.
    public var columns: [(part: AddressQuery.Part, name: String)] = []
    /// INSEE code of every row, where the file does not say it.
    public var commune: String?
    /// Columns copied to the output.
    public var kept: [String] = []
    /// A review with decisions.
    public var decisions: String?
    /// Where the rows are written; `nil` writes nothing.
    public var output: String?
    /// Where the review is written; `nil` for none.
    public var review: String?
    /// A line for each IRIS instead of one for each row.
    public var countsOnly = false

    /// A request about a file.
    public init(file: String) { self.file = file }

    var addressColumns: AddressColumns? {
      columns.isEmpty
        ? nil : AddressColumns(columns.map { .init($0.part, $0.name) }, commune: commune)
    }
  }

  /// Geocodes a file; everything is written at once, readable by its owner alone.
  ///
  /// - Throws: the problem that stops; nothing has been written then
  public func run(_ request: Request, progress: any Progress) throws(Problem) -> GeocodeReport {
    if let commune = request.commune, Commune(commune) == nil {
      throw Wording.badCommune(at: Place(key: "--in-commune"))
    }
    if request.countsOnly && references.contours == nil { throw Wording.contoursNeeded() }
    progress.begins("Base d’adresses", units: nil)
    let (geocoder, territory, problems) = try references.geocoder(threads: threads)
    progress.ends()
    progress.begins("Géocodage", units: nil)
    defer { progress.ends() }
    var log = problems
    let decisions = try request.decisions.map { path throws(Problem) in
      let (decisions, found) = try Decisions.read(path)
      log.append(found)
      return decisions
    }
    let rows = RowGeocoder(
      file: request.file, declaration: Declaration(), columns: request.addressColumns,
      commune: request.commune, keeping: request.kept, decisions: decisions ?? Decisions())
    let geocoded = try rows.geocode(
      with: geocoder, threads: threads, progress: progress.advances)
    log.append(geocoded.problems)
    let parts = request.countsOnly ? [counts(geocoded, territory?.index.keys ?? [])] : geocoded.csv
    let files =
      try Self.stage(parts, to: request.output)
      + Self.stage(
        [geocoded.summary.review], to: request.review)
    try StagedFile.publish(files)
    return GeocodeReport(
      summary: geocoded.summary, columns: geocoded.columns, problems: log,
      files: files.map(\.destination))
  }

  /// The steps by which one address is found, in French; for the person who typed it.
  ///
  /// - Confidential: yes
  public func explain(_ address: String) throws(Problem) -> String {
    let (geocoder, _, _) = try references.geocoder(threads: threads)
    let (answer, steps) = geocoder.explain(AddressQuery(line: address))
    return Explanation(answer: answer, steps: steps, base: geocoder.base).text
  }

  private func counts(_ geocoded: RowGeocoder.Geocoded, _ irises: [Iris]) -> [UInt8] {
    var writer = CSVWriter(for: .machine)
    writer.row(["code_iris", "n"])
    for iris in irises {
      writer.text(iris.code)
      writer.integer(geocoded.summary.rowsByIris[iris, default: 0])
      writer.endRow()
    }
    return writer.bytes
  }

  private static func stage(
    _ parts: [[UInt8]], to output: String?
  ) throws(Problem) -> [StagedFile] {
    guard let output else { return [] }
    let file = try StagedFile(for: output, isConfidential: true)
    for part in parts { try file.write(part) }
    return [file]
  }
}
