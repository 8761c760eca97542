import Glibc
import LedgerCore
import Testing

@Suite("What the system says of an error")
struct SystemErrorTests {
  @Test("the frequent ones are in Chinese beside the system's English, no two alike; the rest is in English")
  func wordings() {
    #expect(Wording.systemError(ENOENT) == Wording("没有这个文件或文件夹", "No such file or directory"))
    #expect(Wording.systemError(EACCES) == Wording("没有权限", "Permission denied"))
    #expect(Wording.systemError(ENOTTY).zh == Wording.systemError(ENOTTY).en)
    let all = (1...130).map { Wording.systemError($0).zh }.filter { $0.unicodeScalars.allSatisfy { !$0.isASCII } }
    #expect(all.count > 20 && Set(all).count == all.count)
  }
}
