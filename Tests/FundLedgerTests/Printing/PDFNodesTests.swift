import Testing

@testable import FundLedger

@Suite("Elements of a tagged PDF")
struct PDFNodesTests {
  /// A head cell, a cell of its column, a second head cell whose number is less, and the tree of names in the order of numbers.
  private func page(_ column: String, _ row: String) -> String {
    let names = [(column, "15 0 R"), (row, "1502 0 R")].sorted { $0.0 < $1.0 }
    return """
      15 0 obj
      <</S /TH\n/ID (node\(column))>>
      16 0 obj
      <</S /TD\n/A [<</O /Table\n/Headers [(node\(column)) (node\(row))]>>]>>
      1502 0 obj
      <</S /TH\n/ID (node\(row))>>
      1503 0 obj
      <</Limits [(node\(names[0].0)) (node\(names[1].0))]
      /Names [(node\(names[0].0)) \(names[0].1) (node\(names[1].0)) \(names[1].1)]>>
      (node12) (nodes) (node0000001) (node00000x16)
      """
  }

  private func renumbered(_ page: String) -> String {
    var bytes = Array(page.utf8)
    PDFNodes.renumber(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "whatever numbers a browser hands out, elements have those of their order on the page, sorted in the tree of names",
    arguments: [("00000016", "00000020"), ("00000005", "00000050"), ("00007515", "00000004"), ("00000002", "00000001")])
  func numbers(_ column: String, _ row: String) {
    #expect(renumbered(page(column, row)) == page("00000001", "00000002"))
  }

  @Test("a page without elements, one that is cut off, and one with several leaves of names stay as they are")
  func others() {
    for page in [
      "", "%PDF-1.4", "(node", "(node00000012", "a (node00000x16)",
      page("00000009", "00000004") + "/Names [(node00000007) 3 0 R]",
    ] {
      #expect(renumbered(page) == page)
    }
    #expect(renumbered("/Names [(node00000009) 1 0 R") == "/Names [(node00000001) 1 0 R")
  }
}
