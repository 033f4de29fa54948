import Glibc
import Synchronization

/// An HTTP server on this machine alone, with ranges, redirects and lines that are cut.
///
/// - Source: RFC 9110 (ranges: section 14; If-Range: 13.1.5)
final class LoopbackServer: Sendable {
  /// What stands under a path.
  struct Content: Sendable {
    var status = 200
    var bytes: [UInt8] = []
    var type = "application/octet-stream"
    var tag: String?
    var modified: String? = "Wed, 15 Jul 2026 03:12:45 GMT"
    var location: String?
    /// How many bytes each of the next answers gives before the line is cut.
    var cuts: [Int] = []
    /// By how many bytes a part begins elsewhere than asked.
    var shift = 0
  }

  /// What was asked.
  struct Request: Sendable {
    let path: String
    let fields: [String: String]
  }

  let port: Int
  private let listener: Int32
  private let state = Mutex((contents: [String: Content](), requests: [Request]()))

  init() {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    precondition(isBound, "a port of this machine can be listened to")
    port = Int(UInt16(bigEndian: address.sin_port))
    self.listener = listener
    Worker.start { [weak self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0, let self else { return }
        self.answer(client)
        close(client)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// `http://127.0.0.1:4321/a.zip`
  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  func serve(_ path: String, _ content: Content) {
    state.withLock { $0.contents[path] = content }
  }

  func serve(_ path: String, _ bytes: [UInt8]) { serve(path, Content(bytes: bytes)) }

  var requests: [Request] { state.withLock { $0.requests } }

  private func answer(_ client: Int32) {
    guard let request = Self.read(client) else { return }
    let (content, cut) = state.withLock { state -> (Content?, Int?) in
      state.requests.append(request)
      let content = state.contents[request.path]
      let cut = content?.cuts.first
      if cut != nil { state.contents[request.path]?.cuts.removeFirst() }
      return (content, cut)
    }
    guard let content else {
      return Self.send(
        client, "404 Not Found", ["Content-Type: text/html"], Array("<html>404</html>".utf8))
    }
    var head = ["Content-Type: \(content.type)", "Date: Sat, 28 Nov 2026 10:00:00 GMT"]
    if let tag = content.tag { head.append("ETag: \(tag)") }
    if let modified = content.modified { head.append("Last-Modified: \(modified)") }
    if let location = content.location { head.append("Location: \(location)") }
    let offset = Self.offset(request, content)
    guard let offset, content.status == 200 else {
      return Self.send(client, "\(content.status) Answer", head, content.bytes, cut: cut)
    }
    let total = content.bytes.count
    guard offset < total else {
      return Self.send(client, "416 Range", head + ["Content-Range: bytes */\(total)"], [])
    }
    let start = offset + content.shift
    head.append("Content-Range: bytes \(start)-\(total - 1)/\(total)")
    Self.send(client, "206 Partial Content", head, Array(content.bytes[start...]), cut: cut)
  }

  /// Where the answer begins, when a part was asked for and the condition holds.
  private static func offset(_ request: Request, _ content: Content) -> Int? {
    guard let range = request.fields["range"], range.hasPrefix("bytes="),
      let condition = request.fields["if-range"],
      condition == content.tag || condition == content.modified
    else { return nil }
    return Int(range.dropFirst(6).prefix { $0 != "-" })
  }

  private static func read(_ client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer.prefix(count)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init)
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon].lowercased()] = String(line[line.index(colon, offsetBy: 2)...])
    }
    return path.map { Request(path: $0, fields: fields) }
  }

  private static func send(
    _ client: Int32, _ status: String, _ head: [String], _ body: [UInt8], cut: Int? = nil
  ) {
    let lines =
      ["HTTP/1.1 \(status)"] + head
      + ["Content-Length: \(body.count)", "Connection: close", "", ""]
    var bytes = Array(lines.joined(separator: "\r\n").utf8) + body.prefix(cut ?? body.count)
    while !bytes.isEmpty {
      let count = Glibc.send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      guard count > 0 else { return }
      bytes.removeFirst(count)
    }
  }
}

/// A thread that ends with its work.
private enum Worker {
  static func start(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { box in
        guard let box else { return nil }
        Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    pthread_detach(thread)
  }

  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
