internal import CPROJ
internal import Geometry

extension ProjContext {
  /// The best operation between two systems over an area: one for all points, so that equal
  /// positions stay equal, axes in the order east, north; `nil` when only a ballpark would do.
  func operation(
    from source: ProjObject, to target: ProjObject, over area: AreaOfUse?
  ) -> ProjObject? {
    guard let factory = proj_create_operation_factory_context(pointer, nil) else { return nil }
    defer { proj_operation_factory_context_destroy(factory) }
    configure(factory, over: area)
    let list = proj_create_operations(pointer, source.pointer, target.pointer, factory)
    guard let list else { return nil }
    defer { proj_list_destroy(list) }
    guard let best = object(proj_list_get(pointer, list, 0)) else { return nil }
    return object(proj_normalize_for_visualization(pointer, best.pointer))
  }

  private func configure(_ factory: OpaquePointer, over area: AreaOfUse?) {
    proj_operation_factory_context_set_allow_ballpark_transformations(pointer, factory, 0)
    proj_operation_factory_context_set_grid_availability_use(
      pointer, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
    proj_operation_factory_context_set_spatial_criterion(
      pointer, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    if let area {
      proj_operation_factory_context_set_area_of_interest(
        pointer, factory, area.west, area.south, area.east, area.north)
    }
  }
}

extension ProjObject {
  /// Where the register says that the system is meant to be used.
  var areaOfUse: AreaOfUse? {
    var bounds = (0.0, 0.0, 0.0, 0.0)
    let isKnown = proj_get_area_of_use(
      context.pointer, pointer, &bounds.0, &bounds.1, &bounds.2, &bounds.3, nil)
    guard isKnown != 0, bounds.0 >= -180, bounds.2 >= -180 else { return nil }
    return AreaOfUse(west: bounds.0, south: bounds.1, east: bounds.2, north: bounds.3)
  }

  /// The code of the EPSG register whose definition is equivalent; `nil` when there is none.
  var epsgCode: Int? {
    var confidences: UnsafeMutablePointer<Int32>?
    let list = proj_identify(context.pointer, pointer, "EPSG", nil, &confidences)
    defer {
      proj_list_destroy(list)
      proj_int_list_destroy(confidences)
    }
    guard let list, let confidences, proj_list_get_count(list) > 0, confidences[0] >= 70,
      let best = context.object(proj_list_get(context.pointer, list, 0)),
      let code = proj_get_id_code(best.pointer, 0)
    else { return nil }
    return Int(String(cString: code))
  }

  /// The name in the register or in the definition.
  var name: String? { proj_get_name(pointer).map { String(cString: $0) } }
}
