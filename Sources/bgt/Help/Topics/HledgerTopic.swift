import FundLedger

extension HelpTopic {
  /// What those who know hledger look for.
  static let hledger = HelpTopic(
    name: "hledger", chinese: "对照", summary: Phrase("hledger 命令对照", "commands of hledger and ours"),
    text: Phrase(
      """
      hledger 命令对照（-f FILE 相同，可直接读 hledger 的账本）

        hledger                         bgt
        bal、bal -M、-Q、-Y             bal、bal -M、-Q、-Y
        bal --tree --depth 2、-H -T -A  相同；-E、-S、-%、--invert 也相同
        bal -V、--value=end、-X CNY     bal --value market
        bal --value=2024-06-30          bal --value 2024-06-30
        bal --pivot desc                bal --pivot text；另有 deal、party、region 等
        reg、reg -H、-A、--related      reg；期初余额总是带入，--cumulative 不带
        bs、is、cf                      bs、is、cf（即 bgt statement …）
        -b 2024-03                      -b 2024-03 或 --from
        -e 2024-04（不含该日）          --to 2024-03（含该日）
        -p 'last month'、2024q3         相同；from A to B 含 B 整段
        -U、-P、-C、status:!            tag:status=pending、tag:status=cleared
        acct: desc: cur: amt: date:     相同；not、and、or 和括号也相同
        tag:trip                        note:trip（导入的标签在备注中）
        accounts、print、stats          相同

      hledger 按成本配平的差额，本程序记在 equity:conversion，因此合计总为零；查询其余
      科目，合计与 hledger 相同。没有 -B：外币按原币列示。
      """,
      """
      Commands of hledger and ours (-f FILE is the same, and reads journals of hledger)

        hledger                         bgt
        bal, bal -M, -Q, -Y             bal, bal -M, -Q, -Y
        bal --tree --depth 2, -H -T -A  the same, and so are -E, -S, -%, --invert
        bal -V, --value=end, -X CNY     bal --value market
        bal --value=2024-06-30          bal --value 2024-06-30
        bal --pivot desc                bal --pivot text; also deal, party, region …
        reg, reg -H, -A, --related      reg; begins with what was before, unless
                                        --cumulative
        bs, is, cf                      bs, is, cf (that is bgt statement …)
        -b 2024-03                      -b 2024-03, or --from
        -e 2024-04 (leaves it out)      --to 2024-03 (includes it)
        -p 'last month', 2024q3         the same; from A to B has all of B in it
        -U, -P, -C, status:!            tag:status=pending, tag:status=cleared
        acct: desc: cur: amt: date:     the same, with not, and, or, parentheses
        tag:trip                        note:trip (tags are kept in notes)
        accounts, print, stats          the same

      What hledger balances at cost goes through equity:conversion here, so that totals
      are zero; all other accounts come to the sums of hledger. There is no -B: other
      currencies stand as booked.
      """))
}
