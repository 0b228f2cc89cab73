extension JSONValue {
    /// The canonical text in UTF-8, on which hashes of definitions, documents and events are taken.
    ///
    /// After RFC 8785: no white space, keys sorted by their UTF-16 code units, only the escapes that must be (`\"`, `\\`,
    /// `\b`, `\t`, `\n`, `\f`, `\r`, `\u00xx`), text not normalised. Numbers are written as there (plain between 10^-6 and
    /// 10^21, else with an exponent) but with all their digits, not as the nearest double. Equal values have the same
    /// bytes, and reading the bytes gives an equal value.
    public func canonicalBytes() -> [UInt8] { written(.canonical) }

    /// The canonical text.
    public func canonicalText() -> String { String(decoding: canonicalBytes(), as: UTF8.self) }

    /// The text in one line, in UTF-8, members in their order.
    public func compactBytes() -> [UInt8] { written(.compact) }

    /// The text in one line, members in their order.
    public func compactText() -> String { String(decoding: compactBytes(), as: UTF8.self) }

    /// The text for people: a line for each element, two spaces a level, members in their order, no line break at the end.
    public func prettyText() -> String { String(decoding: written(.pretty), as: UTF8.self) }

    private func written(_ form: JSONWriter.Form) -> [UInt8] {
        var writer = JSONWriter(form: form)
        writer.write(self)
        return writer.bytes
    }
}
