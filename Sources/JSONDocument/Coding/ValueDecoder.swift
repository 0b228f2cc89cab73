internal import Foundation

/// The decoder that is handed to `init(from:)`.
struct ValueDecoder: Decoder {
    let value: JSONValue
    let trail: CodingTrail

    var codingPath: [any CodingKey] { trail.keys }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let object) = value else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(KeyedMembers<Key>(object: object, trail: trail))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let array) = value else { throw mismatch([Any].self) }
        return UnkeyedElements(array: array, trail: trail)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        // The casts cannot fail: each branch made a value of the type that was asked for.
        if let special = try special(type), let result = special as? T { return result }
        return try T(from: self)
    }

    /// The values of types that are not to decode themselves; nil for all others.
    private func special(_ type: any Decodable.Type) throws -> (any Decodable)? {
        switch type {
        case is String.Type: return try string()
        case is JSONValue.Type: return value
        case is JSONObject.Type:
            guard case .object(let object) = value else { throw mismatch(type) }
            return object
        case is ExactNumber.Type: return try number()
        case is Decimal.Type:
            if case .string(let text) = value, let number = ExactNumber(text) { return number.decimal }
            return try number().decimal
        case is Date.Type:
            guard let date = InstantText.date(try string()) else { throw corrupted("not a date and time (ISO 8601)") }
            return date
        case is URL.Type:
            guard let url = URL(string: try string()) else { throw corrupted("not a URL") }
            return url
        case is Data.Type:
            guard let data = Data(base64Encoded: try string()) else { throw corrupted("not base64") }
            return data
        default: return nil
        }
    }

    func bool() throws -> Bool {
        guard case .bool(let value) = value else { throw mismatch(Bool.self) }
        return value
    }

    func string() throws -> String {
        guard case .string(let value) = value else { throw mismatch(String.self) }
        return value
    }

    func number() throws -> ExactNumber {
        guard case .number(let value) = value else { throw mismatch(ExactNumber.self) }
        return value
    }

    func integer<T: FixedWidthInteger>() throws -> T {
        guard case .number(let number) = value else { throw mismatch(T.self) }
        guard let integer = number.integer(T.self) else { throw corrupted("\(number) is no \(T.self)") }
        return integer
    }

    private func mismatch(_ type: Any.Type) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "found \(value.kind.rawValue)")
        return value.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    private func corrupted(_ description: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: description))
    }
}
