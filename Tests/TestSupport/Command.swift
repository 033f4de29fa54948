public import Glibc

/// A finished run of one of the project's own commands.
public struct CommandRun: Sendable {
  /// The exit code; 128 and the signal's number when a signal ended it.
  public let status: Int32
  /// Everything written to standard output.
  public let output: String
  /// Everything written to standard error.
  public let messages: String
}

/// A command built beside the tests.
public struct Command: Sendable {
  private static let launcher = "/usr/bin/env"
  private let path: String

  /// A command by its name: `maille`.
  public init(_ name: String) {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count - 1))
    let own = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let folder = own.split(separator: "/").dropLast().joined(separator: "/")
    let beside = "/\(folder)/\(name)"
    path = access(beside, X_OK) == 0 ? beside : "\(projectFolder)/.build/debug/\(name)"
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - folder: its working folder
  ///   - environment: added to a bare one (`PATH`, `LC_ALL=C`)
  public func run(
    _ arguments: [String], in folder: String, environment: [String] = []
  ) -> CommandRun {
    let scratch = TemporaryFolder()
    let process = spawn(
      arguments, in: folder, environment: environment, output: scratch.path("out"),
      messages: scratch.path("err"))
    return CommandRun(
      status: wait(for: process), output: text(scratch.read("out")),
      messages: text(scratch.read("err")))
  }

  /// Starts it; the caller waits for it.
  public func spawn(
    _ arguments: [String], in folder: String, environment: [String] = [],
    output: String = "/dev/null", messages: String = "/dev/null"
  ) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_CREAT | O_TRUNC | O_WRONLY
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, messages, flags, 0o600)
    let inherited = getenv("PATH").map { "PATH=" + String(cString: $0) } ?? "PATH=/usr/bin:/bin"
    var process = pid_t()
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // whatever the tests were started by had ignored, the command begins as from a terminal
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    // env changes the folder and then becomes the command, so that the process is the same
    let status = withCStrings([Self.launcher, "-C", folder, path] + arguments) { arguments in
      withCStrings([inherited, "LC_ALL=C"] + environment) { environment in
        posix_spawn(
          &process, Self.launcher, &actions, &attributes, arguments, environment)
      }
    }
    precondition(status == 0, "the command \(path) can be started")
    return process
  }

  /// The exit code of a started command, once it has ended.
  public func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { $0.withCString { strdup($0) } }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}

/// The output of a program found on the machine; `nil` when it is not there.
///
/// For oracles: `ogrinfo`, `sha256sum`, `xmllint`.
public func output(
  of program: String, _ arguments: [String], in folder: String = "/"
) -> CommandRun? {
  let folders = (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin").split(separator: ":")
  let paths = folders.map { "\($0)/\(program)" }
  guard let path = paths.first(where: { access($0, X_OK) == 0 }) else {
    let note = "MAILLE: \(program) absent, contrôle par un tiers sauté\n"
    write(STDERR_FILENO, note, note.utf8.count)
    return nil
  }
  return Command(path: path).run(arguments, in: folder)
}

extension Command {
  fileprivate init(path: String) { self.path = path }
}
