internal import CCurl
internal import Diagnostics
internal import Glibc

/// One question to a server and its answer, by libcurl.
///
/// Follows five redirects at most, none to an unencrypted address elsewhere than on this machine.
/// Not `Sendable`: one at a time.
final class Connection {
  /// What the server said before the content.
  struct Head {
    var status = 0
    /// Names in lower case.
    var fields: [String: String] = [:]
  }

  /// How the exchange ended.
  enum End: Equatable {
    case whole
    /// The line was cut, or nothing came any more.
    case cut
    /// No server, no name, no certificate: libcurl's words.
    case unreachable(String)
    /// A redirect led to what must not be opened.
    case forbiddenRedirect
    /// Whoever received the content wanted no more.
    case stopped
  }

  /// INSEE and IGN refuse the usual names of programs.
  ///
  /// - Source: INPUTS.md §3.2
  static let userAgent = "Maille/0.1 (French spatial indicators; references fetch)"

  private static let mostRedirects = 5

  private(set) var head = Head()
  /// Where the last redirect led; `nil` when there was none.
  private(set) var movedTo: String?
  /// Takes the content piece by piece; false to stop.
  private let receive: (Head, UnsafeRawBufferPointer) -> Bool
  private var wasStopped = false

  init(receiving receive: @escaping (Head, UnsafeRawBufferPointer) -> Bool) {
    self.receive = receive
  }

  /// Asks for an address, from an offset on when the content is still that of the validator.
  ///
  /// - Parameters:
  ///   - range: the first byte wanted and the `ETag` or `Last-Modified` of what is at hand
  func get(_ address: String, from range: (offset: Int, validator: String)? = nil) -> End {
    var address = address
    for _ in 0...Self.mostRedirects {
      guard OfficialAddresses.isAllowed(address) else { return .forbiddenRedirect }
      let (end, next) = ask(address, from: range)
      guard end == .whole, let next else { return end }
      movedTo = next
      address = next
    }
    return .forbiddenRedirect
  }

  /// One exchange, and where it redirects to.
  private func ask(
    _ address: String, from range: (offset: Int, validator: String)?
  ) -> (End, next: String?) {
    guard let handle = curl_easy_init() else { return (.unreachable("libcurl"), nil) }
    defer { curl_easy_cleanup(handle) }
    var headers: UnsafeMutablePointer<curl_slist>?
    defer { curl_slist_free_all(headers) }
    if let range {
      headers = curl_slist_append(headers, "Range: bytes=\(range.offset)-")
      headers = curl_slist_append(headers, "If-Range: \(range.validator)")
      ccurl_set_list(handle, CURLOPT_HTTPHEADER, headers)
    }
    configure(handle, address)
    let code = withExtendedLifetime(self) { curl_easy_perform(handle) }
    var next: UnsafePointer<CChar>?
    ccurl_get_text(handle, CURLINFO_REDIRECT_URL, &next)
    return (end(code), next.map { String(cString: $0) })
  }

  private func configure(_ handle: UnsafeMutableRawPointer, _ address: String) {
    ccurl_set_text(handle, CURLOPT_URL, address)
    ccurl_set_text(handle, CURLOPT_USERAGENT, Self.userAgent)
    ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    // a machine's proxy never stands between two ends of the same machine
    ccurl_set_text(handle, CURLOPT_NOPROXY, "127.0.0.1,localhost,::1")
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_CONNECTTIMEOUT, 20), (CURLOPT_LOW_SPEED_LIMIT, 1), (CURLOPT_LOW_SPEED_TIME, 60),
      (CURLOPT_NOSIGNAL, 1),
    ]
    for (option, value) in numbers { ccurl_set_number(handle, option, value) }
    let owner = Unmanaged.passUnretained(self).toOpaque()
    ccurl_set_owner(handle, CURLOPT_HEADERDATA, owner)
    ccurl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { bytes, one, count, owner in
      Connection.of(owner)?.readHeader(bytes, one * count)
      return one * count
    }
    ccurl_set_owner(handle, CURLOPT_WRITEDATA, owner)
    ccurl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { bytes, one, count, owner in
      let isWanted = Connection.of(owner)?.readContent(bytes, one * count) ?? false
      return isWanted ? one * count : 0
    }
  }

  private static func of(_ owner: UnsafeMutableRawPointer?) -> Connection? {
    owner.map { Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue() }
  }

  private func readHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) {
    guard let bytes else { return }
    let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      head = Head()
      head.status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      return
    }
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].drop { $0 == " " }
    head.fields[line[..<colon].lowercased()] = String(value.prefix { !$0.isNewline })
  }

  private func readContent(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Bool {
    guard let bytes else { return true }
    let isWanted = receive(head, UnsafeRawBufferPointer(start: bytes, count: count))
    wasStopped = !isWanted
    return isWanted
  }

  private func end(_ code: CURLcode) -> End {
    switch code {
    case CURLE_OK: return .whole
    case CURLE_WRITE_ERROR: return wasStopped ? .stopped : .cut
    case CURLE_UNSUPPORTED_PROTOCOL: return .forbiddenRedirect
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_OPERATION_TIMEDOUT, CURLE_GOT_NOTHING,
      CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      return .cut
    default: return .unreachable(String(cString: curl_easy_strerror(code)))
    }
  }
}
