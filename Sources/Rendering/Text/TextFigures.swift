import LedgerCore
import ReportDocument

/// Writes a list of labelled figures, values aligned, each definition below its figure.
struct TextFigures {
  /// What is written.
  let list: FigureList
  /// How values are written.
  let text: HumanText

  /// Cells by which definitions and values on a line of their own are indented.
  private static let hanging = 4

  /// Writes the list.
  func write(to output: inout ByteOutput) {
    let values = list.figures.map { text.string($0.value, HumanText.Style(decimals: $0.decimals)) }
    let labels = list.figures.map { text.string(.phrase($0.label), HumanText.Style()) }
    let labelWidth = labels.map(TextWidth.of).max() ?? 0
    let numberWidth = zip(list.figures, values).filter { $0.0.value.isNumber }.map { TextWidth.of($0.1) }.max() ?? 0
    for (index, figure) in list.figures.enumerated() {
      let value = values[index]
      let offset = figure.value.isNumber ? numberWidth - TextWidth.of(value) : 0
      write(labels[index], value, at: labelWidth + ColumnLayout.gap, offset, figure, to: &output)
      write(definition: text.string(.phrase(figure.definition), HumanText.Style()), to: &output)
    }
  }

  /// Writes label and value, the value on lines of its own when there is no room beside the label.
  private func write(
    _ label: String, _ value: String, at start: Int, _ offset: Int, _ figure: Figure, to output: inout ByteOutput
  ) {
    let width = text.options.width
    let isNegative = figure.value.isNumber && value.first == "-"
    let style: TextStyle = !text.options.colour ? .plain : isNegative ? .boldRed : .bold
    let fits = width == 0 || start + offset + TextWidth.of(value) <= width
    if !fits && width - start < 24 {
      for line in TextWrap.lines(label, width: width) {
        output.write(line)
        output.endLine()
      }
      for line in TextWrap.lines(value, width: max(width - TextFigures.hanging, 1)) {
        output.write(byte: 0x20, count: TextFigures.hanging)
        output.write(line, style)
        output.endLine()
      }
      return
    }
    output.write(label)
    var spaces = start - TextWidth.of(label) + (fits ? offset : 0)
    for line in TextWrap.lines(value, width: width == 0 ? 0 : max(width - start, 1)) {
      if !line.isEmpty {
        output.write(byte: 0x20, count: spaces)
        output.write(line, style)
      }
      output.endLine()
      spaces = start
    }
  }

  /// Writes what a figure means, indented below it.
  private func write(definition: String, to output: inout ByteOutput) {
    guard !definition.isEmpty else { return }
    let width = text.options.width
    for line in TextWrap.lines(definition, width: width == 0 ? 0 : max(width - TextFigures.hanging, 1)) {
      output.write(byte: 0x20, count: TextFigures.hanging)
      output.write(line, text.options.colour ? .dim : .plain)
      output.endLine()
    }
  }
}

extension Cell {
  /// Whether the value is a number, which stands at the right edge.
  var isNumber: Bool {
    switch self {
    case .money, .ratio, .amounts, .percent, .rate, .integer: true
    case .empty, .text, .phrase, .code, .day: false
    }
  }
}
