import Glibc
import LedgerCore

extension Browser {
  /// How long a page may take to print, seconds, before the browser is stopped.
  public static let secondsMax = 120

  /// A page printed as PDF, in the paper that its style names.
  ///
  /// The browser runs in a folder of its own that is removed afterwards, loads nothing but the page, and gets no words
  /// of the user on its command line. As created counts the day, so that the same page has the same bytes tomorrow.
  /// - Throws: `browserFailed` with what the browser says, or when it takes too long.
  public func pdf(of page: [UInt8], day: Day?) throws(Diagnostic) -> [UInt8] {
    let folder = try ScratchFolder()
    var child = ChildProcess(path, arguments(in: folder), environment: environment(in: folder), log: folder.path("log"))
    child.secondsMax = Browser.secondsMax
    let outcome: ChildProcess.Outcome
    var bytes: [UInt8] = []
    do {
      defer { folder.remove() }
      try FileBytes.write(page, to: folder.path("page.html"))
      outcome = child.run()
      if case .ended = outcome { bytes = (try? FileBytes.read(folder.path("page.pdf"))) ?? [] }
      if !Browser.isWhole(bytes) { try complain(of: outcome, folder) }
    }
    // Nothing is left behind even when the user stops the program.
    if case .interrupted(let signal) = outcome { raise(signal) }
    PDFDates.pin(&bytes, to: day)
    PDFNodes.renumber(&bytes)
    return bytes
  }

  /// The command line: fixed words, and paths in our own folder.
  private func arguments(in folder: ScratchFolder) -> [String] {
    // A browser refuses to run as root within its sandbox; the page is our own and holds no script.
    let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
    return sandbox + [
      "--headless", "--disable-gpu", "--disable-extensions", "--disable-background-networking", "--disable-sync",
      "--disable-component-update", "--disable-crash-reporter", "--disable-dev-shm-usage", "--no-first-run",
      "--no-default-browser-check", "--no-pdf-header-footer", "--print-to-pdf-no-header",
      "--generate-pdf-document-outline", "--user-data-dir=\(folder.path("profile"))",
      "--print-to-pdf=\(folder.path("page.pdf"))", "file://" + Browser.escaped(folder.path("page.html")),
    ]
  }

  /// What the browser knows of the machine: where programs, fonts and the language are; its own files go to our folder.
  private func environment(in folder: ScratchFolder) -> [String] {
    var variables = ["TMPDIR=\(folder.path)", "XDG_CONFIG_HOME=\(folder.path)", "XDG_CACHE_HOME=\(folder.path)"]
    for name in ["PATH", "LANG", "LC_ALL", "USER", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH"] {
      if let value = getenv(name) { variables.append("\(name)=\(String(cString: value))") }
    }
    variables.append("HOME=\(getenv("HOME").map { String(cString: $0) } ?? folder.path)")
    return variables
  }

  /// Says why there is no whole PDF.
  private func complain(of outcome: ChildProcess.Outcome, _ folder: ScratchFolder) throws(Diagnostic) {
    let reason: Wording
    switch outcome {
    case .interrupted: return
    case .timedOut:
      reason = Wording("在 \(Browser.secondsMax) 秒内没有打印完，已停止", "did not finish the page in \(Browser.secondsMax) seconds and was stopped")
    case .notStarted(let number):
      reason = Wording("不能启动：", "cannot be started: ") + Wording.systemError(number)
    case .ended(let code):
      let log = (try? FileBytes.read(folder.path("log"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let last = log.split(separator: "\n").last { !$0.contains("ERROR:dbus") }.map { ": \($0.prefix(200))" } ?? ""
      reason = Wording("没有打印出页面（退出码 \(code)）\(last)", "printed no page (exit code \(code))\(last)")
    }
    throw Diagnostic(
      .browserFailed, .plain("\(path) ") + reason,
      hint: Wording(
        "用 BGT_BROWSER 换一个浏览器，或用 --format html 写出后用任一浏览器打印",
        "try another browser in BGT_BROWSER, or write --format html and print it from any browser"))
  }

  /// Whether bytes begin and end as a PDF does.
  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "%PDF-".utf8) && !bytes.suffix(1024).split(separator: 0x0A).isEmpty
      && String(decoding: bytes.suffix(1024), as: UTF8.self).contains("%%EOF")
  }

  /// A path as part of an address.
  static func escaped(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let isPlain =
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x2D && byte <= 0x39)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
