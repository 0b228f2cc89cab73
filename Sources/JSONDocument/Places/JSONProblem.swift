/// What is wrong with a JSON text or with a place in a document, and where.
public struct JSONProblem: Error, Sendable, Hashable {
    /// What kind of problem.
    public struct Code: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral,
        CustomStringConvertible
    {
        /// The stable code, such as `json.syntax`.
        public let rawValue: String

        /// A code.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// A code.
        public init(stringLiteral value: String) { self.init(rawValue: value) }
        /// The code itself.
        public var description: String { rawValue }

        /// Not JSON as RFC 8259 has it. Values: `expected` and `found`.
        public static let syntax: Code = "json.syntax"
        /// A key that its object has already. Values: `key`, `firstLine`, `firstColumn`.
        public static let duplicateKey: Code = "json.duplicate-key"
        /// Arrays and objects nested deeper than allowed. Values: `limit`.
        public static let depth: Code = "json.depth"
        /// Longer than allowed. Values: `limit`, `bytes`.
        public static let size: Code = "json.size"
        /// Not UTF-8, or half of a surrogate pair, which is no Unicode text. Values: `found`.
        public static let utf8: Code = "json.utf8"
        /// A number that cannot be held exactly: more than 38 significant digits, or beyond 10^±128. Values: `found`.
        public static let number: Code = "json.number"
        /// A pointer that leads through a value that is neither object nor array, or beyond an array's end. Values: `token`.
        public static let path: Code = "json.path"
    }

    /// What kind of problem.
    public let code: Code
    /// What a message about it can be made of, by name.
    public let values: [String: String]
    /// The place in the document.
    public let pointer: JSONPointer
    /// The place in the text; nil where there is no text.
    public let position: TextPosition?

    /// A problem.
    public init(
        code: Code, values: [String: String] = [:], pointer: JSONPointer = .root, position: TextPosition? = nil
    ) {
        self.code = code
        self.values = values
        self.pointer = pointer
        self.position = position
    }
}

extension JSONProblem: CustomStringConvertible {
    /// For logs and tests: the code, the place, and the values; the words for people are made elsewhere.
    public var description: String {
        let details = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        return ["\(code)", position.map { "at \($0)" }, pointer.tokens.isEmpty ? nil : "in \(pointer)", details]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
