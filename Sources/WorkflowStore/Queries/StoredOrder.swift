internal import Workflow
internal import JSONDocument

/// Text as every store compares it: byte by byte. Swift's `String` takes `é` and `e` with an accent for equal, a database
/// does not; what the stores keep apart must be kept apart everywhere.
package struct ByteText: Sendable, Hashable, Comparable {
    /// The text.
    package let text: String

    /// Wraps a text.
    package init(_ text: String) { self.text = text }

    /// The order of the bytes in UTF-8, which is that of the unicode scalars.
    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Equal where the bytes are.
    package static func == (left: Self, right: Self) -> Bool { sameBytes(left.text, right.text) }

    /// Hashes the bytes.
    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension InboxEntry.Position {
    /// Whether this place comes before another: by due date, then by case, then by assignment.
    package func precedes(_ other: Self) -> Bool {
        let mine = due?.milliseconds ?? .max
        let others = other.due?.milliseconds ?? .max
        if mine != others { return mine < others }
        let (left, right) = (ByteText(`case`.rawValue), ByteText(other.case.rawValue))
        return left != right ? left < right : ByteText(assignment) < ByteText(other.assignment)
    }
}
