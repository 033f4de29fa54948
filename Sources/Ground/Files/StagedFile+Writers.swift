extension StagedFile {
  /// The path by which a library that wants a name writes the file's whole content.
  ///
  /// Valid as long as this object lives; the library replaces what was written before.
  public var pathForLibraries: String { "/proc/self/fd/\(descriptor)" }
}
