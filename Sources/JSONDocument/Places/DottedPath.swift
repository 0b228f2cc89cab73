/// Dotted paths such as `document.declaration.annualAmountWan` or `rows.0.name`.
///
/// The empty path is the whole document. Where a key itself has a dot or a backslash, a backslash stands before it; the
/// path of the empty key alone is `\`.
public enum DottedPath: Sendable {
    /// The keys and indexes of a path.
    public static func tokens(_ path: String) -> [String] {
        guard !path.isEmpty else { return [] }
        guard path.utf8.contains(UInt8(ascii: "\\")) else {
            return path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        }
        var tokens: [String] = []
        var token = ""
        var scalars = path.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            switch scalar {
            case ".":
                tokens.append(token)
                token = ""
            case "\\": if let next = scalars.next() { token.unicodeScalars.append(next) }
            default: token.unicodeScalars.append(scalar)
            }
        }
        return tokens + [token]
    }

    /// The path of keys and indexes.
    public static func text(_ tokens: some Sequence<String>) -> String {
        let parts = tokens.map { token in
            guard token.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "\\") }) else {
                return token
            }
            var part = String.UnicodeScalarView()
            for scalar in token.unicodeScalars {
                if scalar == "." || scalar == "\\" { part.append("\\") }
                part.append(scalar)
            }
            return String(part)
        }
        return parts == [""] ? "\\" : parts.joined(separator: ".")
    }
}
