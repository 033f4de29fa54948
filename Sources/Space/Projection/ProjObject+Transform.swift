internal import CPROJ

extension ProjObject {
  /// Transforms positions in place by this operation; what cannot be becomes `.nan` twice.
  ///
  /// - Parameters:
  ///   - stride: from one position to the next, in doubles
  func transform(
    _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, count: Int, stride: Int
  ) {
    let bytes = stride * MemoryLayout<Double>.stride
    _ = proj_trans_generic(
      pointer, PJ_FWD, x, bytes, count, y, bytes, count, nil, 0, 0, nil, 0, 0)
    for index in 0..<count where !(x[index * stride].isFinite && y[index * stride].isFinite) {
      x[index * stride] = .nan
      y[index * stride] = .nan
    }
  }

  /// The closed form of this operation from Lambert-93 to WGS 84; `nil` when PROJ's answer differs
  /// somewhere in France, because of a grid for example.
  var conicInverse: ConicInverse? {
    for easting in stride(from: 0.0, through: 1_300_000, by: 130_000) {
      for northing in stride(from: 6_000_000.0, through: 7_200_000, by: 120_000) {
        var (x, y) = (easting, northing)
        var (longitude, latitude) = (easting, northing)
        transform(&x, &y, count: 1, stride: 1)
        let isDone = ConicInverse.lambert93.transform(&longitude, &latitude)
        guard isDone, abs(x - longitude) < 1e-11, abs(y - latitude) < 1e-11 else { return nil }
      }
    }
    return .lambert93
  }
}
