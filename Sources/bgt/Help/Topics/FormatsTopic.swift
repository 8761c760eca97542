import FundLedger

extension HelpTopic {
  /// In which forms reports come.
  static let formats = HelpTopic(
    name: "formats", chinese: "格式", summary: Phrase("报表的输出格式", "forms of reports"),
    text: Phrase(
      """
      格式

      每份报表都有全部格式；用 --format 指定，或由 -o 文件的扩展名决定。

        bgt report year 2022 --unit 万元 -o 2022.html
        bgt leverage --by year --format csv -o leverage.csv
        bgt reconcile 2022 --format json

      text 供终端阅读，表格按汉字宽度对齐；html 是一个独立文件，带图表，可打印；
      md 用于文档；csv 供表格软件（写入文件时带 BOM）；json 供程序使用，结构有版本。
      内容都一样：标题、定义、截至、所知、链首摘要、表、数、注。

      --lang zh|en 选择语言，--unit 选择单位，--color auto|always|never 选择颜色。
      bgt export hledger|ledger|beancount 把凭证写成这些软件的账本，bgt export audit
      写审计资料包。详见 Docs/formats.md、Docs/json.md。
      """,
      """
      Formats

      Every report comes in every format; --format names one, or the extension of the
      file of -o does.

        bgt report year 2022 --unit 万元 -o 2022.html
        bgt leverage --by year --format csv -o leverage.csv
        bgt reconcile 2022 --format json

      text is for a terminal; html is one self-contained file with charts, for screen
      and print; md is for pages; csv for spreadsheets (with a byte order mark in a
      file); json for programs, its shape has a version. All say the same: title,
      definitions, as-of, known-at, chain head, tables, figures, notes.

      --lang zh|en sets the language, --unit the unit, --color auto|always|never colour.
      bgt export hledger|ledger|beancount writes the vouchers as journals of these
      programs, bgt export audit the audit package.
      More: Docs/formats.md, Docs/json.md.
      """))
}
