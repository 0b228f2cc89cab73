/// A place in a text.
public struct TextPosition: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// The line, from 1. Lines end at LF, at CR LF, or at a CR alone.
    public let line: Int
    /// The column, from 1, counted in Unicode scalars (not bytes, not cells of a terminal).
    public let column: Int
    /// Bytes of UTF-8 before this place, from 0.
    public let offset: Int

    /// A place.
    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// The first place of a text.
    public static let start = TextPosition(line: 1, column: 1, offset: 0)

    /// Whether one place lies before another.
    public static func < (left: TextPosition, right: TextPosition) -> Bool { left.offset < right.offset }

    /// Line and column, such as `12:5`.
    public var description: String { "\(line):\(column)" }
}
