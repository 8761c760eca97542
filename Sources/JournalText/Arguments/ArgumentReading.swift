import LedgerCore
import Portfolio

/// One reading of a command line.
struct ArgumentReading {
  private var words: ArraySlice<String>
  private var builder: EventBuilder
  private let register: Register
  private var positional = 0
  /// The line of a voucher whose amount is to be worked out.
  private var elided: Int?
  /// Whether `--` has ended the flags.
  private var isPastFlags = false

  init(_ words: [String], _ builder: EventBuilder, register: Register) {
    self.words = words[...]
    self.builder = builder
    self.register = register
  }

  private var kind: EventDeclaration { builder.event.kind }

  mutating func event(day: Day?) throws(Diagnostic) -> Event {
    while let word = words.popFirst() {
      if word == "--", !isPastFlags {
        isPastFlags = true
      } else if !isPastFlags, ArgumentReading.isFlag(word) {
        try readFlag(word)
      } else if kind === EventDeclaration.entry, word.contains("=") {
        try readLine(word)
      } else {
        try readPositional(word)
      }
    }
    if let elided { try builder.fillElided(elided) }
    builder.setDefault(day)
    return try builder.finished()
  }

  /// `--field`, `--field=value`, and `-x`, which is no number.
  private static func isFlag(_ word: String) -> Bool {
    guard word.utf8.first == UInt8(ascii: "-"), let second = word.utf8.dropFirst().first else { return false }
    return !(second >= 48 && second <= 57) && second != UInt8(ascii: ".")
  }

  private mutating func readFlag(_ word: String) throws(Diagnostic) {
    let name = String(word.drop { $0 == "-" }.prefix { $0 != "=" })
    let isDate = EventKey(named: name) == .date
    let index = isDate ? nil : word.hasPrefix("--") ? kind.index(ofFlag: name) : nil
    guard isDate || index != nil else { throw unknownFlag(word, name) }
    let flag = "--\(name)"
    var value: String
    if let equals = word.firstIndex(of: "=") {
      value = String(word[word.index(after: equals)...])
    } else if let next = words.first, !ArgumentReading.isFlag(next) {
      value = next
      words.removeFirst()
    } else {
      throw Diagnostic(
        .badUsage, Wording("\(flag) 没有值", "\(flag) has no value"),
        hint: Wording("写作 \(flag) 值；以 - 开头的值写作 \(flag)=值", "write it as \(flag) VALUE; a value that begins with - as \(flag)=VALUE"))
    }
    guard let index else { return try named(.plain(flag)) { builder throws(Diagnostic) in try builder.setDay(value) } }
    if kind.fields[index].type == .amount { joinCommodity(&value, isLast: false) }
    let text = value
    try named(.plain(flag)) { builder throws(Diagnostic) in try builder.set(index, to: text) }
  }

  private func unknownFlag(_ word: String, _ name: String) -> Diagnostic {
    let names = kind.fields.flatMap { [$0.name, $0.chinese] } + (kind.dating == .none ? [] : ["date", "日期"])
    let near = Spelling.nearest(to: name, among: names).map { "--\($0)" }
    return Diagnostic(
      .badUsage,
      Wording(
        "\(kind.chinese)（\(kind.name)）没有选项 \(word.prefix { $0 != "=" }.prefix(40))",
        "\(kind.name) has no flag \(word.prefix { $0 != "=" }.prefix(40))"),
      hint: .didYouMean(near, then: Wording("bgt record \(kind.name) --help 列出选项", "bgt record \(kind.name) --help lists them")))
  }

  /// How `envelope:2022/拨改投`, as journals have it, is written as a flag; nil for a word without the name of a field.
  private func flag(meantBy word: String) -> Wording? {
    guard let colon = word.firstIndex(where: { $0 == ":" || $0 == "：" }), let index = kind.index(of: String(word[..<colon])) else {
      return nil
    }
    let flag = "--\(kind.fields[index].name) \(word[word.index(after: colon)...])"
    return Wording("命令行写作 \(flag)", "on the command line it is written \(flag)")
  }

  private mutating func readPositional(_ word: String) throws(Diagnostic) {
    while positional < kind.positionals.count, !builder.event.values[kind.positionals[positional]].isAbsent {
      positional += 1
    }
    guard positional < kind.positionals.count else {
      throw Diagnostic(
        .badUsage, Wording("\(kind.chinese)（\(kind.name)）没有位置放 \(word.prefix(40))", "\(kind.name) has no place for \(word.prefix(40))"),
        hint: flag(meantBy: word)
          ?? Wording(
            "例如：\(EventReference.usage(of: kind, chinese: true))", "as in: \(EventReference.usage(of: kind, chinese: false))"))
    }
    let index = kind.positionals[positional]
    if kind.fields[index].type == .text && kind.wouldReadAsField(word) {
      let name = String(word.prefix { $0 != ":" && $0 != "：" })
      let flag = kind.index(of: name).map { kind.fields[$0].name } ?? kind.nearestField(to: name)
      throw Diagnostic(
        .badUsage,
        Wording(
          "\(word.prefix(40)) 会成为\(kind.chinese)的\(kind.fields[index].chinese)（\(kind.fields[index].name)）",
          "\(word.prefix(40)) would become the \(kind.fields[index].name) of the \(kind.name)"),
        hint:
          Wording(
            "字段用选项写：\(flag.map { "--\($0)" } ?? "--字段") 值；含冒号的文字用 --\(kind.fields[index].name)",
            "a field is given by its flag: \(flag.map { "--\($0)" } ?? "--FIELD") VALUE; a text with a colon by --\(kind.fields[index].name)"
          ))
    }
    positional += 1
    var text = word
    let isLast = positional == kind.positionals.count && words.first.map { flag(meantBy: $0) == nil } ?? true
    if kind.fields[index].type == .amount { joinCommodity(&text, isLast: isLast) }
    let value = text
    try named(Wording(kind.fields[index].chinese, kind.fields[index].name.uppercased())) { builder throws(Diagnostic) in
      try builder.set(index, to: value)
    }
  }

  /// Reads `ACCOUNT=AMOUNT`, or `ACCOUNT=` for the amount that the others leave.
  private mutating func readLine(_ word: String) throws(Diagnostic) {
    guard let equals = word.lastIndex(of: "=") else { return }
    let account = String(word[..<equals])
    var amount = String(word[word.index(after: equals)...])
    if amount.isEmpty {
      if elided != nil {
        throw Diagnostic(
          .twoElidedAmounts, Wording("\(account)= 是第二行没有金额的分录", "\(account)= is a second line without an amount"),
          hint: Wording("只有一个金额可以由其余推算", "only one amount can be worked out from the others"))
      }
      elided = builder.event.lines.count
      return try named(.plain(account)) { builder throws(Diagnostic) in try builder.addLine(account: account, nil) }
    }
    joinCommodity(&amount, isLast: false)
    let text = amount
    try named(.plain(account)) { builder throws(Diagnostic) in try builder.addLine(account: account, try builder.money(text)) }
  }

  /// Takes the commodity that follows a number, or the number that follows a commodity, into the same text.
  private mutating func joinCommodity(_ text: inout String, isLast: Bool) {
    guard let next = words.first, !ArgumentReading.isFlag(next), !next.contains("=") else { return }
    let isNumber = text.utf8.last.map { $0 >= 48 && $0 <= 57 } ?? false
    guard isNumber ? isUnit(next) || isLast : isUnit(text) else { return }
    text += " " + next
    words.removeFirst()
  }

  private func isUnit(_ word: String) -> Bool {
    let isNumber = word.utf8.contains { $0 >= 48 && $0 <= 57 }
    return !isNumber && (try? FieldParser(register: register).money("0 \(word)")) != nil
  }

  /// Runs a step of building; what it throws is said to be about an argument.
  private mutating func named(
    _ argument: Wording, _ step: (inout EventBuilder) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    do throws(Diagnostic) { try step(&builder) } catch {
      var error = error
      error.sentence = Wording("\(argument.zh.prefix(40))：", "\(argument.en.prefix(40)): ") + error.sentence
      throw error
    }
  }
}

extension EventDeclaration {
  /// The field that a flag stands for; the kind of the event is no flag, so that `--kind` can be a field.
  fileprivate func index(ofFlag name: String) -> Int? { index(of: name) ?? index(ofKey: name) }
}
