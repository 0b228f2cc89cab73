/// Turns JSON values into `Decodable` ones, without JSON text in between.
///
/// Reads what `JSONValueEncoder` writes: `Decimal` from a number or from a text with a number (amounts are such texts),
/// `Date` from a text such as `2026-12-31T10:00:00Z`, `URL` from its text, `Data` from base64. Numbers are taken only
/// when they fit: `1.5` is no `Int`.
public struct JSONValueDecoder: Sendable {
    /// A decoder.
    public init() {}

    /// The value of this type that the JSON stands for.
    /// - Throws: `DecodingError` with the coding path.
    public func decode<T: Decodable>(_ type: T.Type, from value: JSONValue) throws -> T {
        try ValueDecoder(value: value, trail: .root).decode(type)
    }
}

extension DecodingError {
    /// Where in the document the error is: the coding path as a JSON pointer; for a missing member, its own place.
    public var pointer: JSONPointer {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            JSONPointer(codingPath: context.codingPath)
        case .keyNotFound(let key, let context): JSONPointer(codingPath: context.codingPath + [key])
        @unknown default: .root
        }
    }
}

extension JSONPointer {
    /// The place that a coding path names.
    public init(codingPath: [any CodingKey]) {
        self.init(tokens: codingPath.map { key in key.intValue.map(String.init) ?? key.stringValue })
    }
}
