internal import Synchronization
public import JSONDocument

/// The parts of a case's document, with a typed decoding of each that is shared by everybody who looks at it.
///
/// In JSON: an object of parts.
public struct CaseDocument: Sendable, Codable {
    /// The parts by name.
    public let parts: [String: JSONValue]
    private let decoded = DecodedParts()

    /// A document of these parts.
    public init(parts: [String: JSONValue]) {
        self.parts = parts
    }

    /// Reads an object of parts.
    public init(from decoder: any Decoder) throws {
        self.init(parts: try decoder.singleValueContainer().decode([String: JSONValue].self))
    }

    /// Writes an object of parts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(parts)
    }

    /// A part as a value of the domain, decoded once for all who ask; `nil` where the document has no such part.
    ///
    /// - Throws: `DecodingError` where the part has another shape.
    public func part<Value: Decodable & Sendable>(_ name: String, as type: Value.Type) throws -> Value? {
        guard let value = parts[name] else { return nil }
        let key = DecodedParts.Key(part: name, type: ObjectIdentifier(type))
        if let known = decoded.values.withLock({ $0[key] }) as? Value { return known }
        let fresh = try JSONValueDecoder().decode(type, from: value)
        decoded.values.withLock { $0[key] = fresh }
        return fresh
    }

    /// The same document with some parts replaced.
    public func replacing(_ changed: [String: JSONValue]) -> CaseDocument {
        changed.isEmpty ? self : CaseDocument(parts: parts.merging(changed) { $1 })
    }

    /// The value at a dotted path like `document.declaration.annualAmountWan`; `nil` where there is none.
    public func value(at path: String) -> JSONValue? {
        let names = path.split(separator: ".").map(String.init)
        guard names.count >= 2, names[0] == "document", var value = parts[names[1]] else { return nil }
        for name in names.dropFirst(2) {
            if let index = Int(name), let element = value[index] {
                value = element
            } else if let member = value[name] {
                value = member
            } else {
                return nil
            }
        }
        return value
    }
}

/// What has been decoded so far; shared by the copies of a ``CaseDocument``.
private final class DecodedParts: Sendable {
    struct Key: Hashable {
        let part: String
        let type: ObjectIdentifier
    }

    let values = Mutex<[Key: any Sendable]>([:])
}
