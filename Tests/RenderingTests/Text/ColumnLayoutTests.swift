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

  @Test("Every part of a folded table repeats its keys, unless they leave no room for the others")
  func keys() {
    let name = Measure(natural: 10, minimum: 10, wraps: true)
    let number = Measure(natural: 15, minimum: 15, wraps: false)
    let code = Measure(natural: 4, minimum: 4, wraps: true)
    let measures = [name, number, number, number, number, code]
    let wide = ColumnLayout.folds(measures, width: 64) { [0, 5] }
    #expect(wide.map(\.columns) == [[0, 1, 2, 5], [0, 3, 4, 5]])
    #expect(ColumnLayout.folds(measures, width: 28) { [0, 5] }.map(\.columns) == [[0, 1], [0, 2], [0, 3], [0, 4], [0, 5]])
  }

  @Test("A table is folded before a name is broken, and a name is broken where folding does not help")
  func least() {
    let key = Measure(natural: 10, minimum: 10, wraps: true)
    let name = Measure(natural: 18, minimum: 18, least: 8, wraps: true)
    #expect(ColumnLayout.folds([key, name, name], width: 40).map(\.columns) == [[0, 1], [0, 2]])
    #expect(ColumnLayout.folds([key, name], width: 24) == [.init(columns: [0, 1], widths: [10, 12])])
  }

  @Test("A number wider than the terminal is never cut")
  func overflow() {
    let measures = [Measure(natural: 4, minimum: 4, wraps: true), Measure(natural: 30, minimum: 30, wraps: false)]
    #expect(ColumnLayout.folds(measures, width: 20) == [.init(columns: [0, 1], widths: [4, 30])])
  }
}
