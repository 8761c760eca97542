import ArgumentParser
import FundLedger

extension ValidationError {
  /// Says what is wrong with the arguments in the language of the user.
  init(_ wording: Wording) { self.init(wording[Terminal.language]) }
}
