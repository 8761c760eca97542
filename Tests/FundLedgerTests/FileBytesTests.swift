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

  @Test("a link stays a link, and what it leads to is replaced")
  func link() throws {
    let folder = try Folder()
    let path = try folder.write("old", to: "r.html")
    let link = path + ".link"
    #expect(symlink(path, link) == 0)
    try FileBytes.write(Array("new".utf8), to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
  }

  @Test("a pipe takes the bytes and stays a pipe, whether they are written or a file is moved there")
  func pipe() throws {
    let folder = try Folder()
    let path = try folder.write("moved", to: "a") + ".pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDWR | O_NONBLOCK)
    defer { close(reader) }
    try FileBytes.write(Array("bytes ".utf8), to: path)
    try FileBytes.move(String(path.dropLast(5)), to: path)
    var found = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(reader, &found, 64)
    #expect(String(decoding: found.prefix(max(0, count)), as: UTF8.self) == "bytes moved")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }
}
