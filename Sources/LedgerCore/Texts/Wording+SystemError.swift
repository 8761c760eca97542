import Glibc

extension Wording {
  /// What the system says of an error number: in Chinese from a table of those that users meet, in English its own words,
  /// which stand for any other number in Chinese too.
  public static func systemError(_ number: Int32) -> Wording {
    let english = String(cString: strerror(number))
    return Wording(chinese[number] ?? english, english)
  }

  private static let chinese: [Int32: String] = [
    EACCES: "没有权限", EBUSY: "正在使用", EDQUOT: "超出磁盘配额", EEXIST: "已经存在", EFBIG: "文件过大", EINVAL: "参数无效",
    EIO: "读写出错", EISDIR: "是文件夹", ELOOP: "链接成环", EMFILE: "打开的文件过多", ENAMETOOLONG: "名称过长",
    ENFILE: "系统打开的文件过多", ENOENT: "没有这个文件或文件夹", ENOEXEC: "不是可执行的文件", ENOMEM: "内存不足",
    ENOSPC: "磁盘没有剩余空间", ENOTDIR: "路径中有一段不是文件夹", ENOTEMPTY: "文件夹不是空的", ENXIO: "没有这个设备",
    EPERM: "不允许这样做", EPIPE: "对方已停止读取", EROFS: "文件系统只能读取", ETXTBSY: "文件正在运行", EXDEV: "不在同一文件系统",
  ]
}
