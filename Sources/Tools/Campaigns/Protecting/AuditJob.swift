public import Audit
public import Diagnostics
public import Files

/// The check of a written release by an attacker that knows only its files.
public struct AuditJob: Sendable {
  /// Name of the certificate for programs.
  public static let certificateName = "certificat.json"
  /// Name of the certificate for people.
  public static let certificateTextName = "certificat.txt"

  private let folder: String
  private let name: String
  private let ledger: String?
  private let threshold: Int?

  /// - Parameters:
  ///   - folder: of the release; a folder of outputs stands for its current version
  ///   - name: what the certificate calls it; `nil` for the folder's
  ///   - ledger: holds one folder for each earlier release of the same data
  ///   - threshold: for files that do not say it
  /// - Throws: `campaign.threshold-too-low`
  public init(
    folder: String, name: String? = nil, ledger: String? = nil, threshold: Int? = nil
  ) throws(Problem) {
    if let threshold, threshold < 2 {
      throw Wording.thresholdTooLow(at: Place(key: "--threshold"))
    }
    self.folder = folder
    self.name = name ?? FilePath.name(of: folder)
    self.ledger = ledger
    self.threshold = threshold
  }

  /// Reads and attacks; writes nothing.
  ///
  /// - Throws: what cannot be read; a broken promise is in the certificate
  public func certificate(progress: any Progress) throws(Problem) -> Certificate {
    progress.begins("Contrôle de l’attaquant", units: nil)
    defer { progress.ends() }
    return try auditor().certificate()
  }

  /// The release as an integer program for whoever trusts another solver more, waiting for its name.
  ///
  /// - Throws: what cannot be read, `files.…`
  public func stageModel(at path: String) throws(Problem) -> StagedFile {
    let file = try StagedFile(for: path)
    try file.write(try auditor().model)
    return file
  }

  private func auditor() throws(Problem) -> Auditor {
    try Auditor(
      name, files: PublicFile.all(in: try VersionPlace(folder).path), ledger: try earlier(),
      promise: threshold.map { Promise(threshold: $0) })
  }

  /// The check of files that wait for their names, and the certificate that is to appear with them.
  ///
  /// - Parameters:
  ///   - staged: all files of a release, complete
  ///   - promise: the campaign's; `nil` reads it in the files, which need a GeoJSON then
  ///   - insiders: what single persons and partners know, `nil` once it was purged · confidential
  ///   - mention: of the agreement, for the certificate to carry
  /// - Returns: the certificate, staged beside the files
  /// - Throws: the first broken promise, with outcome `protectionFailed`: nothing may be published
  public func certify(
    _ staged: [StagedFile], promise: Promise? = nil, insiders: [Insider]? = nil,
    mention: String? = nil
  ) throws(Problem) -> (certificate: Certificate, files: [StagedFile]) {
    let auditor = try Auditor(
      name, files: staged.map { PublicFile($0) }, ledger: try earlier(),
      promise: promise ?? threshold.map { Promise(threshold: $0) }, insiders: insiders)
    let certificate = auditor.certificate()
    try certificate.problems.check()
    return (certificate, try Self.stage(certificate, in: folder, mention: mention))
  }

  /// The two forms of a certificate, waiting for their names.
  public static func stage(
    _ certificate: Certificate, in folder: String, mention: String? = nil
  ) throws(Problem) -> [StagedFile] {
    var content = certificate.json
    if let mention, case .object(let pairs) = content {
      content = .object([("source", .text(mention))] + pairs)
    }
    let json = try StagedFile(for: FilePath.join(folder, certificateName))
    try json.write(content.description + "\n")
    let text = try StagedFile(for: FilePath.join(folder, certificateTextName))
    try text.write(certificate.text + "\n" + (mention.map { $0 + "\n" } ?? ""))
    return [json, text]
  }

  private func earlier() throws(Problem) -> [String] {
    guard let ledger else { return [] }
    return try FilePath.names(in: ledger).filter { !$0.hasPrefix(".") }
      .map { FilePath.join(ledger, $0) }.filter(FilePath.isFolder)
      .map { ReleaseFolder(path: $0).shown }
  }
}
