import CMinizip
import LedgerCore

/// A ZIP archive in memory, its parts unpacked piece by piece.
final class Archive {
  /// Why a part cannot be read.
  enum Failure: Error, Equatable { case notAnArchive, damaged, tooLarge, encrypted }

  private struct Part {
    let place: unz64_file_pos
    let packed: Int
    let isEncrypted: Bool
  }

  private let source: ArchiveSource
  private let handle: unzFile
  private var parts: [String: Part] = [:]
  private static let pieceSize = 1 << 16

  /// Opens an archive and lists its parts.
  init(_ bytes: [UInt8]) throws(Failure) {
    source = ArchiveSource(bytes)
    guard let handle = source.open() else { throw .notAnArchive }
    self.handle = handle
    try list()
  }

  deinit { unzClose(handle) }

  /// Names are compared without regard to case, as the format says; some writers part folders by `\`.
  private static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == "\\" ? "/" : $0 }.drop { $0 == "/" })
  }

  private func list() throws(Failure) {
    var status = unzGoToFirstFile(handle)
    var name = [CChar](repeating: 0, count: 1025)
    while status == UNZ_OK {
      var info = unz_file_info64()
      var place = unz64_file_pos()
      guard unzGetCurrentFileInfo64(handle, &info, &name, 1024, nil, 0, nil, 0) == UNZ_OK,
        unzGetFilePos64(handle, &place) == UNZ_OK
      else { throw .damaged }
      if parts.count >= WorkbookLimits.partsMax { throw .tooLarge }
      let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      parts[Archive.key(text)] = Part(
        place: place, packed: Int(clamping: info.compressed_size), isEncrypted: info.flag & 1 == 1)
      status = unzGoToNextFile(handle)
    }
    if status != UNZ_END_OF_LIST_OF_FILE { throw .damaged }
  }

  /// Whether there is a part of a name.
  func has(_ name: String) -> Bool { parts[Archive.key(name)] != nil }

  /// Unpacks a part and hands out its bytes piece by piece, until `receive` returns false.
  ///
  /// - Throws: `damaged` when there is no such part, or what was unpacked is not what was packed.
  func read(_ name: String, _ receive: (UnsafeRawBufferPointer) -> Bool) throws(Failure) {
    guard var part = parts[Archive.key(name)].map({ ($0.place, $0.packed, $0.isEncrypted) }) else { throw .damaged }
    if part.2 { throw .encrypted }
    guard unzGoToFilePos64(handle, &part.0) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else { throw .damaged }
    var failure: Failure?
    var isWhole = false
    var total = 0
    withUnsafeTemporaryAllocation(byteCount: Archive.pieceSize, alignment: 8) { piece in
      while failure == nil {
        let count = Int(unzReadCurrentFile(handle, piece.baseAddress, UInt32(Archive.pieceSize)))
        if count < 0 { failure = .damaged }
        if count == 0 { isWhole = true }
        if count <= 0 { break }
        total += count
        let isBomb = total > 1 << 20 && total / WorkbookLimits.ratioMax > part.1
        if isBomb || total > WorkbookLimits.partBytesMax { failure = .tooLarge }
        if failure == nil, !receive(UnsafeRawBufferPointer(rebasing: piece[..<count])) { break }
      }
    }
    let closed = unzCloseCurrentFile(handle)
    if let failure { throw failure }
    if isWhole, closed != UNZ_OK { throw .damaged }
  }
}
