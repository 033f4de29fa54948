internal import CPROJ
internal import Diagnostics
internal import Geometry

/// One PROJ context: silent, network off. Not Sendable: one per task.
final class ProjContext {
  let pointer: OpaquePointer

  /// - Throws: `projection.no-database`
  init() throws(Problem) {
    guard let pointer = proj_context_create() else { throw Wording.noDatabase }
    self.pointer = pointer
    proj_log_level(pointer, PJ_LOG_NONE)
    proj_context_set_enable_network(pointer, 0)
    guard proj_context_get_database_metadata(pointer, "EPSG.VERSION") != nil else {
      throw Wording.noDatabase
    }
  }

  deinit { proj_context_destroy(pointer) }

  /// The register's object for a horizontal system; heights are left aside.
  ///
  /// - Throws: `projection.unknown-system`
  func system(_ system: ReferenceSystem) throws(Problem) -> ProjObject {
    guard let found = create(system), let horizontal = found.horizontal else {
      throw Wording.unknownSystem(system)
    }
    return horizontal
  }

  private func create(_ system: ReferenceSystem) -> ProjObject? {
    switch system {
    case .crs84: object(proj_create_from_database(pointer, "OGC", "CRS84", PJ_CATEGORY_CRS, 0, nil))
    case .epsg(let code): registered("EPSG", code) ?? registered("ESRI", code)
    case .wellKnownText(let text): object(proj_create_from_wkt(pointer, text, nil, nil, nil))
    }
  }

  private func registered(_ authority: String, _ code: Int) -> ProjObject? {
    object(
      proj_create_from_database(pointer, authority, String(code), PJ_CATEGORY_CRS, 0, nil))
  }

  func object(_ created: OpaquePointer?) -> ProjObject? {
    created.map { ProjObject($0, in: self) }
  }
}

/// One object of PROJ, which keeps its context alive.
final class ProjObject {
  let pointer: OpaquePointer
  let context: ProjContext

  fileprivate init(_ pointer: OpaquePointer, in context: ProjContext) {
    self.pointer = pointer
    self.context = context
  }

  deinit { proj_destroy(pointer) }

  var kind: PJ_TYPE { proj_get_type(pointer) }

  var isGeographic: Bool {
    kind == PJ_TYPE_GEOGRAPHIC_2D_CRS || kind == PJ_TYPE_GEOGRAPHIC_3D_CRS
      || kind == PJ_TYPE_BOUND_CRS && unbound?.isGeographic == true
  }

  /// The system under a `TOWGS84` clause.
  var unbound: ProjObject? {
    kind == PJ_TYPE_BOUND_CRS
      ? context.object(proj_get_source_crs(context.pointer, pointer)) : self
  }

  /// The two-dimensional part; `nil` when it is vertical, local or not a system at all.
  var horizontal: ProjObject? {
    switch kind {
    case PJ_TYPE_COMPOUND_CRS:
      context.object(proj_crs_get_sub_crs(context.pointer, pointer, 0))?.horizontal
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS,
      PJ_TYPE_BOUND_CRS:
      self
    default: nil
    }
  }
}
