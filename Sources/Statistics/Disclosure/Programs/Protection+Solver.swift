internal import CClp

extension Protection {
  /// Version of COIN-OR Clp, which solves the linear programs: `1.17.6`.
  public static var solverVersion: String { Clp_Version().map { String(cString: $0) } ?? "" }
}
