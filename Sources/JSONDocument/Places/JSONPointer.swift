/// A place in a JSON document, RFC 6901: `""` is the whole document, `"/states/draft/title"` a member in it.
public struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
    /// The unescaped reference tokens: keys, and indexes in decimal.
    public let tokens: [String]

    /// The whole document.
    public static let root = JSONPointer(tokens: [])

    /// The place reached by these keys and indexes, unescaped.
    public init(tokens: [String]) { self.tokens = tokens }

    /// Reads a pointer in its text form; nil unless it is empty or begins with `/`, and every `~` is followed by 0 or 1.
    public init?(parsing text: String) {
        guard !text.isEmpty else {
            self = .root
            return
        }
        var tokens: [String] = []
        var token: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        guard bytes.next() == UInt8(ascii: "/") else { return nil }
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "/"):
                tokens.append(String(decoding: token, as: UTF8.self))
                token.removeAll(keepingCapacity: true)
            case UInt8(ascii: "~"):
                switch bytes.next() {
                case UInt8(ascii: "0"): token.append(UInt8(ascii: "~"))
                case UInt8(ascii: "1"): token.append(UInt8(ascii: "/"))
                default: return nil
                }
            default: token.append(byte)
            }
        }
        tokens.append(String(decoding: token, as: UTF8.self))
        self.tokens = tokens
    }

    /// The member with this key, in the object at this place.
    public func appending(_ key: String) -> JSONPointer { JSONPointer(tokens: tokens + [key]) }

    /// The element at this index, from 0, in the array at this place.
    public func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

    /// The place of another pointer, read from this one on.
    public func appending(_ other: JSONPointer) -> JSONPointer { JSONPointer(tokens: tokens + other.tokens) }

    /// The object or array that holds this place; nil for the whole document.
    public var parent: JSONPointer? {
        tokens.isEmpty ? nil : JSONPointer(tokens: Array(tokens.dropLast()))
    }

    /// The pointer in its text form, escaped.
    public var description: String {
        var text = ""
        for token in tokens {
            text += "/"
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }

    /// Whether both are the same bytes.
    public static func == (left: JSONPointer, right: JSONPointer) -> Bool {
        guard left.tokens.count == right.tokens.count else { return false }
        return zip(left.tokens, right.tokens).allSatisfy { sameBytes($0, $1) }
    }

    /// Feeds the tokens to a hasher.
    public func hash(into hasher: inout Hasher) {
        for token in tokens { hashBytes(token, into: &hasher) }
    }
}

extension JSONPointer: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let pointer = JSONPointer(parsing: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a JSON pointer")
        }
        self = pointer
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
