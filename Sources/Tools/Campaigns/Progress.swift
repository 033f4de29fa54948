/// Told what a run is doing, for whoever waits.
public protocol Progress: Sendable {
  /// A step begins.
  ///
  /// - Parameters:
  ///   - units: about how many rows it will treat; `nil` when that is not known
  func begins(_ step: String, units: Int?)

  /// Some rows of the step are done; called from any thread.
  func advances(_ units: Int)

  /// The step is done.
  func ends()
}

/// Tells nobody.
public struct SilentProgress: Progress {
  /// Nobody.
  public init() {}

  /// Nothing is shown.
  public func begins(_ step: String, units: Int?) {}

  /// Nothing is shown.
  public func advances(_ units: Int) {}

  /// Nothing is shown.
  public func ends() {}
}
