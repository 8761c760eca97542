import LedgerCore

extension EventDeclaration {
  /// Declares an account of the user's own, or what is newly said of a known one.
  static let account = EventDeclaration(
    "account", "科目", .register, dating: .optional,
    summary: "Declares an account: its book, class, code and life.",
    summaryChinese: "声明科目：所属账簿、类别、代码和启用期间。",
    fields: [
      Field("name", "名称", .newName(.account), "full name, parts separated by :", "全称，各级以冒号分隔").positional,
      Field("code", "代码", .text, "official or own code", "科目代码"),
      Field(
        "book", "账簿", .choice(AccountBook.allCases.map { Choice($0.name, $0.chinese) }),
        "which of the four books; fiscal when absent", "所属账簿，缺省为财务会计"),
      Field(
        "class", "类别",
        .choice([
          Choice("asset", "资产"), Choice("liability", "负债"), Choice("net-assets", "净资产"),
          Choice("income", "收入"), Choice("expense", "费用"), Choice("memo", "备查"),
        ]), "class, which decides the normal side", "类别，决定余额方向"),
      Field("to", "停用", .day, "last day of the account", "停用日期"),
    ],
    example: "account 其他财政存款:托管户 code:100201 class:asset",
    declare: { reader, register throws(Diagnostic) in
      let event = reader.event
      let name = event.text("name") ?? ""
      let code = event.text("code") ?? ""
      if !code.isEmpty, let other = register.account(named: code), other.name != name {
        throw reader.failure(
          .alreadyDeclared, Wording("科目代码 \(code) 是\(other.name)的", "code \(code) is that of \(other.name)"),
          hint: Wording("另用一个代码", "choose another code"), field: "code")
      }
      let known = register.account(named: name)
      let book = event.choice("book").flatMap { AccountBook(name: $0) } ?? known?.book ?? .fiscal
      if let known, known.isDeclared, known.book != book {
        throw reader.failure(
          .accountWrongBook, Wording("\(name)已是\(known.book.chinese)的科目", "\(name) is an account of the \(known.book.name) book already"),
          hint: Wording("科目不换账簿；请另设一个科目", "an account stays in its book; declare another one"), field: "book")
      }
      let accountClass = event.choice("class").flatMap { Account.Class(rawValue: $0) }
      // A class that nobody stated is told anew: an account above it may have one by now.
      let stated = accountClass ?? (known?.isClassStated == true ? known?.accountClass : nil)
      register.declare(
        Account(
          id: .none, name: name, code: code.isEmpty ? known?.code ?? "" : code, book: book,
          accountClass: stated ?? register.impliedClass(of: name), holdsCash: known?.holdsCash ?? false,
          from: event.day ?? .always, to: event.day("to") ?? .never, isClassStated: stated != nil))
    })
}
