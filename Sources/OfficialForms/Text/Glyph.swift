/// What a reader of Chinese tables has to know about single characters.
enum Glyph: Sendable {
    /// White space, control characters and characters without width: none of them carries meaning inside a cell.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    /// Half-width for full-width, one colon for all colons, one star for all stars.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x21...0x7E: scalar
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFE13, 0xFE30, 0xFE55, 0x2236, 0xA789: ":"
        case 0xFE59: "("
        case 0xFE5A: ")"
        case 0xFE61, 0x2217, 0x2605, 0x2606, 0x204E, 0x203B, 0x2731, 0x066D: "*"
        default: scalar
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(folded(scalar)) }

    /// A Latin letter or a digit of either width: between two of them a space means something.
    static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch folded(scalar) {
        case "0"..."9", "a"..."z", "A"..."Z": true
        default: false
        }
    }

    static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0x3005, 0x3007: true
        default: false
        }
    }

    /// 一二三…十 as they number lists.
    static func chineseDigit(_ scalar: Unicode.Scalar) -> Int? {
        let digits: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        return digits.firstIndex(of: scalar).map { $0 + 1 }
    }
}

/// The characters of one cell or line.
typealias Glyphs = [Unicode.Scalar]

extension Array<Unicode.Scalar> {
    init(_ text: String) { self = Array(text.unicodeScalars) }

    /// The text without blanks at both ends.
    var trimmed: Glyphs {
        guard let first = firstIndex(where: { !Glyph.isBlank($0) }),
            let last = lastIndex(where: { !Glyph.isBlank($0) })
        else { return [] }
        return first == startIndex && last == endIndex - 1 ? self : Array(self[first...last])
    }

    /// Folded and without any blanks: the form in which names and labels are compared.
    var folded: Glyphs { compactMap { Glyph.isBlank($0) ? nil : Glyph.folded($0) } }

    var string: String {
        String(unsafeUninitializedCapacity: count * 4) { buffer in
            var length = 0
            for scalar in self {
                for unit in scalar.utf8 {
                    buffer[length] = unit
                    length += 1
                }
            }
            return length
        }
    }

    /// Where `name` ends when it is printed at `start`, blanks inside and before it aside; `nil` if it is not.
    func end(of name: Glyphs, at start: Int) -> Int? {
        var index = start
        for expected in name {
            while index < count, Glyph.isBlank(self[index]) { index += 1 }
            guard index < count, Glyph.folded(self[index]) == expected else { return nil }
            index += 1
        }
        return index
    }

    /// The first index from `start` on that is no blank.
    func skippingBlanks(from start: Int) -> Int {
        var index = start
        while index < count, Glyph.isBlank(self[index]) { index += 1 }
        return index
    }

    /// How wide the text is printed, in half-width columns.
    var printedWidth: Int { reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) } }

    /// Whether `word` is printed anywhere.
    func contains(_ word: Glyphs) -> Bool {
        guard let first = word.first, count >= word.count else { return false }
        return (0...(count - word.count)).contains { self[$0] == first && self[$0...].starts(with: word) }
    }

    func starts(with text: String) -> Bool { end(of: Glyphs(text), at: 0) != nil }
}
