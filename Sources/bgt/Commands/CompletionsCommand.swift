import ArgumentParser
import FundLedger

/// `bgt completions`: what a shell needs to complete commands and options.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: Wording("命令补全脚本：供 shell 补全命令和选项。", "The script by which a shell completes commands and options. 命令补全脚本"),
    discussion: Wording(
      """
      bash:  bgt completions bash > ~/.local/share/bash-completion/completions/bgt
      zsh:   bgt completions zsh > ~/.zfunc/_bgt      （$fpath 中的文件夹）
      fish:  bgt completions fish > ~/.config/fish/completions/bgt.fish
      """,
      """
      bash:  bgt completions bash > ~/.local/share/bash-completion/completions/bgt
      zsh:   bgt completions zsh > ~/.zfunc/_bgt      (a folder of $fpath)
      fish:  bgt completions fish > ~/.config/fish/completions/bgt.fish
      """))

  @Argument(
    help: ArgumentHelp("bash、zsh 或 fish。", "bash, zsh or fish."), completion: .list(["bash", "zsh", "fish"]),
    transform: CompletionsCommand.shell)
  var shell: CompletionShell

  func run() throws {
    var script = HelpCompletion.taught(Bgt.completionScript(for: shell), to: shell)
    if shell == .fish { script = FishCompletions.mended(script) }
    script = LeadingCompletion.taught(RecordCompletion.taught(script, to: shell), to: shell)
    Terminal.write(script + "\n")
  }

  private static func shell(_ text: String) throws -> CompletionShell {
    guard let shell = CompletionShell(rawValue: text) else {
      throw ValidationError(Wording("不认识 \(text)；有 bash、zsh 和 fish", "\(text) is not a shell that is known; there are bash, zsh and fish"))
    }
    return shell
  }
}
