internal import Glibc
public import Stages

/// The moment that a command's steps are dated with: the only place that looks at the clock.
public enum RunMoment {
  /// `SOURCE_DATE_EPOCH` where it is set, else the clock.
  ///
  /// - Source: reproducible-builds.org, SOURCE_DATE_EPOCH
  public static var now: Moment {
    declared ?? Moment(seconds: time(nil))
  }

  /// What `SOURCE_DATE_EPOCH` says.
  static var declared: Moment? {
    getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }.map { Moment(seconds: $0) }
  }
}
