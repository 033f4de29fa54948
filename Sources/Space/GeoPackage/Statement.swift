internal import CSQLite
internal import Diagnostics
internal import Layers

/// One prepared statement, finalized with the last reference.
final class Statement {
  private let handle: OpaquePointer
  private let path: String

  init(_ handle: OpaquePointer, path: String) {
    self.handle = handle
    self.path = path
  }

  deinit { sqlite3_finalize(handle) }

  /// Steps to the next row; false after the last one.
  func step() throws(Problem) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw Wording.sqlite(path, code)
    }
  }

  /// Runs a statement that gives no rows, then makes it ready to run again.
  func run() throws(Problem) {
    while try step() {}
    sqlite3_reset(handle)
  }
}

extension Statement {
  var columnNames: [String] {
    (0..<sqlite3_column_count(handle)).map { index in
      sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
    }
  }

  /// The text of a column of the row at hand; nil when it is null.
  func text(_ column: Int) -> String? {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return TextEncoding.utf8OrWindows1252(UnsafeRawBufferPointer(start: start, count: count)).0
  }

  /// The whole number of a column of the row at hand; nil when it is null.
  func integer(_ column: Int) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(handle, Int32(column))
  }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// The bytes of a column, valid until the next step.
  func blob(_ column: Int) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
  }

  /// The attribute in a column; nil when it holds bytes.
  func value(_ column: Int) -> Layer.Value? {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: .text(text(column) ?? "")
    case SQLITE_NULL: .null
    default: nil
    }
  }
}

extension Statement {
  /// Gives a parameter, counted from 1, its value.
  func bind(_ value: Layer.Value, at index: Int) {
    switch value {
    case .null: sqlite3_bind_null(handle, Int32(index))
    case .integer(let number): sqlite3_bind_int64(handle, Int32(index), number)
    case .real(let number): sqlite3_bind_double(handle, Int32(index), number)
    case .text(let text):
      sqlite3_bind_text(
        handle, Int32(index), text, Int32(text.utf8.count), maille_sqlite_transient())
    }
  }

  /// Gives parameters their values, from the first one on.
  func bind(_ values: [Layer.Value]) {
    for (index, value) in values.enumerated() { bind(value, at: index + 1) }
  }

  /// Gives a parameter, counted from 1, some bytes.
  func bind(_ bytes: [UInt8], at index: Int) {
    sqlite3_bind_blob64(
      handle, Int32(index), bytes, UInt64(bytes.count), maille_sqlite_transient())
  }
}
