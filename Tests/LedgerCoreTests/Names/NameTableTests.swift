import LedgerCore
import Testing

@Suite("Name tables")
struct NameTableTests {
  @Test("A hundred thousand names keep their ids through every growth, in order from 1")
  func manyNames() {
    var table = NameTable()
    let names = (0..<100_000).map { "资产:银行:第\($0)户" }
    var wrong = 0
    for (index, name) in names.enumerated() where table.intern(name) != Int32(index + 1) { wrong += 1 }
    for (index, name) in names.enumerated() {
      let id = Int32(index + 1)
      if table.find(name) != id || table.intern(name) != id || table[id] != name { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(table.count == 100_000)
  }

  @Test("After each of the first thousand names all earlier ones are found and a stranger is not")
  func growth() {
    var table = NameTable()
    var wrong = 0
    for count in 1...1000 {
      _ = table.intern("n\(count)")
      for earlier in 1...count where table.find("n\(earlier)") != Int32(earlier) { wrong += 1 }
      if table.find("n\(count + 1)") != nil { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test("A name that was not added is not found, and looking does not add it")
  func absent() {
    let table = NameTable()
    #expect(table.find("库存现金") == nil)
    #expect(table.count == 0)
  }

  @Test("Bytes and strings name the same")
  func bytes() {
    var table = NameTable()
    let fromBytes = Array("国库存款".utf8).withUnsafeBufferPointer { table.intern($0) }
    #expect(table.find("国库存款") == fromBytes)
    #expect(Array("国库存款".utf8).withUnsafeBufferPointer { table.find($0) } == fromBytes)
    #expect(table[fromBytes] == "国库存款")
  }

  @Test("The empty name is a name like others")
  func empty() {
    var table = NameTable()
    #expect(table.find("") == nil)
    #expect(table.intern("") == 1)
    #expect(table.find("") == 1)
    #expect(table[1] == "")
  }

  @Test("Names that share a beginning, or differ in case, are different")
  func similar() {
    var table = NameTable()
    let ids = ["a", "aa", "A", "a ", "a\u{0}", "e\u{301}", "\u{E9}"].map { table.intern($0) }
    #expect(Set(ids).count == 7)
  }

  @Test("A copy goes its own way")
  func copies() {
    var first = NameTable()
    _ = first.intern("one")
    var second = first
    #expect(second.intern("two") == 2)
    #expect(first.find("two") == nil)
    #expect(first.intern("three") == 2)
  }
}
