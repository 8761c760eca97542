import ArgumentParser

/// `bgt saved`: reports kept under names.
struct SavedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saved", abstract: "Reports kept under names, in a text file beside the book. 保存的报表",
    discussion: """
      bgt saved add 月报 -- balance --monthly --period 今年 --depth 1
      bgt saved run 月报                  bgt saved run 月报 --format csv
      bgt saved list                     bgt saved remove 月报
      """,
    subcommands: [SavedAdd.self, SavedList.self, SavedRun.self, SavedRemove.self], aliases: ["保存"])
}
