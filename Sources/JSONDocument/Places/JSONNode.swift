/// A value as it stands in a text: every part knows its place.
public struct JSONNode: Sendable {
    /// Where the value begins.
    public let position: TextPosition
    /// The value, with places inside.
    public let content: Content

    /// A value at a place.
    public init(position: TextPosition, content: Content) {
        self.position = position
        self.content = content
    }

    /// A value whose parts know their places.
    public enum Content: Sendable {
        /// `null`
        case null
        /// `true` or `false`
        case bool(Bool)
        /// a number
        case number(ExactNumber)
        /// text
        case string(String)
        /// a list
        case array([JSONNode])
        /// members in the order of the text, duplicates left out
        case object([Member])
    }

    /// A member of an object, with the place of its key.
    public struct Member: Sendable {
        /// The key.
        public let key: String
        /// Where the key's opening quote is.
        public let keyPosition: TextPosition
        /// The value.
        public let node: JSONNode

        /// A member.
        public init(key: String, keyPosition: TextPosition, node: JSONNode) {
            self.key = key
            self.keyPosition = keyPosition
            self.node = node
        }
    }

    /// The value without places.
    public var value: JSONValue {
        switch content {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let value): .number(value)
        case .string(let value): .string(value)
        case .array(let nodes): .array(nodes.map(\.value))
        case .object(let members): .object(JSONObject(members.lazy.map { ($0.key, $0.node.value) }))
        }
    }

    /// What kind of value this is.
    public var kind: JSONValue.Kind {
        switch content {
        case .null: .null
        case .bool: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The members, if this is an object.
    public var members: [Member]? {
        if case .object(let members) = content { members } else { nil }
    }

    /// The elements, if this is an array.
    public var elements: [JSONNode]? {
        if case .array(let nodes) = content { nodes } else { nil }
    }

    /// The member with this key, if this is an object that has it. Takes time with the number of members.
    public func member(_ key: String) -> Member? {
        members?.first { sameBytes($0.key, key) }
    }

    /// The node at a place inside, if there is one.
    public func node(at pointer: JSONPointer) -> JSONNode? {
        var node = self
        for token in pointer.tokens {
            switch node.content {
            case .object:
                guard let member = node.member(token) else { return nil }
                node = member.node
            case .array(let nodes):
                guard let index = JSONPointer.index(token), index < nodes.count else { return nil }
                node = nodes[index]
            default: return nil
            }
        }
        return node
    }

    /// Where a place inside stands in the text; if it is not there, where its nearest existing parent stands.
    public func nearestPosition(to pointer: JSONPointer) -> TextPosition {
        var node = self
        for token in pointer.tokens {
            guard let next = node.node(at: JSONPointer(tokens: [token])) else { break }
            node = next
        }
        return node.position
    }
}
