import FundLedger

extension HelpTopic {
  /// Books that need two persons.
  static let persons = HelpTopic(
    name: "persons", chinese: "两人复核", summary: Phrase("制单与复核分开的账簿", "books that one person prepares and another approves"),
    text: Phrase(
      """
      两人复核

        bgt init --approval two           新建需要两人的账簿

      制单人记入的内容先成为草稿，不进账：

        BGT_ACTOR=张三 bgt record pay 力得/A 500万元 --envelope 2022/拨改投
        bgt drafts                        待复核的草稿
        BGT_ACTOR=李四 bgt approve 1      另一人复核，才记账
        bgt void 1                        作废草稿

      制单人不能复核自己的草稿。账簿保存每个批次由谁制单、由谁复核。
      """,
      """
      Two persons

        bgt init --approval two           open books that need two persons

      What one person records is a draft first and in no account:

        BGT_ACTOR=zhang bgt record pay 力得/A 500万元 --envelope 2022/拨改投
        bgt drafts                        drafts that wait
        BGT_ACTOR=li bgt approve 1        another person posts it
        bgt void 1                        give a draft up

      Nobody approves a draft of his own. The book keeps who prepared and who approved
      each batch.
      """))
}
