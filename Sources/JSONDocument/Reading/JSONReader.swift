/// Reads JSON as RFC 8259 has it and nothing beyond: no comments, no trailing commas, no byte order mark, no duplicate
/// keys, no half surrogate pairs, no number that cannot be held exactly.
///
/// `\u0000` is accepted in text; a bare control character is not. `-0` is read as 0.
public enum JSONReader: Sendable {
    /// Reads a text with the place of every part.
    ///
    /// All duplicate keys are reported, and the first thing that is no JSON.
    /// - Returns: the document, nil if its syntax is wrong; and the problems in the order of the text. With duplicate keys
    ///   alone there is a document, in which each key has its first value.
    public static func node(_ bytes: [UInt8], limits: JSONLimits = .standard) -> (JSONNode?, [JSONProblem]) {
        do {
            var reader = NodeReader(try JSONScanner(bytes, limits: limits))
            do throws(JSONScanner.Failure) {
                let node = try reader.document()
                return (node, reader.problems)
            } catch {
                return (nil, reader.problems + [reader.scanner.problem(error, pointer: reader.pointer)])
            }
        } catch {
            return (nil, [error])
        }
    }

    /// Reads a text from any bytes, with the place of every part.
    public static func node(
        _ bytes: some Sequence<UInt8>, limits: JSONLimits = .standard
    ) -> (JSONNode?, [JSONProblem]) {
        node(Array(bytes), limits: limits)
    }

    /// Reads a text without places, the quick way. The first problem ends it; a duplicate key is one.
    public static func value(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONProblem) -> JSONValue {
        var reader = ValueReader(try JSONScanner(bytes, limits: limits))
        do throws(JSONScanner.Failure) {
            return try reader.document()
        } catch {
            throw problem(error, at: reader.scanner, bytes: bytes, limits: limits)
        }
    }

    /// Reads a text without places from any bytes.
    public static func value(
        _ bytes: some Sequence<UInt8>, limits: JSONLimits = .standard
    ) throws(JSONProblem) -> JSONValue {
        try value(Array(bytes), limits: limits)
    }

    /// Reads a text without places.
    public static func value(_ text: String, limits: JSONLimits = .standard) throws(JSONProblem) -> JSONValue {
        try value(Array(text.utf8), limits: limits)
    }

    /// The quick way knows no places, so what it stumbled over is looked for again by the slow one.
    private static func problem(
        _ failure: JSONScanner.Failure, at scanner: JSONScanner, bytes: [UInt8], limits: JSONLimits
    ) -> JSONProblem {
        if let first = node(bytes, limits: limits).1.first { return first }
        var scanner = scanner
        return scanner.problem(failure, pointer: .root)
    }
}
