import LedgerCore

/// The printed words of a voucher's page.
public enum VoucherWords {
  /// What the page is.
  public static let title = Phrase("记账凭证", "Accounting voucher")
  /// Before the title of the books.
  public static let books = Phrase("单位", "Entity")
  /// Column of narrations.
  public static let narration = Phrase("摘要", "Narration")
  /// Column of accounts.
  public static let account = Phrase("会计科目", "Account")
  /// Column of dimensions.
  public static let auxiliary = Phrase("辅助核算", "Details")
  /// Column of debits.
  public static let debit = Phrase("借方金额", "Debit")
  /// Column of credits.
  public static let credit = Phrase("贷方金额", "Credit")
  /// Line of the sums.
  public static let total = Phrase("合计", "Total")
  /// In place of the sums on all pages but the last.
  public static let continued = Phrase("（转下页）", "(continued)")
  /// Who reviewed it.
  public static let reviewer = Phrase("复核", "Reviewed by")
  /// Who posted it.
  public static let poster = Phrase("记账", "Posted by")
  /// Who prepared it.
  public static let preparer = Phrase("制单", "Prepared by")

  /// `2022年6月15日`; in English the date as everywhere.
  public static func day(_ day: Day) -> Phrase {
    Phrase(day.chinese, day.description)
  }

  /// `记字第12号`, with the page where there are several.
  public static func number(_ sheet: VoucherSheet, page: Int, of pages: Int) -> Phrase {
    let part = pages > 1 ? "（\(page)/\(pages)）" : ""
    return Phrase(
      "\(sheet.type.chinese)字第\(sheet.number)号\(part)",
      "No. \(sheet.type.label(sheet.number))\(pages > 1 ? " (\(page)/\(pages))" : "")")
  }

  /// `附件 3 张`.
  public static func attachments(_ count: Int64) -> Phrase {
    Phrase("附件 \(count) 张", count == 1 ? "1 attachment" : "\(count) attachments")
  }
}
