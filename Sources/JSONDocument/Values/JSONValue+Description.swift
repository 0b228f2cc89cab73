extension JSONValue: CustomStringConvertible {
    /// The text in one line, members in their order.
    public var description: String { compactText() }
}

extension JSONObject: CustomStringConvertible {
    /// The text in one line, members in their order.
    public var description: String { JSONValue.object(self).compactText() }
}
