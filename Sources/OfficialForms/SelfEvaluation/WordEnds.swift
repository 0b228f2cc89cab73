/// Words with which a text may end, compared byte for byte.
struct WordEnds: Sendable, ExpressibleByArrayLiteral {
    private let words: [[UInt8]]
    private let lastBytes: Set<UInt8>

    init(arrayLiteral words: String...) {
        self.words = words.map { Array($0.utf8) }
        lastBytes = Set(words.compactMap(\.utf8.last))
    }

    /// Whether the text ends with one of the words.
    func end(_ text: String) -> Bool {
        guard let last = text.utf8.last, lastBytes.contains(last) else { return false }
        return words.contains { text.utf8.reversed().starts(with: $0.reversed()) }
    }
}
