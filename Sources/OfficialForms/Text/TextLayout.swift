internal import BudgetPerformance

/// One line of a text file, without its line ending.
struct TextLine: Sendable, Hashable {
    /// The number of the line in the file, from 1.
    var number: Int
    /// The text as found, tabs included.
    var text: String
}

/// What a layout makes of the lines of one form.
struct LayoutReading: Sendable, Hashable {
    var form: OfficialForm
    var notes: [String] = []
    var unplaced: [FormReading.UnplacedLine] = []
    var lowConfidence: [FormReading.DoubtfulField] = []
}

/// A way in which official tables appear in text, recognised by content, never by file name.
protocol TextLayout: Sendable {
    /// Whether a form of this layout begins at `lines[index]` (its title, or its first header line where no title is printed).
    func begins(at index: Int, in lines: [TextLine]) -> Bool

    /// Reads one form from its lines: from where it begins up to where the next form of any layout begins.
    func read(_ lines: ArraySlice<TextLine>) -> LayoutReading
}
