extension CellWidth {
    /// The text in lines of at most this many cells.
    ///
    /// Chinese may be broken between any two characters, except before a mark that ends something; everything else at
    /// blanks, and inside a word only where the word alone is too wide.
    static func wrap(_ text: String, to width: Int) -> [String] {
        guard of(text) > width, width > 1 else { return [text] }
        var lines: [String] = []
        var line: [Character] = []
        var used = 0
        for character in text {
            let cells = of(String(character))
            if used + cells > width {
                var rest = breakOff(&line, before: character)
                lines.append(String(line).trimmed)
                if of(String(rest)) + cells > width {
                    lines.append(String(rest))
                    rest = []
                }
                line = rest
                used = of(String(rest))
            }
            if line.isEmpty, character == " " { continue }
            line.append(character)
            used += cells
        }
        if !line.isEmpty { lines.append(String(line)) }
        return lines
    }

    /// Takes from the line what has to go to the next one together with the character that follows.
    private static func breakOff(_ line: inout [Character], before next: Character) -> [Character] {
        var place = line.count
        while place > 0 {
            let following = place < line.count ? line[place] : next
            if mayBreak(between: line[place - 1], and: following) { break }
            place -= 1
        }
        guard place > 0 else { return [] }
        let rest = Array(line[place...])
        line.removeSubrange(place...)
        return rest
    }

    private static func mayBreak(between one: Character, and next: Character) -> Bool {
        if one == " " || next == " " { return true }
        return (isWide(one) || isWide(next)) && !ending.contains(next) && !opening.contains(one)
    }

    private static func isWide(_ character: Character) -> Bool { of(String(character)) == 2 }

    private static let ending: Set<Character> = [
        "，", "。", "、", "；", "：", "？", "！", "）", "”", "’", "》", "】", "…", "%", ",", ".", ";", ":", ")",
    ]
    private static let opening: Set<Character> = ["（", "“", "‘", "《", "【", "("]
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
