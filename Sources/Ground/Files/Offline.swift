public import Diagnostics
internal import Glibc
internal import Synchronization

/// No connection is open while a partner's rows are: kept between everything that reads such a file
/// and the only command that downloads, in this process and between processes of the same user.
///
/// Who reads rows shares a lock for as long as the process lives; who downloads needs it alone. A
/// machine without a place for the lock keeps the rule inside the process only.
public enum Offline {
  private enum State { case free, holdsRows, holdsConnection }

  private static let state = Mutex((state: State.free, lock: Int32(-1)))

  /// A partner's file is about to be opened: from now on this process opens no connection.
  ///
  /// - Throws: `files.download-running`
  public static func keep() throws(Problem) {
    let problem: Problem? = state.withLock { held in
      if held.state == .holdsRows { return nil }
      guard held.state == .free else { return Wording.downloadRunning() }
      let (lock, isTaken) = take(LOCK_SH)
      guard isTaken else { return Wording.downloadRunning() }
      held = (.holdsRows, lock)
      return nil
    }
    if let problem { throw problem }
  }

  /// A connection is about to be opened.
  ///
  /// - Throws: `files.rows-open`
  public static func leave() throws(Problem) {
    let problem: Problem? = state.withLock { held in
      if held.state == .holdsConnection { return nil }
      guard held.state == .free else { return Wording.rowsOpen() }
      let (lock, isTaken) = take(LOCK_EX)
      guard isTaken else { return Wording.rowsOpen() }
      held = (.holdsConnection, lock)
      return nil
    }
    if let problem { throw problem }
  }

  /// - Returns: the lock, −1 where there is no place for one; whether nobody else is in the way
  private static func take(_ kind: Int32) -> (lock: Int32, isTaken: Bool) {
    guard let path else { return (-1, true) }
    let lock = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { return (-1, true) }
    if flock(lock, kind | LOCK_NB) == 0 { return (lock, true) }
    close(lock)
    return (-1, false)
  }

  /// In the user's own run-time folder, else in one of ours under `/tmp`.
  private static var path: String? {
    if let folder = getenv("XDG_RUNTIME_DIR").map({ String(cString: $0) }), isOurs(folder) {
      return folder + "/maille-hors-ligne"
    }
    let folder = "/tmp/maille-\(getuid())"
    mkdir(folder, 0o700)
    return isOurs(folder) ? folder + "/hors-ligne" : nil
  }

  private static func isOurs(_ folder: String) -> Bool {
    var status = stat()
    return lstat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == getuid() && status.st_mode & 0o022 == 0
  }
}
