public import Geometry
public import Layers

/// A layer to write: typed columns, one multipolygon for each row.
public struct FeatureTable<F: Frame>: Sendable {
  /// Name of the table, and of the layer in a GIS: letters, digits and `_`.
  public var name: String
  /// Title for people.
  public var title: String
  /// What the layer is, and its source mention.
  public var summary: String
  /// The system of every shape.
  public var system: SpatialReference
  /// The attributes, in order.
  public var columns: [Column]
  /// In the order to write.
  public var rows: [Row]

  /// A table from its parts.
  ///
  /// - Parameters:
  ///   - rows: one value for each column, of its type or null; whole numbers may stand in a real
  ///     column; reals are finite
  public init(
    name: String, title: String, summary: String = "", system: SpatialReference,
    columns: [Column], rows: [Row]
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.system = system
    self.columns = columns
    self.rows = rows
  }

  /// One attribute.
  public struct Column: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// What its cells hold, even when all of them are null.
    public var type: ColumnType

    /// A column from its parts.
    public init(_ name: String, _ type: ColumnType) {
      self.name = name
      self.type = type
    }
  }

  /// One feature.
  public struct Row: Sendable {
    /// One value for each column.
    public var values: [Layer.Value]
    /// What it covers; nil for a row without geometry.
    public var shape: Shape<F>?

    /// A row from its parts.
    public init(values: [Layer.Value], shape: Shape<F>?) {
      self.values = values
      self.shape = shape
    }
  }
}

/// What the cells of a column hold.
public enum ColumnType: String, Sendable, Hashable {
  /// UTF-8 text.
  case text = "TEXT"
  /// A whole number of 32 bits.
  case integer = "MEDIUMINT"
  /// A whole number of 64 bits.
  case longInteger = "INTEGER"
  /// A double.
  case real = "REAL"

  func accepts(_ value: Layer.Value) -> Bool {
    switch (self, value) {
    case (_, .null), (.text, .text), (.longInteger, .integer), (.real, .integer): true
    case (.integer, .integer(let number)): Int32(exactly: number) != nil
    case (.real, .real(let number)): number.isFinite
    default: false
    }
  }
}

extension FeatureTable {
  var extent: Envelope<F> {
    var extent = Envelope<F>.empty
    for row in rows { if let shape = row.shape { extent.cover(shape.envelope) } }
    return extent
  }
}

extension FeatureTable where F == AsDeclared {
  /// The table of a layer as it was read, each column of the narrowest type that holds its values.
  ///
  /// - Parameters:
  ///   - system: the layer's own, stated by the caller: nothing is projected here
  public init(_ layer: Layer, title: String, summary: String = "", system: SpatialReference) {
    let columns = layer.fields.enumerated().map { index, field in
      Column(field, .narrowest(layer.features.lazy.map { $0.values[index] }))
    }
    let types = columns.map(\.type)
    self.init(
      name: layer.name, title: title, summary: summary, system: system, columns: columns,
      rows: layer.features.map { feature in
        Row(values: zip(types, feature.values).map { $0.converted($1) }, shape: feature.shape)
      })
  }
}

extension ColumnType {
  /// The narrowest type that holds every value; text when there is none.
  fileprivate static func narrowest(_ values: some Sequence<Layer.Value>) -> ColumnType {
    var candidates: [ColumnType] = [.integer, .longInteger, .real, .text]
    var isUnknown = true
    for value in values where value != .null {
      isUnknown = false
      while candidates.count > 1 && !candidates[0].accepts(value) { candidates.removeFirst() }
    }
    return isUnknown ? .text : candidates[0]
  }

  /// A number as text, where texts and numbers share a column.
  fileprivate func converted(_ value: Layer.Value) -> Layer.Value {
    switch (self, value) {
    case (.text, .integer(let number)): .text(String(number))
    case (.text, .real(let number)): .text(String(number))
    default: value
    }
  }
}
