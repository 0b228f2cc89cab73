/// Words with a meaning each, found at a place of a scalar array: the longest word that stands there wins.
struct WordTable<Meaning: Sendable>: Sendable {
    private let byFirst: [Unicode.Scalar: [(rest: [Unicode.Scalar], meaning: Meaning)]]

    /// A table of words; the order does not matter.
    init(_ words: [String: Meaning]) {
        var table: [Unicode.Scalar: [(rest: [Unicode.Scalar], meaning: Meaning)]] = [:]
        for (word, meaning) in words {
            let scalars = Array(word.unicodeScalars)
            guard let first = scalars.first else { continue }
            table[first, default: []].append((Array(scalars.dropFirst()), meaning))
        }
        byFirst = table.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
    }

    /// The longest word at `index` and its length in scalars.
    func match(_ text: [Unicode.Scalar], at index: Int) -> (meaning: Meaning, length: Int)? {
        guard index < text.count, let entries = byFirst[text[index]] else { return nil }
        for entry in entries where index + 1 + entry.rest.count <= text.count {
            if entry.rest.indices.allSatisfy({ entry.rest[$0] == text[index + 1 + $0] }) {
                return (entry.meaning, entry.rest.count + 1)
            }
        }
        return nil
    }

    /// Where the first word of the table stands in the text.
    func first(in text: [Unicode.Scalar]) -> (meaning: Meaning, range: Range<Int>)? {
        for index in text.indices {
            if let found = match(text, at: index) { return (found.meaning, index..<index + found.length) }
        }
        return nil
    }

    /// Whether the whole text consists of words of the table, at most `limit` of them.
    func covers(_ text: [Unicode.Scalar], limit: Int) -> Bool {
        var index = 0
        var count = 0
        while index < text.count {
            guard count < limit, let found = match(text, at: index) else { return false }
            index += found.length
            count += 1
        }
        return count > 0
    }
}
