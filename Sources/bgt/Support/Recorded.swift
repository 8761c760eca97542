import FundLedger

/// Says what became of one recorded event.
enum Recorded {
  static func show(_ outcome: Appended, in book: Book, _ output: OutputOptions) throws {
    switch outcome {
    case .recorded(let recorded, let numbers, let first):
      Warnings.show(recorded.warnings)
      try output.show(try RecordedReport(recorded, numbers: numbers, firstVoucher: first).document(from: book))
    case .alreadyRecorded(let sequence):
      Terminal.complain(
        Diagnostic(
          .alreadyRecorded,
          Wording(
            "账簿已有这笔事项且仍然有效，见 #\(sequence)；没有记录任何内容",
            "the book has this event already, as #\(sequence), which stands; nothing was recorded"),
          hint: Wording("若确实发生两次，用 --again 记", "when it happened twice, record it with --again"), severity: .warning))
    case .drafted(let id):
      if let repetition = try book.repetition(inDraft: id) { Terminal.complain(repetition) }
      try output.show(try book.document(ofDraft: id))
    case .noted: break
    }
  }
}
