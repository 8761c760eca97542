import Testing

@testable import Rendering

@Suite("Column layout")
struct ColumnLayoutTests {
  private typealias Measure = ColumnLayout.Measure

  @Test("A table that fits keeps its natural widths")
  func fits() {
    let measures = [Measure(natural: 10, minimum: 8, wraps: true), Measure(natural: 12, minimum: 12, wraps: false)]
    #expect(ColumnLayout.folds(measures, width: 24) == [.init(columns: [0, 1], widths: [10, 12])])
    #expect(ColumnLayout.folds(measures, width: 0) == [.init(columns: [0, 1], widths: [10, 12])])
  }

  @Test("Headings over numbers give way before words do")
  func headingsFirst() {
    let measures = [Measure(natural: 20, minimum: 8, wraps: true), Measure(natural: 18, minimum: 12, wraps: false)]
    #expect(ColumnLayout.folds(measures, width: 36) == [.init(columns: [0, 1], widths: [20, 14])])
    #expect(ColumnLayout.folds(measures, width: 30) == [.init(columns: [0, 1], widths: [16, 12])])
  }

  @Test("What cannot shrink enough is folded evenly, the first column repeated")
  func folded() {
    let key = Measure(natural: 10, minimum: 10, wraps: true)
    let number = Measure(natural: 15, minimum: 15, wraps: false)
    let folds = ColumnLayout.folds([key, number, number, number, number], width: 64)
    #expect(folds.map(\.columns) == [[0, 1, 2], [0, 3, 4]])
  }

  @Test("A number wider than the terminal is never cut")
  func overflow() {
    let measures = [Measure(natural: 4, minimum: 4, wraps: true), Measure(natural: 30, minimum: 30, wraps: false)]
    #expect(ColumnLayout.folds(measures, width: 20) == [.init(columns: [0, 1], widths: [4, 30])])
  }
}
