/// The text of one cell, gathered from the lines over which it is printed.
struct CellText: Sendable, Hashable {
    /// What one line contributes.
    struct Piece: Sendable, Hashable {
        var line: Int
        var glyphs: Glyphs
    }

    var pieces: [Piece] = []

    var isEmpty: Bool { pieces.allSatisfy { $0.glyphs.isEmpty } }
    var lines: [Int] { pieces.map(\.line) }

    init() {}

    init(_ glyphs: Glyphs, line: Int) { append(glyphs, line: line) }

    mutating func append(_ glyphs: Glyphs, line: Int) {
        if !glyphs.isEmpty { pieces.append(Piece(line: line, glyphs: glyphs)) }
    }

    /// The glyphs of all pieces, a line break between two of them.
    var glyphs: Glyphs { Glyphs(pieces.map(\.glyphs).joined(separator: ["\n"])) }

    /// The text as a reader takes it: wrapped lines joined, blanks kept only between two Latin words or numbers, a line
    /// break only before a list item.
    var text: String { Self.joined(glyphs).string }

    /// Joins wrapped glyphs; see ``text``.
    static func joined(_ glyphs: Glyphs) -> Glyphs {
        var result: Glyphs = []
        result.reserveCapacity(glyphs.count)
        var list = ListNumbering()
        var index = 0
        while index < glyphs.count {
            let start = index
            var broken = false
            while index < glyphs.count, Glyph.isBlank(glyphs[index]) {
                broken = broken || glyphs[index] == "\n"
                index += 1
            }
            guard index < glyphs.count else { break }
            if start < index || result.isEmpty {
                if let marker = list.marker(at: index, in: glyphs, afterBreak: broken || result.isEmpty) {
                    if !result.isEmpty { result.append("\n") }
                    result.append(contentsOf: glyphs[index..<marker])
                    index = marker
                    let text = glyphs.skippingBlanks(from: marker)
                    if text > marker, text < glyphs.count {
                        result.append(" ")
                        index = text
                    }
                    continue
                }
                if let last = result.last, Glyph.isWordCharacter(last), Glyph.isWordCharacter(glyphs[index]),
                    !(broken && Glyph.isDigit(last) && Glyph.isDigit(glyphs[index]))
                {
                    result.append(" ")
                }
            }
            result.append(glyphs[index])
            index += 1
        }
        return result
    }
}

/// Follows the numbers of a list, so that a number that opens a line by chance is not taken for an item.
private struct ListNumbering {
    private enum Style: Hashable { case point, comma, parenthesis, circle, chinese, chineseParenthesis, bullet }
    private var last: [Style: Int] = [:]

    /// Where the marker that begins at `start` ends, if a list item begins there.
    mutating func marker(at start: Int, in glyphs: Glyphs, afterBreak: Bool) -> Int? {
        guard let (style, number, end) = Self.parse(glyphs, at: start) else { return nil }
        if style == .bullet { return afterBreak && start > 0 ? end : nil }
        // Real lists repeat a number now and then; they never jump.
        guard number == 1 || last[style] == number || last[style] == number - 1 else { return nil }
        if number == 1, last[style] == nil, start > 0, !afterBreak, !Self.hasSuccessor(style, glyphs, from: end) {
            return nil
        }
        last[style] = number
        return end
    }

    /// Within a line a first item needs a second one, or it is no list.
    private static func hasSuccessor(_ style: Style, _ glyphs: Glyphs, from start: Int) -> Bool {
        var index = start
        while index < glyphs.count {
            if Glyph.isBlank(glyphs[index]) {
                index = glyphs.skippingBlanks(from: index)
                if let next = parse(glyphs, at: index), next.style == style, next.number == 2 { return true }
            } else {
                index += 1
            }
        }
        return false
    }

    private static func parse(_ glyphs: Glyphs, at start: Int) -> (style: Style, number: Int, end: Int)? {
        guard start < glyphs.count else { return nil }
        let first = glyphs[start]
        if (0x2460...0x2473).contains(first.value) { return (.circle, Int(first.value) - 0x245F, start + 1) }
        if ["●", "•", "◆", "■", "▪", "➢", "◇"].contains(first) { return (.bullet, 0, start + 1) }
        if first == "-" || first == "*", start + 1 < glyphs.count, glyphs[start + 1] == " " {
            return (.bullet, 0, start + 1)
        }
        let opened = Glyph.folded(first) == "("
        var index = opened ? start + 1 : start
        var number = 0
        var digits = 0
        while index < glyphs.count, digits < 3, Glyph.isDigit(glyphs[index]) {
            number = number * 10 + Int(Glyph.folded(glyphs[index]).value - 0x30)
            index += 1
            digits += 1
        }
        let chinese = digits == 0 && index < glyphs.count ? Glyph.chineseDigit(glyphs[index]) : nil
        if let chinese {
            number = chinese
            index += 1
        }
        guard digits > 0 || chinese != nil, digits <= 2, index < glyphs.count else { return nil }
        let closing = Glyph.folded(glyphs[index])
        if opened {
            return closing == ")" ? (chinese == nil ? .parenthesis : .chineseParenthesis, number, index + 1) : nil
        }
        if chinese != nil { return closing == "、" ? (.chinese, number, index + 1) : nil }
        if closing == "、" { return (.comma, number, index + 1) }
        guard closing == "." || closing == ")" else { return nil }
        // `1. 5 万` is a number with a blank in it, and `2.5` one without.
        if isDecimal(glyphs, from: index + 1) { return nil }
        return (.point, number, index + 1)
    }

    private static func isDecimal(_ glyphs: Glyphs, from start: Int) -> Bool {
        guard start < glyphs.count else { return false }
        if Glyph.isDigit(glyphs[start]) {
            // `1.2024年` is an item, `1.5` a number.
            return !(start + 3 < glyphs.count && glyphs[start...(start + 3)].allSatisfy(Glyph.isDigit))
        }
        var index = glyphs.skippingBlanks(from: start)
        let digits = index
        while index < glyphs.count, Glyph.isDigit(glyphs[index]) { index += 1 }
        guard index > digits, index - digits <= 2 else { return false }
        index = glyphs.skippingBlanks(from: index)
        return index < glyphs.count && ["万", "元", "亿", "%", "倍"].contains(Glyph.folded(glyphs[index]))
    }
}
