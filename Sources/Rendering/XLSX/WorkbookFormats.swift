import CXLSXWriter
import ReportDocument

/// How a cell looks; equal looks share one format of the workbook.
struct CellLook: Hashable {
  /// What part the cell plays.
  enum Role: Hashable {
    case title, sectionTitle, caption, heading, body, group, sum, remark, label, plain
  }

  /// What part the cell plays.
  var role: Role
  /// The number format; empty for text.
  var number = ""
  /// Whether it stands at the right edge.
  var isRight = false
  /// Whether its text is broken into lines.
  var wraps = false
  /// How deep it is indented.
  var indent: UInt8 = 0
  /// Whether it leads elsewhere.
  var isLink = false
}

/// The formats of a workbook, made when they are first asked for.
final class WorkbookFormats {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]

  /// Colours: muted text, strong and thin lines, fills of headings and sums, links.
  private static let (muted, strong, thin) = (lxw_color_t(0x5B6570), lxw_color_t(0x4A5560), lxw_color_t(0xD5DAE0))
  private static let (headFill, sumFill, link) = (lxw_color_t(0xEDF1F5), lxw_color_t(0xF4F6F8), lxw_color_t(0x1F5F99))

  /// No formats yet.
  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  /// The format of a look; nil only when there is no memory, which the library reports when it writes.
  subscript(look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
    if let format = made[look] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    made[look] = format
    if !look.number.isEmpty { format_set_num_format(format, look.number) }
    if look.wraps { format_set_text_wrap(format) }
    if look.indent > 0 { format_set_indent(format, look.indent) }
    let isUpright = look.role == .heading
    format_set_align(format, UInt8((isUpright ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP).rawValue))
    if look.isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if !look.isRight && look.indent == 0 { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
    dress(format, as: look.role)
    if look.isLink {
      format_set_font_color(format, WorkbookFormats.link)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    return format
  }

  /// Sets type, colours and lines of a role.
  private func dress(_ format: UnsafeMutablePointer<lxw_format>, as role: CellLook.Role) {
    let line = UInt8(LXW_BORDER_THIN.rawValue)
    switch role {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 15)
    case .sectionTitle:
      format_set_bold(format)
      format_set_font_size(format, 12)
    case .caption: format_set_bold(format)
    case .heading:
      format_set_bold(format)
      format_set_bg_color(format, WorkbookFormats.headFill)
      format_set_top(format, line)
      format_set_top_color(format, WorkbookFormats.strong)
      format_set_bottom(format, line)
      format_set_bottom_color(format, WorkbookFormats.strong)
    case .body, .label:
      format_set_bottom(format, line)
      format_set_bottom_color(format, WorkbookFormats.thin)
    case .group:
      format_set_bold(format)
      format_set_bottom(format, line)
      format_set_bottom_color(format, WorkbookFormats.thin)
    case .sum:
      format_set_bold(format)
      format_set_bg_color(format, WorkbookFormats.sumFill)
      format_set_top(format, line)
      format_set_top_color(format, WorkbookFormats.strong)
      format_set_bottom(format, line)
      format_set_bottom_color(format, WorkbookFormats.thin)
    case .remark:
      format_set_font_size(format, 9)
      format_set_font_color(format, WorkbookFormats.muted)
    case .plain: break
    }
  }
}
