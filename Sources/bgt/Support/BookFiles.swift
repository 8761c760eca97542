import FundLedger

/// Opens and creates book files with the clock and the actor of this process.
enum BookFiles {
  /// Opens an existing book for recording.
  static func open(at path: String) throws(Diagnostic) -> Book {
    try Book.open(at: path, readOnly: false, actor: SystemClock.actor, now: { SystemClock.instant })
  }

  /// Creates a book.
  static func create(
    at path: String, title: String, rules: RuleSet, commodity: String, isStrict: Bool,
    numbering: Numbering = .single, approval: Approval = .one, supervisors: String = ""
  ) throws(Diagnostic) -> Book {
    guard let scale = Commodity.knownScales[commodity] else {
      throw Diagnostic(
        .unknownCommodity, Wording("没有币种 \(commodity)", "commodity \(commodity) is not known"), hint: .plain("CNY, USD, EUR, HKD, JPY …"))
    }
    let base = commodity == "CNY" ? Commodity.renminbi : Commodity(code: commodity, scale: scale)
    return try Book.create(
      at: path, title: title, rules: rules, base: base, isStrict: isStrict,
      numbering: numbering, approval: approval, supervisors: supervisors, actor: SystemClock.actor,
      now: { SystemClock.instant })
  }

  /// Creates the book that the first head of a file describes.
  static func create(at path: String, for files: [EventFile]) throws(Diagnostic) -> Book {
    let header = files.lazy.compactMap(\.header).first
    return try create(
      at: path, title: header?.title ?? "拨改投", rules: try RuleFiles.ruleSet(header?.rules ?? RuleSet.defaultName),
      commodity: header?.commodity ?? "CNY", isStrict: header?.isStrict ?? false,
      numbering: header?.numbering ?? .single, approval: header?.approval ?? .one,
      supervisors: header?.supervisors ?? "")
  }

  /// Whether there is a file at a path.
  static func exists(at path: String) -> Bool { FileBytes.exists(path) }

  /// Removes a book that was created a moment ago and holds nothing.
  static func discard(at path: String) {
    for suffix in ["", "-wal", "-shm"] { FileBytes.remove(path + suffix) }
  }
}
