/// What a byte of a Swift file belongs to.
enum TextKind { case code, comment, string }
