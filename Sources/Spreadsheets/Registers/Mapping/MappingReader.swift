import JournalText
import LedgerCore
import Portfolio

/// Reads a mapping file line by line; all that is wrong with it is reported together.
struct MappingReader {
  /// What a mapping makes of a table.
  enum Purpose {
    case register
    /// A statement of a bank or the treasury.
    case statement
  }

  private let bytes: [UInt8]
  private let file: String
  private let purpose: Purpose
  private var mapping = RegisterMapping()
  private(set) var problems: [Diagnostic] = []
  /// The conditions of the block being read, nil outside of one.
  private var block: [MappingCondition]?
  /// Whether the block has assignments already, so that a line at the margin ends it.
  private var hasBody = false
  private var number = 0
  private var line = ""

  private init(_ bytes: [UInt8], file: String, _ purpose: Purpose) {
    self.bytes = bytes
    self.file = file
    self.purpose = purpose
  }

  /// The mapping of a file.
  ///
  /// - Parameter register: the register that its user named already; the mapping may name another.
  /// - Returns: nil with what is wrong when anything is.
  static func read(
    _ bytes: [UInt8], file: String, for purpose: Purpose = .register, register: String? = nil
  ) -> (mapping: RegisterMapping?, problems: [Diagnostic]) {
    do throws(Diagnostic) {
      let text = try TextDecoding.utf8(bytes, file: file).text
      var reader = MappingReader(text, file: file, purpose)
      reader.mapping.register = register
      for line in String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        reader.number += 1
        reader.line = String(line)
        reader.take()
      }
      return (reader.problems.isEmpty ? reader.mapping : nil, reader.problems)
    } catch {
      return (nil, [error])
    }
  }

  private mutating func take() {
    let text = SheetText.trimmed(line)
    if text.isEmpty || text.hasPrefix("#") || text.hasPrefix(";") {
      if text.isEmpty, hasBody { endBlock() }
      return
    }
    let isIndented = line.first == " " || line.first == "\t"
    let (word, rest) = MappingReader.parted(text)
    if isIndented {
      guard let block else {
        return fail(Wording("缩进的一行属于 if 块，而上面没有 if 块", "an indented line belongs to an if block, and there is none above it"))
      }
      hasBody = true
      return assign(word, rest, under: block)
    }
    if hasBody || word == "end" { endBlock() }
    if word == "end" { return }
    if word == "if" {
      endBlock()
      block = []
      if !rest.isEmpty { addCondition(rest) }
    } else if block != nil {
      addCondition(text)
    } else if !takeDirective(word, rest) {
      assign(word, rest, under: [])
    }
  }

  private mutating func endBlock() {
    if block != nil, !hasBody { fail(Wording("上面的 if 块没有赋值", "the if block above assigns nothing")) }
    block = nil
    hasBody = false
  }

  /// Takes a line that is about the whole table; false when it is none.
  private mutating func takeDirective(_ word: String, _ rest: String) -> Bool {
    switch word {
    case "statement" where purpose == .statement && rest.isEmpty: break
    case "statement" where rest.isEmpty:
      fail(
        Wording("这是对账单的对照表，不是台账的", "the mapping is one of a statement, no register"),
        hint: Wording("用 bgt reconcile statement 读取", "bgt reconcile statement reads it"))
    case "register" where purpose == .statement, "台账" where purpose == .statement:
      fail(
        Wording("这是台账 \(rest) 的对照表，不是对账单的", "the mapping is one of the register \(rest), no statement"),
        hint: Wording("用 --map 指明另一个，或以 statement 开头", "name another with --map, or begin it with statement"))
    case "register", "台账":
      mapping.register = rest
      if RegisterCatalog.kind(named: rest) == nil {
        fail(Wording("\(rest) 不是台账", "\(rest) is not a register"), hint: .plain(RegisterCatalog.kinds.map(\.name).joined(separator: ", ")))
      }
    case "sheet", "工作表": mapping.sheet = rest
    case "skip":
      guard !rest.isEmpty else { return false }
      if let count = Int(rest), (0...100_000).contains(count) {
        mapping.skip = count
      } else {
        fail(Wording("\(rest) 不是行数", "\(rest) is no number of rows"))
      }
    case "header", "表头":
      if let row = Int(rest), row > 0 {
        mapping.headerRow = row
      } else {
        fail(Wording("\(rest) 不是行号；写作 header 4", "\(rest) is no row; write header 4"))
      }
    case "fields": mapping.fields = rest.split(separator: ",", omittingEmptySubsequences: false).map { SheetText.trimmed(String($0)) }
    case "separator":
      let bytes: [String: UInt8] = ["tab": 9, "TAB": 9, "\\t": 9, "space": 32, "comma": 0x2C, "semicolon": 0x3B, "pipe": 0x7C]
      mapping.separator = bytes[rest] ?? (rest.utf8.count == 1 ? rest.utf8.first : nil)
      if mapping.separator == nil { fail(Wording("\(rest) 不是分隔符；写 , ; | 或 tab", "\(rest) is not a separator; write , ; | or tab")) }
    case "encoding":
      mapping.encoding =
        TextEncoding.allCases.first { $0.rawValue.lowercased() == rest.lowercased() } ?? (rest.lowercased() == "gbk" ? .gb18030 : nil)
      if mapping.encoding == nil {
        fail(
          Wording("\(rest) 不是编码", "\(rest) is not an encoding"), hint: .plain(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))
        )
      }
    case "unit", "单位":
      mapping.unit = HeaderUnit(rest)
      if mapping.unit == nil { fail(Wording("\(rest) 不是金额单位", "\(rest) is not a unit of money"), hint: .plain("元, 千元, 万元, 百万元, 亿元")) }
    case "date-format", "日期格式":
      mapping.dateFormat = DateFormat(rest)
      if mapping.dateFormat == nil {
        fail(
          Wording("\(rest) 没有写明年、月、日", "\(rest) does not say year, month and day"),
          hint: Wording("如 %Y年%m月%d日 或 %d/%m/%y", "as in %Y年%m月%d日 or %d/%m/%y"))
      }
    default: return false
    }
    return true
  }

  private mutating func addCondition(_ text: String) {
    var rest = Substring(text)
    var isAnd = false
    var isNot = false
    if rest.hasPrefix("&") { (isAnd, rest) = (true, Substring(SheetText.trimmed(String(rest.dropFirst())))) }
    if rest.hasPrefix("!") { (isNot, rest) = (true, Substring(SheetText.trimmed(String(rest.dropFirst())))) }
    var heading: String?
    if rest.hasPrefix("%") {
      let (name, pattern) = MappingReader.parted(String(rest.dropFirst()))
      heading = name.hasPrefix("{") && name.hasSuffix("}") ? String(name.dropFirst().dropLast()) : name
      rest = Substring(pattern)
    }
    guard !rest.isEmpty, let expression = try? Regex(String(rest)).ignoresCase() else {
      let shown = rest.isEmpty ? text : String(rest)
      return fail(
        Wording("\(shown) 不是正则表达式", "\(shown) is not a regular expression"),
        hint: Wording("如 if %状态 终止|取消；括号写作 \\(", "as in if %状态 终止|取消; write \\( for a parenthesis"))
    }
    block?.append(MappingCondition(heading: heading, expression: expression, isAnd: isAnd, isNot: isNot))
  }

  private mutating func assign(_ word: String, _ rest: String, under conditions: [MappingCondition]) {
    if word == "skip", rest.isEmpty { return mapping.steps.append(MappingStep(conditions: conditions, action: .leaveOut)) }
    if purpose == .statement { return assignToStatement(word, rest, under: conditions) }
    var name = word
    if let kind = mapping.register.flatMap({ RegisterCatalog.kind(named: $0) }) {
      switch HeaderNames(kind).target(of: HeaderName(word)) {
      case .column(let column): name = column
      case .field: break
      default:
        return fail(
          Wording("\(word) 不是\(kind.chinese)（\(kind.name)）的列", "\(word) is not a column of \(kind.name)"),
          hint: Wording.didYouMean(
            Spelling.nearest(to: word, among: kind.columns.flatMap { [$0.name, $0.chinese] }),
            then: Wording(
              "有：\(kind.columns.map(\.name).joined(separator: "、"))", "it has: \(kind.columns.map(\.name).joined(separator: ", "))"))
        )
      }
    } else if mapping.register == nil {
      return fail(
        Wording("在第一个赋值前写明是哪一种台账", "say which register it is before the first assignment"),
        hint: Wording("如 register investments", "as in register investments"))
    }
    mapping.steps.append(MappingStep(conditions: conditions, action: .set(name, MappingTemplate(text: rest))))
  }

  private mutating func assignToStatement(_ word: String, _ rest: String, under conditions: [MappingCondition]) {
    guard let column = StatementColumn(mapped: word) else {
      let names = StatementColumn.allCases.map(\.mappingName)
      return fail(
        Wording("\(word) 不是对账单的内容", "\(word) is no part of a statement"),
        hint: Wording.didYouMean(
          Spelling.nearest(to: word, among: names),
          then: Wording("有：\(names.joined(separator: "、"))", "it has: \(names.joined(separator: ", "))")))
    }
    mapping.steps.append(MappingStep(conditions: conditions, action: .set(column.mappingName, MappingTemplate(text: rest))))
  }

  private mutating func fail(_ sentence: Wording, hint: Wording? = nil) {
    let page = "Docs/\(purpose == .register ? "registers" : "reconciliation").md"
    let hint = hint ?? Wording("\(page) 说明对照表的写法", "\(page) describes mapping files")
    let indent = line.prefix { $0 == " " || $0 == "\t" }.count
    problems.append(
      Diagnostic(
        .badMapping, sentence, hint: hint,
        at: SourcePosition(
          file: file, line: number, column: indent + 1, length: max(1, line.count - indent), lineText: line)))
  }

  /// The first word of a line and what follows it.
  private static func parted(_ text: String) -> (String, String) {
    let word = text.prefix { !$0.isWhitespace }
    return (String(word), SheetText.trimmed(String(text[word.endIndex...])))
  }
}

extension RegisterMapping {
  /// Reads a mapping file; what is wrong with it is returned, all of it, and no mapping then.
  ///
  /// - Parameter register: the register that its user named already, so that the file need not.
  public static func read(
    _ bytes: [UInt8], file: String, register: String? = nil
  ) -> (mapping: RegisterMapping?, problems: [Diagnostic]) {
    MappingReader.read(bytes, file: file, register: register)
  }

  /// Reads the mapping file of a statement; what is wrong with it is returned, all of it, and no mapping then.
  public static func readForStatement(_ bytes: [UInt8], file: String) -> (mapping: RegisterMapping?, problems: [Diagnostic]) {
    MappingReader.read(bytes, file: file, for: .statement)
  }

  /// Cells that its assignments name and a table does not have.
  func unknownNames(in table: some MappedTable) -> [String] {
    steps.flatMap { step -> [String] in
      let headings = step.conditions.compactMap(\.heading).filter { MappingTemplate.column(named: $0, in: table) == nil }
      if case .set(_, let template) = step.action { return headings + template.unknownNames(in: table) }
      return headings
    }
  }
}
