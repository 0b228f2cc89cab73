/// A non-blank line of a printed form with the blank lines before it, which are evidence: the extraction sets one where the
/// next text does not follow on from the line above, and several where a page ends.
struct PrintedLine: Sendable, Hashable {
    /// The number of the line in the file, from 1.
    var number: Int
    /// The text as found.
    var text: String
    /// The text without white space.
    var compact: String
    /// The words of the line: what blanks separate.
    var words: [String]
    /// How many blank lines stand before it.
    var blanksBefore: Int
    /// Whether a page begins here.
    var beginsPage = false

    /// The lines that print anything.
    static func printed(_ lines: ArraySlice<TextLine>) -> [PrintedLine] {
        var result: [PrintedLine] = []
        var blanks = 0
        for line in lines {
            let compact = CellContent.compact(line.text)
            if compact.isEmpty {
                blanks += 1
            } else {
                result.append(
                    PrintedLine(
                        number: line.number, text: line.text, compact: compact, words: words(of: line.text),
                        blanksBefore: blanks))
                blanks = 0
            }
        }
        return result
    }

    private static func words(of text: String) -> [String] {
        var result: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if CellContent.isBlank(scalar) {
                if !word.isEmpty { result.append(String(word)) }
                word = String.UnicodeScalarView()
            } else {
                word.append(scalar)
            }
        }
        if !word.isEmpty { result.append(String(word)) }
        return result
    }
}
