import FundLedger

extension HelpTopic {
  /// How a command ends.
  static let exitCodes = HelpTopic(
    name: "exit-codes", chinese: "退出码", summary: Phrase("命令如何结束，错误代码", "how commands end; codes of errors"),
    text: Phrase(
      """
      退出码

        0  完成，可能有警告
        1  结论为否：对账不符、发现损坏、存在违规；
           导入台账时有行与账簿不同而未记入（W6100）
        2  命令用法有误                     U7xxx
        3  按规则拒绝：超指标、期间已结账   R3xxx
        4  输入有误                         P1xxx、E2xxx
        5  账簿文件或磁盘有问题             S5xxx

      每条信息都带固定代码，列出文件、行、列和处理办法；Docs/errors.md 逐一说明。
      文件整体检查，一次列出全部错误；有错误则什么也不记入，除非用 --keep-going。
      """,
      """
      Exit codes

        0  done, perhaps with warnings
        1  the answer is no: not reconciled, damage found, a breach; a register
           has rows that differ from the book and were not recorded (W6100)
        2  bad usage of the command line           U7xxx
        3  refused by a rule: over an envelope,
           closed period                           R3xxx
        4  bad input                               P1xxx, E2xxx
        5  the book file or the disk               S5xxx

      Every message has a code that never changes, the file, line and column, and what
      to do; Docs/errors.md explains each. A file is checked whole and all its errors are
      shown; nothing is recorded while there is one, unless --keep-going is given.
      """))
}
