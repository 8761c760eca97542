import Glibc
import LedgerCore

/// A browser of the machine that prints pages without a window.
public struct Browser: Sendable {
  /// The program.
  public let path: String

  /// Programs that print, the first that is there counts.
  static let names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome", "microsoft-edge"]

  /// Finds a browser: the one that is named, a path or a program, else the first known one in the folders of `PATH`.
  ///
  /// - Throws: `noBrowser` when there is none, or when the one that is named is no program.
  public init(named name: String? = nil, folders: String) throws(Diagnostic) {
    let folders = folders.split(separator: ":").map(String.init)
    if let name {
      let isPath = name.contains("/")
      guard let path = isPath ? [name].first(where: Browser.isProgram) : Browser.find(name, in: folders) else {
        throw Diagnostic(
          .noBrowser, Wording("\(name) 不是程序，没有浏览器可以打印 PDF", "\(name) is no program, so nothing can print the page as PDF"),
          hint: Wording(
            "用 BGT_BROWSER 指明 Chromium 或 Chrome，或用 --format html 写出后用任一浏览器打印",
            "let BGT_BROWSER name Chromium or Chrome, or write --format html and print it from any browser"))
      }
      self.path = path
      return
    }
    guard let path = Browser.names.lazy.compactMap({ Browser.find($0, in: folders) }).first else {
      throw Diagnostic(
        .noBrowser,
        Wording("PDF 由浏览器打印，而这里没有 Chromium 或 Chrome", "a PDF is printed by a browser, and there is neither Chromium nor Chrome here"),
        hint: Wording(
          "安装 chromium，或用 BGT_BROWSER 指明浏览器，或用 --format html 写出后用任一浏览器打印",
          "install chromium or name a browser in BGT_BROWSER, or write --format html and print it from any browser"))
    }
    self.path = path
  }

  private static func find(_ name: String, in folders: [String]) -> String? {
    folders.map { "\($0)/\(name)" }.first(where: isProgram)
  }

  /// Whether a path is a file that may be run.
  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
