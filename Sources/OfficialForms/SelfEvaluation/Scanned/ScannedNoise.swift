/// What a scanner makes of rules, stamps and halves of letters.
enum ScannedNoise {
    private static let marks = Set("_│┃|¦🗎🗏📄□■▪•·⋅●○◆◇﹏￣".unicodeScalars)

    /// The cell without the marks that stand for rules and pictures, and without blanks at its ends.
    static func withoutMarks(_ cell: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in cell.unicodeScalars
        where !marks.contains(scalar) && scalar.value != 0xFE0E && scalar.value != 0xFE0F {
            kept.append(scalar)
        }
        var text = Substring(String(kept))
        while let first = text.unicodeScalars.first, CellContent.isBlank(first) { text.unicodeScalars.removeFirst() }
        while let last = text.unicodeScalars.last, CellContent.isBlank(last) { text.unicodeScalars.removeLast() }
        return String(text)
    }

    /// Whether a piece of a name is a half-seen line rather than text.
    static func isGarbled(name text: String) -> Bool {
        if text.isEmpty { return false }
        return CellContent.hasHan(text) ? isScattered(text) : true
    }

    /// Whether a piece of a target or actual value, on a line without points, is a half-seen line rather than text.
    static func isGarbled(value text: String) -> Bool {
        if text.isEmpty { return false }
        if CellContent.hasHan(text) { return isScattered(text) }
        if hasBlankBetweenDigits(text) { return true }
        if CellContent.beginsWithComparator(text) || text.hasSuffix("%") || text.hasSuffix("％") { return false }
        // Bare digits, letters and signs; a value ends on the line with the points or goes on in words.
        return !text.contains("/") || !CellContent.hasDigit(text)
    }

    /// Single characters far apart, mixed with stray letters and figures.
    private static func isScattered(_ text: String) -> Bool {
        let words = text.split { $0.isWhitespace }
        guard words.count >= 3 else { return false }
        var oddGaps = 0
        var strays = 0
        for (before, after) in zip(words, words.dropFirst()) {
            guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first else { continue }
            let bothHan = CellContent.isHan(last) && CellContent.isHan(first)
            let letter = CellContent.isLatin(last) || CellContent.isLatin(first)
            let digits = CellContent.isDigit(last) && CellContent.isDigit(first)
            if bothHan || letter || digits { oddGaps += 1 }
        }
        for word in words {
            let scalars = word.unicodeScalars
            let isZeros = scalars.count > 1 && scalars.allSatisfy { $0 == "0" }
            let hasStray = scalars.count <= 3 && scalars.contains(where: CellContent.isLatin)
            let isOdd = !scalars.contains {
                CellContent.isHan($0) || CellContent.isDigit($0) || CellContent.isLatin($0)
            }
            if isZeros || hasStray || isOdd { strays += 1 }
        }
        return strays >= 1 && oddGaps + strays >= 2
    }

    static func hasBlankBetweenDigits(_ text: String) -> Bool {
        var before: Unicode.Scalar?
        var sawBlank = false
        for scalar in text.unicodeScalars {
            if CellContent.isBlank(scalar) {
                sawBlank = true
                continue
            }
            if sawBlank, let before, CellContent.isDigit(before), CellContent.isDigit(scalar) { return true }
            before = scalar
            sawBlank = false
        }
        return false
    }

    /// Joins pieces that stand side by side: where two cells of the scan overlap, the second says again how the first
    /// ends, or all of it.
    static func joinOverlapping(_ pieces: [String]) -> (text: String, didOverlap: Bool) {
        var text = ""
        var last = ""
        var didOverlap = false
        for piece in pieces.map({ CellContent.compact($0) }) where !piece.isEmpty {
            let common = zip(last, piece).prefix { $0 == $1 }.count
            if common >= 3, common + 1 >= last.count, piece.count > last.count {
                text.removeLast(last.count)
                text += piece
                didOverlap = true
            } else {
                let overlap = self.overlap(last, piece)
                if overlap > 0 { didOverlap = true }
                text += piece.dropFirst(overlap)
            }
            last = piece
        }
        return (text, didOverlap)
    }

    private static func overlap(_ before: String, _ after: String) -> Int {
        for count in stride(from: min(6, before.count, after.count), to: 0, by: -1)
        where before.suffix(count) == after.prefix(count) {
            let shared = after.prefix(count)
            return shared.unicodeScalars.allSatisfy(CellContent.isHan) ? count : 0
        }
        return 0
    }
}
