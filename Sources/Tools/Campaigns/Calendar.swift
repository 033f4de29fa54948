internal import Glibc

/// Moments and days in universal time.
public enum Calendar {
  /// Now, in seconds since 1970: `SOURCE_DATE_EPOCH` where it is set, so that a run can be replayed.
  ///
  /// - Source: reproducible-builds.org, SOURCE_DATE_EPOCH
  public static var now: Int { declared ?? time(nil) }

  /// What `SOURCE_DATE_EPOCH` says.
  static var declared: Int? {
    getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
  }

  /// `2026-01-31`.
  static func day(of epoch: Int) -> String {
    var time = time_t(epoch)
    var parts = tm()
    gmtime_r(&time, &parts)
    let number = { (value: Int32) in (value < 10 ? "0" : "") + String(value) }
    return "\(parts.tm_year + 1900)-\(number(parts.tm_mon + 1))-\(number(parts.tm_mday))"
  }
}
