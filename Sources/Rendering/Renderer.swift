import LedgerCore
import ReportDocument

/// A format: turns any document into bytes.
///
/// To add a format is to add a file with a type that conforms, and its case in `Format`.
public protocol Renderer: Sendable {
  /// Writes a document; every document can be rendered, whatever values it carries.
  ///
  /// - Throws: what keeps a format that goes through a file or a library from being written; text never throws.
  func render(_ document: ReportDocument, _ options: RenderOptions, into output: inout ByteOutput) throws(Diagnostic)
}
