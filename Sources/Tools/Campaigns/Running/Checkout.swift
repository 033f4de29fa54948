internal import Files

/// A Git checkout around a folder: what lies in it may be pushed to others by one command.
struct Checkout {
  /// The folder that holds `.git`.
  let path: String

  /// - Returns: `nil` when no folder above, nor the folder itself, is a checkout
  init?(around folder: String) {
    var here = FilePath.absolute(folder)
    while true {
      if FilePath.exists(FilePath.join(here, ".git")) {
        path = here
        return
      }
      let parent = FilePath.folder(of: here)
      if parent == here || here == "/" { return nil }
      here = parent
    }
  }
}
