/// Fields of policies.
extension Field {
  /// Where something is said.
  static let cite = Field("cite", "出处", .text, "where it is said: document and article", "出处：文件及条款")
  /// Whether that was checked.
  static let status = Field(
    "status", "核对状态", .choice([Choice("verified", "已核对"), Choice("unverified", "未核对"), Choice("own", "自定")]),
    "whether it was read in the official text; unverified when absent", "是否已与正式文本核对，缺省为未核对")
  /// The last day of something.
  static let until = Field("until", "截止", .day, "last day on which it is in force", "有效期最后一日")
  /// The largest share that somebody else holds.
  static let largest = Field(
    "largest", "他方最大持股", .rate, "largest share that another holder has after the event", "事项后其他股东中最大的持股比例")
}
