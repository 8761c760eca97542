import ArgumentParser
import FundLedger

/// `bgt upgrade`: brings a book of an earlier format to the present one.
struct Upgrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Brings a book of an earlier format to the present one. 升级账簿",
    discussion: """
      The new file is made from the events of the old one and has the same chain head; the old file is kept beside it,
      as FILE.v1. Events that would be refused today stand as they were recorded, and are named with what to do. Whatever
      fails before the end leaves the book as it was.
      """)

  @OptionGroup var book: BookOptions

  func run() throws {
    let progress = Progress(label: "upgrade")
    let upgrade = try Book.upgrade(at: book.path) { done, total in progress.show(Int(done), of: Int(total)) }
    progress.end()
    guard let upgrade else { return Terminal.write("\(book.path) is of the present format already\n") }
    Terminal.write(
      "\(book.path): format \(upgrade.from) → \(upgrade.to), \(EnglishCount.of(upgrade.head.sequence, "event")), chain head "
        + "\(upgrade.head.digest.prefix(16)) as before; the old file is \(upgrade.keptAt)\n")
    Warnings.show(upgrade.carried)
  }
}
