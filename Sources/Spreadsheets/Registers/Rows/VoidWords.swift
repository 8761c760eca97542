/// Words by which an office says that a row counts no more; 终止 is none of them, since a project that ends was paid nevertheless.
enum VoidWords {
  private static let words: Set<String> = [
    "作废", "已作废", "废止", "已废止", "取消", "已取消", "撤回", "已撤回", "无效", "void", "cancelled", "canceled",
  ]

  /// Whether a cell says it, and nothing else.
  static func isVoid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 24 else { return false }
    return words.contains(SheetText.folded(text).filter { !"()[]【】".contains($0) })
  }
}
