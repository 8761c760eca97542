import FundLedger

/// Pages printed as PDF by the browser of this machine.
enum Printer {
  /// The page as a PDF: by the browser that `BGT_BROWSER` names, else by the first known one on the `PATH`.
  ///
  /// - Throws: `noBrowser`, or what printing throws.
  static func pdf(of page: [UInt8], day: Day?) throws(Diagnostic) -> [UInt8] {
    let browser = try Browser(
      named: Terminal.environment("BGT_BROWSER"), folders: Terminal.environment("PATH") ?? "/usr/bin:/bin")
    return try browser.pdf(of: page, day: day)
  }
}
