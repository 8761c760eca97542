import CMinizip
import Glibc

/// Bytes in memory that minizip reads like a file.
final class ArchiveSource {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Opens the archive; nil when the bytes are none. The source must outlive what is returned.
  func open() -> unzFile? {
    var functions = zlib_filefunc64_def()
    functions.opaque = Unmanaged.passUnretained(self).toOpaque()
    // There is one stream; any pointer that is not nil stands for it.
    functions.zopen64_file = { opaque, _, _ in opaque }
    functions.zread_file = { opaque, _, buffer, size in
      ArchiveSource.of(opaque)?.read(into: buffer, Int(clamping: size)) ?? 0
    }
    functions.zwrite_file = { _, _, _, _ in 0 }
    functions.ztell64_file = { opaque, _ in ZPOS64_T(ArchiveSource.of(opaque)?.offset ?? 0) }
    functions.zseek64_file = { opaque, _, offset, origin in
      ArchiveSource.of(opaque)?.seek(Int(clamping: offset), origin) == true ? 0 : -1
    }
    functions.zclose_file = { _, _ in 0 }
    functions.zerror_file = { _, _ in 0 }
    return unzOpen2_64(nil, &functions)
  }

  private static func of(_ opaque: UnsafeMutableRawPointer?) -> ArchiveSource? {
    opaque.map { Unmanaged<ArchiveSource>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(into buffer: UnsafeMutableRawPointer?, _ size: Int) -> UInt {
    let count = min(max(size, 0), bytes.count - offset)
    guard count > 0, let buffer else { return 0 }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { buffer.copyMemory(from: start + offset, byteCount: count) }
    }
    offset += count
    return UInt(count)
  }

  private func seek(_ distance: Int, _ origin: Int32) -> Bool {
    let start = origin == ZLIB_FILEFUNC_SEEK_CUR ? offset : origin == ZLIB_FILEFUNC_SEEK_END ? bytes.count : 0
    let (target, overflow) = start.addingReportingOverflow(distance)
    guard !overflow, (0...bytes.count).contains(target) else { return false }
    offset = target
    return true
  }
}
