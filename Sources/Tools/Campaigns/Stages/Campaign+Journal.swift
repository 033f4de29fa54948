internal import Diagnostics
internal import Keeping
internal import Stages

extension Campaign {
  /// The journal, its seals looked at where the key of the campaign is at hand.
  ///
  /// - Throws: what `Journal` throws
  func journal(in outputs: OutputFolder) throws(Problem) -> Journal {
    let key = try work.existingSeal().map { SealKey($0) }
    return try Journal.read(outputs.path, campaign: name, sealedBy: key)
  }

  /// The journal for lines to come, which the campaign seals.
  func sealing(_ journal: Journal) throws(Problem) -> Journal {
    journal.sealed(by: SealKey(try work.seal()))
  }
}
