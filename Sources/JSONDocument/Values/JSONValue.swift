/// A JSON value.
///
/// Numbers are exact decimals, objects keep the order of their members. Two values are equal when their canonical bytes
/// are: text is compared by its bytes (not by Unicode canonical equivalence) and the order of members does not count.
public enum JSONValue: Sendable, Hashable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, exact.
    case number(ExactNumber)
    /// Text.
    case string(String)
    /// An ordered list.
    case array([JSONValue])
    /// Members by key.
    case object(JSONObject)

    /// Whether both are the same JSON value.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): sameBytes(a, b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }

    /// Feeds the value to a hasher, so that equal values hash alike.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0 as UInt8)
        case .bool(let value):
            hasher.combine(1 as UInt8)
            hasher.combine(value)
        case .number(let value):
            hasher.combine(2 as UInt8)
            hasher.combine(value)
        case .string(let value):
            hasher.combine(3 as UInt8)
            hashBytes(value, into: &hasher)
        case .array(let value):
            hasher.combine(4 as UInt8)
            hasher.combine(value)
        case .object(let value):
            hasher.combine(5 as UInt8)
            hasher.combine(value)
        }
    }
}

/// Whether two texts are the same bytes of UTF-8.
package func sameBytes(_ left: String, _ right: String) -> Bool {
    let a = left.utf8.span
    let b = right.utf8.span
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
}

/// Feeds a text's bytes to a hasher, eight at a time.
func hashBytes(_ text: String, into hasher: inout Hasher) {
    let bytes = text.utf8.span
    var word: UInt64 = 0
    for index in bytes.indices {
        word = word << 8 | UInt64(bytes[index])
        if index & 7 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(bytes.count)
}
