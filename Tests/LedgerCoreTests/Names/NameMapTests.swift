import LedgerCore
import Testing

@Suite("Values by name")
struct NameMapTests {
  @Test("A name keeps its first value until it is updated, however many names there are")
  func values() {
    var map = NameMap<Int>()
    for number in 0..<1000 {
      let isNew = map.insert(number, for: "企业\(number)")
      #expect(isNew)
    }
    for number in 0..<1000 {
      let isNew = map.insert(-1, for: "企业\(number)")
      #expect(!isNew && map["企业\(number)"] == number)
    }
    map.update(7, for: "企业500")
    map.update(8, for: "另一家")
    #expect(map["企业500"] == 7 && map["另一家"] == 8 && map["没有"] == nil && map[""] == nil && map.count == 1001)
  }

  @Test("Names are their bytes: another spelling of the same characters is another name, as in the register")
  func bytes() {
    var map = NameMap<Int>()
    map.insert(1, for: "caf\u{E9}")
    #expect(map["cafe\u{301}"] == nil && "caf\u{E9}" == "cafe\u{301}")
    #expect(!"caf\u{E9}".hasSameBytes(as: "cafe\u{301}") && "力得".hasSameBytes(as: "力" + "得"))
  }
}
