extension TableRows: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  /// Rows from a list.
  public init(_ rows: some Sequence<Row>) {
    self.init()
    for row in rows { append(row) }
  }

  /// The place of the first row.
  public var startIndex: Int { 0 }
  /// The place after the last row.
  public var endIndex: Int { starts.count }

  /// The row at a place; to write one packs all anew, so it is for tables that a person reads.
  public subscript(position: Int) -> Row {
    get {
      var reader = RowReader(self)
      reader.load(position)
      return reader.row()
    }
    set { replaceSubrange(position..<position + 1, with: CollectionOfOne(newValue)) }
  }

  /// Adds a row at the end.
  public mutating func append(_ row: Row) {
    beginRow(role: row.role, indent: row.indent)
    for cell in row.cells { add(cell) }
  }

  /// Replaces some rows by others; anywhere but at the end that packs all rows anew.
  public mutating func replaceSubrange(_ range: Range<Int>, with rows: some Collection<Row>) {
    if range.lowerBound == endIndex {
      for row in rows { append(row) }
      return
    }
    var all = Array(self)
    all.replaceSubrange(range, with: rows)
    self = TableRows(all)
  }

  /// Hands out the rows one after the other.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Takes one row after the other out.
  public struct Iterator: IteratorProtocol {
    private var reader: RowReader
    private var index = 0
    private let count: Int

    init(_ rows: TableRows) {
      reader = RowReader(rows)
      count = rows.endIndex
    }

    /// The next row.
    public mutating func next() -> Row? {
      guard index < count else { return nil }
      reader.load(index)
      index += 1
      return reader.row()
    }
  }
}

extension TableRows: ExpressibleByArrayLiteral {
  public init(arrayLiteral rows: Row...) { self.init(rows) }
}

extension TableRows: Hashable {
  /// Rows are equal when their cells, roles and indents are, however they came to be packed.
  public static func == (left: TableRows, right: TableRows) -> Bool { left.elementsEqual(right) }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for row in self { hasher.combine(row) }
  }
}

extension RowReader {
  /// What is left of the row as a value of its own.
  mutating func row() -> Row {
    var cells: [Cell] = []
    while !isAtEnd { cells.append(cell(next())) }
    return Row(cells, role: role, indent: indent)
  }
}
