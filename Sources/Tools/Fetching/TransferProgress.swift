/// Told how far a download has come.
public protocol TransferProgress: Sendable {
  /// A file begins.
  func begins(_ name: String)
  /// How many bytes it has in all; `nil` when the server does not say.
  func expects(total: Int?)
  /// How many bytes are here.
  func advances(to bytes: Int)
  /// The file is here, or will not come.
  func ends()
}

/// Says nothing.
public struct SilentTransfer: TransferProgress {
  /// Nobody watches.
  public init() {}
  /// Nothing.
  public func begins(_ name: String) {}
  /// Nothing.
  public func expects(total: Int?) {}
  /// Nothing.
  public func advances(to bytes: Int) {}
  /// Nothing.
  public func ends() {}
}
