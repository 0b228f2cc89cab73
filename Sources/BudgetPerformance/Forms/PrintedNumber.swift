public import Foundation

/// A number as a table prints it: a decimal string without thousands separators, with its decimals as printed
/// (`1,410.00` is kept as `1410.00`).
///
/// Reading is faithful first: a cell that holds no number keeps its text, and ``decimal`` is `nil`. In JSON it is a string.
public struct PrintedNumber: Sendable, Hashable {
    /// The printed text without separators and white space, e.g. `"1410.00"`; `""` for a blank cell.
    public var text: String

    /// Wraps a text that has been cleaned already.
    public init(_ text: String) {
        self.text = text
    }

    /// The value, exact, or `nil` where the text is not a plain decimal number.
    public var decimal: Decimal? {
        let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...])
            .split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }
}

extension PrintedNumber: ExpressibleByStringLiteral {
    /// Wraps a cleaned literal.
    public init(stringLiteral value: String) { self.init(value) }
}

extension PrintedNumber: Codable {
    /// Reads a JSON string.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes a JSON string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
