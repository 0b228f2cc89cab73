/// A run of text without blanks in the indicator table: a whole cell, or one line of a wrapped cell.
struct PrintedFragment: Sendable, Hashable {
    /// What the extraction set before it.
    enum Gap: Sendable, Hashable {
        /// A blank: it is printed at the height of the fragment before it.
        case blank
        /// A new line.
        case line
        /// A blank line.
        case paragraph
        /// The end of a page.
        case page
    }

    var text: String
    var width: Double
    /// The number of its line in the file.
    var number: Int
    var gap: Gap
    /// The index of the first fragment of its line.
    var lineStart: Int
    /// Whether its line follows a blank line.
    var lineBeginsParagraph: Bool
    /// The number that it is.
    var value: String?
    var traits: FragmentTraits

    /// Whether it is the first of its line.
    var leadsLine: Bool { gap != .blank }

    /// Cuts lines at their blanks.
    static func fragments(of lines: [PrintedLine]) -> [PrintedFragment] {
        var result: [PrintedFragment] = []
        for line in lines {
            let start = result.count
            let begins = line.blanksBefore > 0 || line.beginsPage || start == 0
            for (index, word) in line.words.enumerated() {
                let gap: Gap =
                    index > 0 ? .blank : line.beginsPage ? .page : line.blanksBefore > 0 ? .paragraph : .line
                let width = CellContent.width(word)
                if let before = result.last, TargetText.splitsAmount(before.text, word) {
                    result[result.count - 1].traits.isCutFromUnit = true
                }
                result.append(
                    PrintedFragment(
                        text: word, width: width, number: line.number, gap: gap, lineStart: start,
                        lineBeginsParagraph: begins, value: CellContent.number(word),
                        traits: FragmentTraits(word, width: width)))
            }
        }
        return result
    }
}
