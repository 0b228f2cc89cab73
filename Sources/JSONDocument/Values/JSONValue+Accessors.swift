extension JSONValue {
    /// The text, if this is a string.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The truth value, if this is `true` or `false`.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number, if this is one.
    public var number: ExactNumber? {
        if case .number(let value) = self { value } else { nil }
    }

    /// The number as an integer, if this is a number without a fraction that fits.
    public var int: Int? { number?.int }

    /// The elements, if this is an array.
    public var array: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The members, if this is an object.
    public var object: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// Whether this is `null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The member with this key; nil if there is none or if this is no object.
    public subscript(_ key: String) -> JSONValue? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    /// The element at this index, from 0; nil if there is none or if this is no array.
    public subscript(_ index: Int) -> JSONValue? {
        guard case .array(let array) = self, array.indices.contains(index) else { return nil }
        return array[index]
    }

    /// What kind of value this is, in JSON's own words.
    public var kind: Kind {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The six kinds of JSON values.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// `null`
        case null
        /// `true` or `false`
        case boolean
        /// a number
        case number
        /// text
        case string
        /// a list
        case array
        /// members by key
        case object
    }
}
