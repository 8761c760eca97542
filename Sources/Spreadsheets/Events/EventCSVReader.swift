import JournalText
import LedgerCore
import Portfolio

/// Reads events from a table in text: a row of column names, then a row for each event.
///
/// Columns are `kind`, `date` and names of fields, in English or Chinese, in any order; an empty cell says nothing.
/// A plain voucher has a row for each of its lines: rows that follow each other with the same `voucher`.
public final class EventCSVReader {
  private let register: Register
  private let kind: EventDeclaration?
  private let refused: RefusedEvents?

  /// A reader for the events of some books; `kind` is that of rows which name none.
  ///
  /// With `refused`, errors that only follow from others are counted there.
  public init(register: Register, kind: EventDeclaration? = nil, refused: RefusedEvents? = nil) {
    self.register = register
    self.kind = kind
    self.refused = refused
  }

  /// Reads a whole file and returns all that is wrong with it, in order; empty when nothing is.
  ///
  /// The encoding is told from the bytes when none is given. Nothing is handed on when the first row has a flaw.
  public func read(
    _ bytes: [UInt8], file: String, encoding: TextEncoding? = nil, _ receive: JournalReader.Receiver
  ) -> [Diagnostic] {
    var errors: [Diagnostic] = []
    do throws(Diagnostic) {
      let text = try TextDecoding.utf8(bytes, file: file, encoding: encoding).text
      var rows = CSVReader(text, file: file)
      var first = try rows.next()
      while let row = first, row.isBlank { first = try rows.next() }
      guard let first else {
        let place = FieldPlace(line: 1, column: 1, length: 1)
        throw rows.failure(
          .badHeader, Wording("表格是空的", "the table is empty"), place, hint: Wording("第一行写各列的名称", "begin it with a row of column names"))
      }
      let header = EventHeader(first, kind: kind, reader: rows, errors: &errors)
      if errors.isEmpty { readRows(&rows, header, &errors, receive) }
    } catch {
      errors.append(error)
    }
    return errors
  }

  private func readRows(
    _ rows: inout CSVReader, _ header: EventHeader, _ errors: inout [Diagnostic], _ receive: JournalReader.Receiver
  ) {
    var header = header
    var pending: OpenVoucher?
    while errors.count < JournalReader.errorsMax {
      let row: CSVRecord?
      do throws(Diagnostic) { row = try rows.next() } catch {
        errors.append(error)
        pending?.isBroken = true
        continue
      }
      if let row, row.isBlank { continue }
      if let row, pending?.takes(row) == true {
        collect(&errors) { () throws(Diagnostic) in try pending?.add(row, rows) }
        continue
      }
      if let voucher = pending {
        pending = nil
        collect(&errors) { () throws(Diagnostic) in try voucher.finish(rows, receive) }
      }
      guard let row else { return }
      collect(&errors) { () throws(Diagnostic) in
        pending = try read(row, &header, rows, receive)
        try pending?.add(row, rows)
      }
    }
  }

  private func collect(_ errors: inout [Diagnostic], _ step: () throws(Diagnostic) -> Void) {
    do throws(Diagnostic) { try step() } catch { errors.append(error) }
  }

  /// Reads the row of an event, or returns the voucher that the row begins.
  private func read(
    _ row: CSVRecord, _ header: inout EventHeader, _ rows: CSVReader, _ receive: JournalReader.Receiver
  ) throws(Diagnostic) -> OpenVoucher? {
    let kind = try kind(of: row, header, rows)
    let columns = header.columns(for: kind)
    let builder = EventBuilder(kind, register: register, file: rows.file, line: row.line)
    if kind.hasLines { return try OpenVoucher(row, header, columns, builder, rows) }
    var reading = EventRow(row, header, columns, builder, rows)
    do throws(Diagnostic) {
      try reading.readFields()
      try hand(try reading.builder.finished(), on: receive)
    } catch {
      refused?.add(reading.builder.event, refusedBy: error.code)
      throw rows.located(error, at: row.place)
    }
    return nil
  }

  /// Hands an event on; an error that only follows from another is counted instead.
  private func hand(_ event: Event, on receive: JournalReader.Receiver) throws(Diagnostic) {
    do throws(Diagnostic) { try receive(event) } catch {
      guard refused?.explains(error, of: event, in: register) == true else { throw error }
      refused?.add(event, refusedBy: error.code)
    }
  }

  private func kind(
    of row: CSVRecord, _ header: EventHeader, _ rows: CSVReader
  ) throws(Diagnostic) -> EventDeclaration {
    let cells = header.kindColumns.compactMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
    guard let cell = cells.first(where: { !$0.text.isEmpty }) else {
      if let kind { return kind }
      throw rows.failure(
        .missingField, Wording("该行没有写明事项的种类", "the row does not say the kind of its event"), cells.first?.place ?? row.place,
        hint: Wording("写在 kind（事项类型）列", "write it in the column kind"))
    }
    guard let kind = EventCatalog.kind(named: cell.text) else {
      throw rows.located(.unknownKind(cell.text), at: cell.place)
    }
    return kind
  }
}

extension CSVRecord {
  /// Where the row begins.
  var place: FieldPlace { cells.first?.place ?? FieldPlace(line: Int32(clamping: line), column: 1, length: 1) }
}
