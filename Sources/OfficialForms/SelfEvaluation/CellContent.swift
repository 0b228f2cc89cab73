internal import BudgetPerformance
internal import Foundation

/// What can be said of the text of one cell without knowing its column.
enum CellContent {
    /// The text without any white space: blanks carry no meaning inside Chinese text.
    static func compact(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isBlank(scalar) { result.append(scalar) }
        return String(result)
    }

    /// White space of every kind, the ideographic blank and zero-width marks included.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Whether the scalar is a Chinese character.
    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// A decimal digit in either width.
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }

    /// A Latin letter in either width.
    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    static func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains(where: isHan) }

    static func hasDigit(_ text: String) -> Bool { text.unicodeScalars.contains(where: isDigit) }

    /// The printed width in units of one Chinese character: letters, digits and half-width signs take a half.
    static func width(_ text: String) -> Double {
        var halves = 0
        for scalar in text.unicodeScalars { halves += halfCells(scalar) }
        return Double(halves) / 2
    }

    static func halfCells(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x250: 1
        default: 2
        }
    }

    /// The width of what a line break cannot separate from the first character: a run of letters and digits, an opening
    /// bracket with what follows, a character with the punctuation that may not begin a line.
    static func leadingUnitWidth(_ text: String) -> Double {
        var halves = 0
        var inWord = false
        var isFirst = true
        var afterOpening = false
        for scalar in text.unicodeScalars {
            let isWord = isDigit(scalar) || isLatin(scalar) || ".%％".unicodeScalars.contains(scalar)
            let staysWithBefore = closing.contains(scalar)
            guard isFirst || afterOpening || staysWithBefore || (inWord && isWord) else { break }
            halves += halfCells(scalar)
            inWord = isWord
            afterOpening = opening.contains(scalar)
            isFirst = false
        }
        return Double(halves) / 2
    }

    private static let closing = Set("，。、；：？！）】》”’,;:?!)]%％".unicodeScalars)
    private static let opening = Set("（【《“‘([".unicodeScalars)

    /// The number that the text is, without separators and blanks, digits in half width; `nil` where it is anything else.
    static func number(_ text: String) -> String? {
        var digits = ""
        var hasDigit = false
        var points = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39:
                digits.unicodeScalars.append(scalar)
                hasDigit = true
            case 0xFF10...0xFF19:
                if let folded = Unicode.Scalar(scalar.value - 0xFEE0) { digits.unicodeScalars.append(folded) }
                hasDigit = true
            case 0x2E, 0xFF0E:
                digits.append(".")
                points += 1
            case 0x2C, 0xFF0C:
                if !hasDigit || points > 0 { return nil }
            case 0x2D where digits.isEmpty: digits.append("-")
            default:
                if !isBlank(scalar) { return nil }
            }
        }
        guard hasDigit, points <= 1, !digits.hasPrefix("."), !digits.hasSuffix(".") else { return nil }
        return digits
    }

    /// Whether the cell says that nothing is printed: blank, dashes, underscores.
    static func isVoid(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { isBlank($0) || voidMarks.contains($0) }
    }

    private static let voidMarks = Set("—–―-_－＿─│|/／".unicodeScalars)

    /// Whether a target begins with a comparator, as a sign or as words.
    static func beginsWithComparator(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if comparatorSigns.contains(first) { return true }
        guard comparatorWordStarts.contains(first) else { return false }
        return comparatorWords.contains { text.utf8.starts(with: $0.utf8) }
    }

    private static let comparatorSigns = Set("≥≤＞＜><=＝≧≦".unicodeScalars)
    private static let comparatorWordStarts = Set(comparatorWords.compactMap(\.unicodeScalars.first))
    private static let comparatorWords = [
        "大于", "小于", "高于", "低于", "不低于", "不高于", "不少于", "不超过", "不多于", "不大于", "不小于", "至少", "至多", "超过", "等于",
    ]

    /// Whether a text contains the word, byte for byte: graphemes and normal forms play no part here.
    static func contains(_ text: String, _ word: StaticString) -> Bool {
        func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            guard var next = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return false }
            let end = next + bytes.count
            let length = word.utf8CodeUnitCount
            while end - next >= length, let found = memchr(next, Int32(word.utf8Start[0]), end - next - length + 1) {
                if memcmp(found, word.utf8Start, length) == 0 { return true }
                next = UnsafeRawPointer(found) + 1
            }
            return false
        }
        return text.utf8.withContiguousStorageIfAvailable(find) ?? Array(text.utf8).withUnsafeBufferPointer(find)
    }

    /// Joins the parts of one cell: a blank is kept only between two words of letters or digits.
    static func join(_ parts: some Sequence<String>) -> String {
        var result = ""
        for part in parts where !part.isEmpty {
            if let last = result.unicodeScalars.last, let first = part.unicodeScalars.first, isLatin(last),
                isLatin(first)
            {
                result += " "
            }
            result += part
        }
        return result
    }
}
