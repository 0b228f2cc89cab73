/// A name that stands for one thing of one kind, so that a unit's name cannot be passed where a user's is meant.
///
/// Two names are the same when their bytes are, as in every store; Unicode's canonical equivalence would make one of two
/// ideographs that databases tell apart.
public struct Identifier<Subject>: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name itself: printable, without white space at its ends.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Wraps a name.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// The name itself.
    public var description: String { rawValue }

    /// Orders by the name's bytes, which is the order of its Unicode scalars.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }

    /// Whether both are the same bytes.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue.utf8.elementsEqual(right.rawValue.utf8) }

    /// Feeds the name's bytes to a hasher.
    public func hash(into hasher: inout Hasher) {
        for byte in rawValue.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Wraps a literal.
    public init(stringLiteral value: String) { self.init(value) }
}

extension Identifier: Codable {
    /// Reads a plain string.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes a plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension Identifier: CodingKeyRepresentable {
    /// The name as a key, so that a dictionary by name is an object in JSON and not a list.
    public var codingKey: any CodingKey { NameKey(stringValue: rawValue) }

    /// Takes any key's text.
    public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}

/// A key that can be any text.
private struct NameKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// Names one case.
public typealias CaseID = Identifier<Case>
/// Names one unit of the organisation.
public typealias UnitID = Identifier<OrganisationUnit>
/// Names one person, or the system itself.
public typealias UserID = Identifier<Person>
