import TestSupport

/// Debian's Chromium, headless, without network of its own.
enum Browser {
  static let isPresent = output(of: "chromium", ["--version"]) != nil
  /// Whether what it prints can be read by another program.
  static let canPrint = isPresent && output(of: "pdftotext", ["-v"]) != nil

  static func run(_ arguments: [String]) -> (output: String, messages: String) {
    let profile = TemporaryFolder()
    let options = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
      "--disable-component-update", "--no-first-run", "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--log-level=0",
      "--user-data-dir=\(profile.path)",
    ]
    let run = output(of: "chromium", options + arguments)
    return (run?.output ?? "", run?.messages ?? "")
  }
}
