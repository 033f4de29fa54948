internal import Glibc
public import Stages

/// The moment that a command's steps are dated with: the only place that looks at the clock.
public enum RunMoment {
  /// `SOURCE_DATE_EPOCH` where it is set, else the clock.
  ///
  /// - Source: reproducible-builds.org, SOURCE_DATE_EPOCH
  public static var now: Moment {
    let declared = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    return Moment(seconds: declared ?? time(nil))
  }
}
