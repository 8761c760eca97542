import ArgumentParser
import FundLedger

/// `bgt upgrade`: brings a book of an earlier format to the present one.
struct Upgrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: Wording("升级账簿：把旧格式的账簿升级为现行格式。", "Brings a book of an earlier format to the present one. 升级账簿"),
    discussion: Wording(
      """
      新文件由旧文件的事项重新生成，链头相同；旧文件留在旁边，名为 文件.v1。完成之前不论何处出错，账簿都保持原样。
      """,
      """
      The new file is made from the events of the old one and has the same chain head; the old file is kept beside it,
      as FILE.v1. Whatever fails before the end leaves the book as it was.
      """))

  @OptionGroup var book: BookOptions

  func run() throws {
    let progress = Progress(label: "upgrade")
    let upgrade = try Book.upgrade(at: book.path) { done, total in progress.show(Int(done), of: Int(total)) }
    progress.end()
    guard let upgrade else { return Terminal.write("\(book.path) is of the present format already\n") }
    Terminal.write(
      "\(book.path): format \(upgrade.from) → \(upgrade.to), \(EnglishCount.of(upgrade.head.sequence, "event")), chain head "
        + "\(upgrade.head.digest.prefix(16)) as before; the old file is \(upgrade.keptAt)\n")
  }
}
