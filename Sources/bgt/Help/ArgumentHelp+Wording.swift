import ArgumentParser
import FundLedger

extension ArgumentHelp {
  /// What an argument is, in the language of the user.
  init(_ zh: String, _ en: String, valueName: String? = nil) {
    self.init(Wording(zh, en)[Terminal.language], valueName: valueName)
  }
}
