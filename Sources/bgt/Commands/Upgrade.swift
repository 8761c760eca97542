import ArgumentParser
import FundLedger

/// `bgt upgrade`: brings a book of an earlier format to the present one.
struct Upgrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: Wording("升级账簿：把旧格式的账簿升级为现行格式。", "Brings a book of an earlier format to the present one. 升级账簿"),
    discussion: Wording(
      """
      新文件由旧文件的事项重新生成，链头相同；旧文件留在旁边，名为 文件.vN，N 是它的格式号。
      现在会被拒绝的事项照原样保留，并逐项列出如何更正。完成之前不论何处出错，账簿都保持原样。
      """,
      """
      The new file is made from the events of the old one and has the same chain head; the old file is kept beside it,
      as FILE.vN with the number N of its format. Events that would be refused today stand as they were recorded, and are
      named with what to do. Whatever fails before the end leaves the book as it was.
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var speech: LanguageOptions

  func run() throws {
    let progress = Progress(label: Wording("升级", "upgrade"))
    let upgrade = try Book.upgrade(at: book.path) { done, total in progress.show(Int(done), of: Int(total)) }
    progress.end()
    guard let upgrade else {
      return Terminal.say(Wording("\(book.path) 已是当前格式", "\(book.path) is of the present format already"))
    }
    let (events, head) = (upgrade.head.sequence, upgrade.head.digest.prefix(16))
    Terminal.say(
      Wording(
        "\(book.path)：格式 \(upgrade.from) → \(upgrade.to)，\(events) 笔事项，链头 \(head) 不变；旧文件是 \(upgrade.keptAt)",
        "\(book.path): format \(upgrade.from) → \(upgrade.to), \(EnglishCount.of(events, "event")), chain head \(head) "
          + "as before; the old file is \(upgrade.keptAt)"))
    Warnings.show(upgrade.carried)
  }
}
