import Foundation
import FundLedger
import Glibc
import Testing

@Suite("Files that reports are written to")
struct FileBytesTests {
  @Test("a file that cannot be finished leaves nothing behind, and the old one stands")
  func full() async throws {
    let folder = try Folder()
    let path = try folder.write("old", to: "r.html")
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      do { try FileBytes.write([UInt8](repeating: 65, count: 5000), to: path) } catch let error as Diagnostic {
        exit(error.code.failureClass == .storage && !FileBytes.exists(path + ".part") ? 0 : 4)
      }
      exit(3)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }
}
