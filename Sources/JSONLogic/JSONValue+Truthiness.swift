public import JSONDocument

extension JSONValue {
    /// Whether JsonLogic takes the value for true. False are `false`, `null`, 0, the empty text and the empty list; all
    /// else is true, `"0"` and the empty object too.
    public var isTruthy: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .number(let number): !number.isZero
        case .string(let text): !text.isEmpty
        case .array(let array): !array.isEmpty
        case .object: true
        }
    }
}
