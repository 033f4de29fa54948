internal import Geometry

/// Which envelopes may meet another: square cells, each listing the envelopes that touch it.
///
/// A cell is about as large as an envelope at the median; what is much larger is in a list apart, so that
/// one huge area does not fill the grid.
struct EnvelopeGrid: Sendable {
  private let envelopes: [Envelope<Projected>]
  private let size: Double
  private var cells: [Cell: [Int32]] = [:]
  private var large: [Int32] = []

  private struct Cell: Hashable {
    let x: Int32
    let y: Int32
  }

  /// How many cells an envelope may fill before it is held apart.
  private static let mostCells = 64

  init(_ envelopes: [Envelope<Projected>]) {
    self.envelopes = envelopes
    let sides = envelopes.filter { !$0.isEmpty }.map { max($0.maxX - $0.minX, $0.maxY - $0.minY) }
    size = max(1, sides.sorted().dropFirst(sides.count / 2).first ?? 1)
    for (index, envelope) in envelopes.enumerated() where !envelope.isEmpty {
      let span = Span(of: envelope, size)
      if span.count > Self.mostCells {
        large.append(Int32(index))
      } else {
        for cell in span.cells { cells[cell, default: []].append(Int32(index)) }
      }
    }
  }

  /// The indices of the envelopes that share at least a point with this one, in order.
  func meeting(_ envelope: Envelope<Projected>) -> [Int] {
    if envelope.isEmpty { return [] }
    let span = Span(of: envelope, size)
    let near =
      span.count > envelopes.count
      ? Array(envelopes.indices)
      : (span.cells.flatMap { cells[$0] ?? [] } + large).map(Int.init)
    return Set(near).filter { envelopes[$0].intersects(envelope) }.sorted()
  }

  /// The cells that an envelope touches.
  private struct Span {
    private let xs: ClosedRange<Int32>
    private let ys: ClosedRange<Int32>

    init(of envelope: Envelope<Projected>, _ size: Double) {
      func place(_ metres: Double) -> Int32 {
        Int32(min(max((metres / size).rounded(.down), -1e9), 1e9))
      }
      xs = place(envelope.minX)...place(envelope.maxX)
      ys = place(envelope.minY)...place(envelope.maxY)
    }

    var count: Int { xs.count * ys.count }

    var cells: [Cell] { xs.flatMap { x in ys.map { Cell(x: x, y: $0) } } }
  }
}
