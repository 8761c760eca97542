/// The page that explains a package to whoever opens it.
enum PackageReadme {
  static func text(_ layout: ElectronicLedger, _ scope: PackageScope) -> String {
    """
    # 审计资料包 Audit package

    期间 period: \(scope.years)　生成程序 generator: \(scope.generator)

    | 目录 folder | 内容 contents |
    |---|---|
    | books/fiscal, budget, quota, leverage | 四本账簿的电子账簿、会计科目、科目余额及发生额、记账凭证，CSV（UTF-8，带 BOM）和 XML the four electronic-ledger files of each book |
    | books/electronic-ledger.json | 上述文件的列及取数来源 their columns and where the values come from |
    | registers | 项目计划、指标、单位、投资项目、利率、币种 registers |
    | events/events.journal | 全部事项的原文，可用 bgt import 重建账簿 every event word for word; imports to the same chain |
    | events/events.jsonl | 每行一项：编号、批次、链上摘要、原文、各字段 one event a line with its digest |
    | batches.csv | 谁、何时、从何处记入 who recorded what, when, out of what |
    | documents.csv | 依据文件与引用它的事项 documents and the events that name them |
    | reversals.csv, closes.csv | 红字冲销；结账与反结账 reversals; closes and reopenings |
    | statements | 报表 reports |
    | rules | 记账规则 the posting rules |
    | manifest.json, SHA256SUMS | 链头与每个文件的摘要 the chain head and a digest of every file |

    四个文件仿照 \(layout.manner)，状态：\(layout.status)（未核对）。标准正式文本未能取得，列名据第二手资料整理，须由使用者核定；空列为本账簿不保存的内容。
    The four files follow the manner of \(layout.manner), status \(layout.status): the official text of the standard could not be
    read, the columns come from secondary sources and have to be confirmed by whoever relies on them. Empty columns stand for
    what these books do not keep.

    科目编号为科目代码，没有代码的科目用名称。结账标志 1 为结转凭证。作废标志恒为 0：已记账凭证不作废，只以红字冲销。金额红字为负数。
    An account without a code is referred to by its name. 结账标志 1 marks a closing voucher. 作废标志 is always 0: what is posted is
    never voided, only reversed in red. Red amounts are negative.

    指定年度时，四个文件和报表只含该年度，登记簿和事项总是全部。With a year, only the four files and the statements are limited to it.

    ## 核对 Checking

        sha256sum -c SHA256SUMS                       文件未被改动 no file was changed
        bgt --book BOOK verify --package DIR          与账簿逐字节一致 the package is that of the book, to the byte

    链上摘要＝SHA-256（前一摘要 ‖ SHA-256（原文）），第一项之前为 32 个零字节；末项的摘要即 manifest.json 的 chainHead。
    The digest of an event is SHA-256 of the digest before it followed by SHA-256 of its text, beginning with 32 zero bytes; that
    of the last event is the chainHead of manifest.json.

    """
  }
}
