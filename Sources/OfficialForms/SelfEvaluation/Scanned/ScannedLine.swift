/// A line of a scanned table: its cells, which tabs separate, and the page on which it stands.
struct ScannedLine: Sendable, Hashable {
    /// The number of the line in the file, from 1.
    var number: Int
    /// The text as found.
    var text: String
    /// The cells without marks of the scanner, blanks inside kept.
    var cells: [String]
    /// The page: blank lines separate pages.
    var page: Int

    /// The non-blank lines of a form.
    static func scanned(_ lines: ArraySlice<TextLine>) -> [ScannedLine] {
        var result: [ScannedLine] = []
        var page = 0
        var wasBlank = false
        for line in lines {
            guard line.text.unicodeScalars.contains(where: { !CellContent.isBlank($0) }) else {
                wasBlank = true
                continue
            }
            if wasBlank, !result.isEmpty { page += 1 }
            wasBlank = false
            result.append(ScannedLine(number: line.number, text: line.text, cells: cells(of: line.text), page: page))
        }
        return result
    }

    private static func cells(of text: String) -> [String] {
        text.split(separator: "\t", omittingEmptySubsequences: false).map { ScannedNoise.withoutMarks(String($0)) }
    }

    /// The cell at a column, `""` beyond the last.
    subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }

    /// All cells in one text without white space.
    var compact: String { CellContent.compact(cells.joined()) }

    /// The first cell that holds anything, without white space.
    var firstText: String { cells.first { !$0.isEmpty }.map { CellContent.compact($0) } ?? "" }
}
