import Foundation
import LedgerCore
import Testing

@testable import FundLedger

@Suite("Programs that are run")
struct ChildProcessTests {
  private func run(_ script: String, seconds: Int = 20, in folder: Folder) -> ChildProcess.Outcome {
    var child = ChildProcess("/bin/sh", ["-c", script], environment: ["A=b c"], log: folder.path("log"))
    child.secondsMax = seconds
    return child.run()
  }

  @Test("a program ends with its exit code; what it says goes to the log, and it knows only what it is told")
  func ends() throws {
    let folder = try Folder()
    #expect(run("echo \"$A\"; echo no >&2; test -z \"$PATH_OF_MINE\"; exit 7", in: folder) == .ended(7))
    #expect(try String(contentsOfFile: folder.path("log"), encoding: .utf8) == "b c\nno\n")
    #expect(run("kill -9 $$", in: folder) == .ended(137))
    #expect(run("read line || exit 3", in: folder) == .ended(3))
  }

  @Test("a program that takes too long is stopped with all that it started")
  func timesOut() throws {
    let folder = try Folder()
    let started = run("sleep 60 & echo $! > '\(folder.path("child"))'; wait", seconds: 1, in: folder)
    #expect(started == .timedOut)
    let child = try #require(Int32(try String(contentsOfFile: folder.path("child"), encoding: .utf8).filter(\.isNumber)))
    var isGone = false
    for _ in 0..<100 where !isGone {
      let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
      isGone = state.isEmpty || state.contains(") Z")
      if !isGone { usleep(20_000) }
    }
    #expect(isGone)
  }

  @Test("a program that is not there is no success")
  func missing() throws {
    let folder = try Folder()
    let child = ChildProcess("/no/such/program", [], environment: [], log: folder.path("log"))
    #expect(child.run() == .notStarted(ENOENT))
  }

  @Test("a folder for temporary files goes with all that is in it; links are not followed")
  func scratch() throws {
    let folder = try Folder()
    let kept = try folder.write("kept", to: "kept")
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(atPath: scratch.path("a/b 目录"), withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: scratch.path("a/b 目录/file")))
    try FileManager.default.createSymbolicLink(atPath: scratch.path("a/link"), withDestinationPath: folder.url.path)
    scratch.remove()
    #expect(!FileManager.default.fileExists(atPath: scratch.path))
    #expect(FileManager.default.fileExists(atPath: kept))
  }

  @Test("the moments in a PDF become midnight of a day, and nothing else changes")
  func dates() throws {
    var bytes = Array("%PDF-1.4 /CreationDate (D:20261127085210+08'00')\n/ModDate (D:20261127085210Z) /X (D:20261127085210)".utf8)
    PDFDates.pin(&bytes, to: Day("2022-12-31"))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "%PDF-1.4 /CreationDate (D:20221231000000+00'00')\n/ModDate (D:20221231000000Z) /X (D:20261127085210)")
    var cut = Array("/CreationDate (D:2026".utf8)
    PDFDates.pin(&cut, to: nil)
    #expect(String(decoding: cut, as: UTF8.self) == "/CreationDate (D:2026")
  }

  @Test("the path of a page is an address, whatever is in it")
  func address() {
    #expect(Browser.escaped("/tmp/a b/目#?%.html") == "/tmp/a%20b/%E7%9B%AE%23%3F%25.html")
  }
}
