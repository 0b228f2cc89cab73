/// What the text of a fragment alone says: found out once, because the search for the cells of a row asks it again and again.
struct FragmentTraits: Sendable, Hashable {
    /// A number with at most a sign and a short unit.
    var isPlain: Bool
    var beginsWithComparator: Bool
    /// The number of the list item that begins the fragment.
    var listItem: Int?
    /// Its end cannot be the end of a cell.
    var isOpen: Bool
    /// It is too short to be a value.
    var isTooShort: Bool
    var endsLikeName: Bool
    var isHeadingWord: Bool
    /// It ends with a letter or a digit, or is a comparator, after which a blank may stand inside a cell.
    var mayBlankFollow: Bool
    var endsClause: Bool
    var endsSentence: Bool
    /// The width of what a line break cannot separate from its first character.
    var leadingUnitWidth: Double
    /// A number at its end has its unit in the next fragment.
    var isCutFromUnit = false

    init(_ text: String, width: Double) {
        let last = text.unicodeScalars.last
        isPlain = TargetText.isPlain(text)
        beginsWithComparator = CellContent.beginsWithComparator(text)
        listItem = TargetText.listItem(text)
        isOpen = TargetText.isOpen(text)
        isTooShort = TargetText.isFragment(text)
        endsLikeName = TargetText.endsLikeName(text)
        isHeadingWord = PrintedIndicators.isHeadingWord(text)
        mayBlankFollow =
            last.map { CellContent.isDigit($0) || CellContent.isLatin($0) } ?? false
            || beginsWithComparator && width <= 3
        endsClause = last.map { Self.clauseEnds.contains($0) } ?? false
        endsSentence = last == "。"
        leadingUnitWidth = CellContent.leadingUnitWidth(text)
    }

    private static let clauseEnds = Set("。；;，、,".unicodeScalars)
}
