import ArgumentParser
import FundLedger

/// `bgt saved`: reports kept under names.
struct SavedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saved", abstract: Wording("保存的报表：以名称保存，存于账簿旁的文本文件。", "Reports kept under names, in a text file beside the book. 保存的报表"),
    discussion: Wording(
      """
      bgt saved add 月报 -- balance --monthly --period 今年 --depth 1
      bgt saved run 月报                  bgt saved run 月报 --format csv
      bgt saved list                      bgt saved remove 月报
      """,
      """
      bgt saved add 月报 -- balance --monthly --period 今年 --depth 1
      bgt saved run 月报                  bgt saved run 月报 --format csv
      bgt saved list                     bgt saved remove 月报
      """),
    subcommands: [SavedAdd.self, SavedList.self, SavedRun.self, SavedRemove.self], aliases: ["保存"])
}
