import FundLedger

/// The words that stand for values of options and arguments, as `file` in `--book <file>`, in Chinese.
enum ValueWords {
  /// The word in a language; one that has no Chinese stays.
  static func word(_ name: String, in language: Language) -> String {
    language == .zh ? table[name] ?? name : name
  }

  /// A text with what stands in angle brackets in Chinese: `--book <文件>`.
  static func chinese(_ text: String) -> String {
    var translated = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let name = String(rest[rest.index(after: open)..<close])
      translated += String(rest[...open]) + word(name, in: .zh) + ">"
      rest = rest[rest.index(after: close)...]
    }
    return translated + String(rest)
  }

  private static let table: [String: String] = [
    "account": "科目", "accounts": "科目", "amount": "金额", "approval": "方式", "as-of": "日期", "authorised": "授权人", "batch": "批次",
    "by": "依据", "card": "文件", "code": "代码", "color": "颜色", "command": "命令", "commit": "金额", "commodity": "币种", "curve": "步长",
    "date": "日期", "days": "天数", "deal": "项目", "depth": "级次", "dimensions-and-query": "维度和查询", "dims": "维度", "dir": "文件夹",
    "doc": "文号", "draft": "草稿", "drafts": "草稿", "envelope": "指标", "event": "事项", "evidence": "文件", "file": "文件",
    "first": "前一时点", "format": "格式", "from": "日期", "head": "链头", "holder": "受托机构", "id": "名称或编号", "indicators": "文件",
    "instrument": "工具", "kind": "类型", "known-at": "时点", "lang": "语言", "later-months": "月数", "ledger": "账簿", "line": "明细",
    "loan": "贷款", "method": "方式", "month": "月份", "more": "选项", "name": "名称", "number": "数", "numbering": "方式", "only": "规则",
    "override": "理由", "pack": "政策包", "party": "单位", "period": "期间", "pivot": "维度", "policy": "政策包", "programme": "专项",
    "query": "查询", "rate": "比率", "reason": "原因", "rows": "行号", "rules": "规则集", "score": "分数", "seal": "封存摘要",
    "second": "后一时点", "selection": "年度或指标", "share": "比例", "sheet": "工作表", "shell": "命令解释器", "stale-after": "天数",
    "statement-file": "对账单", "supervisors": "人员", "term": "期限", "tier": "口径", "title": "名称", "to": "日期", "tolerance": "天数",
    "unit": "单位", "value": "计价", "voucher": "凭证", "vouchers": "凭证", "with": "单位=金额", "words": "事项", "year": "年度",
    "options": "选项", "subcommand": "子命令",
  ]
}
