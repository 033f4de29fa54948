public import Geometry

/// A vector layer as its file has it: nothing transformed, nothing interpreted.
public struct Layer: Sendable {
  /// Layer name in the file.
  public var name: String
  /// Attribute names in the order of the file.
  public var fields: [String]
  /// The declared reference system; `nil` when the file declares none.
  public var system: ReferenceSystem?
  /// In the order of the file.
  public var features: [Feature]

  /// A layer from its parts.
  public init(name: String, fields: [String], system: ReferenceSystem?, features: [Feature]) {
    self.name = name
    self.fields = fields
    self.system = system
    self.features = features
  }

  /// One row of the layer.
  public struct Feature: Sendable {
    /// From 1, in the order of the file.
    public var ordinal: Int
    /// One value for each field, in the order of `Layer.fields`.
    public var values: [Value]
    /// What it covers; `nil` when the file has no geometry there.
    public var shape: Shape<AsDeclared>?

    /// A feature from its parts.
    public init(ordinal: Int, values: [Value], shape: Shape<AsDeclared>?) {
      self.ordinal = ordinal
      self.values = values
      self.shape = shape
    }
  }

  /// One attribute value.
  public enum Value: Sendable, Hashable {
    /// Absent.
    case null
    /// Text.
    case text(String)
    /// A whole number: a code stored so has lost its leading zeros.
    case integer(Int64)
    /// A real number.
    case real(Double)
  }
}
