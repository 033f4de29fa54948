internal import CGEOS
public import Diagnostics

/// One GEOS context: what needs overlay, validity or repair of shapes.
///
/// Not Sendable: one per task. Shapes are given and taken as values; nothing of GEOS is seen
/// outside. `Locating` decides where points are; this is its oracle, not its engine.
///
/// - Confidential: no; reasons are given without coordinates
public final class TopologyContext {
  let handle: OpaquePointer
  private let complaint = Complaint()

  /// Opens a context.
  ///
  /// - Throws: `topology.failed`, when there is no memory left
  public init() throws(Problem) {
    guard let handle = GEOS_init_r() else {
      throw Wording.failed("ouvrir un contexte", reason: "")
    }
    self.handle = handle
    GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, complaint in
        guard let message, let complaint else { return }
        Unmanaged<Complaint>.fromOpaque(complaint).takeUnretainedValue().text =
          String(cString: message)
      }, Unmanaged.passUnretained(complaint).toOpaque())
  }

  deinit { GEOS_finish_r(handle) }

  /// Version of GEOS: `3.11.1`.
  public static var geosVersion: String {
    let words = GEOSversion().map { String(cString: $0) } ?? ""
    return words.split(separator: "-").first.map(String.init) ?? words
  }

  /// The problem of an operation that has just failed.
  func failure(_ operation: Prose) -> Problem {
    defer { complaint.text = "" }
    return Wording.failed(operation, reason: complaint.text)
  }

  /// What GEOS said last.
  private final class Complaint {
    var text = ""
  }
}

/// A geometry of GEOS, freed at the end of its scope.
struct GEOSHolder: ~Copyable {
  let pointer: OpaquePointer
  let context: TopologyContext

  init(_ pointer: OpaquePointer, in context: TopologyContext) {
    self.pointer = pointer
    self.context = context
  }

  deinit { GEOSGeom_destroy_r(context.handle, pointer) }

  var area: Double {
    var area = 0.0
    return GEOSArea_r(context.handle, pointer, &area) == 1 ? area : 0
  }
}

extension TopologyContext {
  /// Takes charge of what GEOS returned, or says why it returned nothing.
  func held(_ pointer: OpaquePointer?, _ operation: Prose) throws(Problem) -> GEOSHolder {
    guard let pointer else { throw failure(operation) }
    return GEOSHolder(pointer, in: self)
  }
}
