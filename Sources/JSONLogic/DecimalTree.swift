package import JSONDocument

/// The paths whose decimal texts are numbers, as a tree of keys.
package struct DecimalTree: Sendable {
    private var children: [String: DecimalTree] = [:]
    private var isDecimal = false

    init() {}

    /// A tree of dotted paths, in which `*` stands for any key or index.
    package init(paths: Set<String>) {
        for path in paths { insert(DottedPath.tokens(path)[...]) }
    }

    private mutating func insert(_ tokens: ArraySlice<String>) {
        guard let first = tokens.first else {
            isDecimal = true
            return
        }
        children[first, default: DecimalTree()].insert(tokens.dropFirst())
    }

    var isEmpty: Bool { children.isEmpty && !isDecimal }

    /// What of the tree lies under a path; nil if nothing does.
    func under(_ tokens: some Sequence<String>) -> DecimalTree? {
        var tree = self
        for token in tokens {
            guard let next = tree.children[token] ?? tree.children["*"] else { return nil }
            tree = next
        }
        return tree.isEmpty ? nil : tree
    }

    /// The value found at a dotted path with its decimal texts as numbers.
    package func converting(_ value: JSONValue, at path: String) -> JSONValue {
        under(DottedPath.tokens(path))?.converting(value) ?? value
    }

    /// A value with the decimal texts at these paths as numbers.
    func converting(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text):
            guard isDecimal, let number = ExactNumber(text) else { return value }
            return .number(number)
        case .array(let array):
            guard !children.isEmpty else { return value }
            return .array(
                array.enumerated().map { index, element in
                    (children[String(index)] ?? children["*"])?.converting(element) ?? element
                })
        case .object(let object):
            guard !children.isEmpty else { return value }
            return .object(
                JSONObject(
                    object.lazy.map { key, element in
                        (key, (children[key] ?? children["*"])?.converting(element) ?? element)
                    }))
        default: return value
        }
    }
}
