internal import Foundation

/// Walks over a folded cell once and collects what can be measured in it; words around are passed over.
struct TargetScanner: Sendable {
    /// One thing that was found.
    struct Item: Sendable {
        enum Content: Sendable {
            case measure(Measure)
            case range(Measure, Measure)
            case date(DeadlineDate)
            case recurring(RecurringDeadline)
            /// A year without month or suffix, which other numbers make mere context.
            case year(Int)
            case unreadable(TargetValue.UnmeasurableReason)
        }

        var content: Content
        var comparator: Comparator?
        /// Whether a comparator or a word such as 前 is written.
        var isBounded: Bool { comparator != nil }
        /// Whether this is more than a year beside words.
        var isNumeric: Bool {
            if case .year = content { return false }
            return true
        }
        var assumptions: [TargetValue.Assumption] = []
        var range: Range<Int>
        /// Where the clause begins in which the item stands.
        var clause: Int
    }

    let text: [Unicode.Scalar]
    let year: Int?
    var index = 0
    var clause = 0
    var items: [Item] = []
    /// A comparator that waits for its number.
    var pending: TargetVocabulary.ComparatorWord?
    /// 每周, 人均: what the next number is counted per.
    var per: [String] = []
    /// 次年 before a date.
    var isNextYear = false
    /// Comparators that met no number, and where they ended: names carry them.
    var loose: [(comparator: Comparator, range: Range<Int>, isSign: Bool)] = []
    /// Something that makes the whole cell unreadable.
    var fault: TargetValue.UnmeasurableReason?

    private var pendingRange = 0..<0

    init(_ text: [Unicode.Scalar], year: Int? = nil) {
        self.text = text
        self.year = year
    }

    /// The scalar `offset` places ahead.
    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        let place = index + offset
        return text.indices.contains(place) ? text[place] : nil
    }

    /// Reads the whole text.
    mutating func scan() {
        while index < text.count {
            if skipTitle() || scanPlaceholder() || scanOperator() || scanComparator() || scanDate() || scanPer()
                || scanOrdinal() || scanNumber()
            {
                continue
            }
            if "，。；;！!\n".unicodeScalars.contains(text[index]) || text[index] == "," { endClause() }
            index += 1
        }
        endClause()
    }

    /// Adds what was found up to `end` and forgets what waited for it.
    mutating func add(
        _ content: Item.Content, from start: Int, to end: Int, comparator: Comparator? = nil,
        assumptions: [TargetValue.Assumption] = []
    ) {
        items.append(
            Item(content: content, comparator: comparator, assumptions: assumptions, range: start..<end, clause: clause)
        )
        index = end
        pending = nil
        per = []
        isNextYear = false
    }

    private mutating func endClause() {
        if let pending {
            loose.append((pending.comparator, pendingRange, isComparatorSign(text[pendingRange.lowerBound])))
        }
        pending = nil
        per = []
        isNextYear = false
        clause = index + 1
    }

    /// 《…》 is a title: its numbers mean nothing here.
    private mutating func skipTitle() -> Bool {
        guard text[index] == "《", let end = text[index...].firstIndex(of: "》") else { return false }
        index = end + 1
        return true
    }

    /// `x号`, `XX次`: a blank that nobody filled in.
    private mutating func scanPlaceholder() -> Bool {
        guard isX(peek()), !isLetterOrDigit(peek(-1)) else { return false }
        var end = index
        while end < text.count, isX(text[end]) { end += 1 }
        guard end == text.count || !isLetterOrDigit(text[end]) else { return false }
        let isFollowed =
            MeasureUnit.words.match(text, at: end) != nil
            || (end < text.count && "号月日%".unicodeScalars.contains(text[end]))
        guard end - index > 1 || isFollowed else { return false }
        add(.unreadable(.placeholder), from: index, to: end)
        return true
    }

    /// `*` and `+` beside a number make a calculation; so does `=` right behind one.
    private mutating func scanOperator() -> Bool {
        let scalar = text[index]
        guard "*+÷=".unicodeScalars.contains(scalar) else { return false }
        let isBehind = items.last?.range.upperBound == index
        guard isBehind || (scalar != "=" && isDigit(peek(1))) else { return false }
        fault = fault ?? .formula
        index += 1
        return true
    }

    private mutating func scanComparator() -> Bool {
        guard let (word, length) = TargetVocabulary.before.match(text, at: index) else { return false }
        let end = index + length
        if word.isImmediate, !(end < text.count && (isDigit(text[end]) || isComparatorSign(text[end]))) { return false }
        if let before = pending {
            if before.isWeak || word.comparator == .about {
                pending = word.comparator == .about && !before.isWeak ? before : word
            } else if !word.isWeak, before.comparator.isUpperBound != word.comparator.isUpperBound {
                fault = fault ?? .contradictoryComparators
            }
        } else {
            pending = word
        }
        pendingRange = index..<end
        index = end
        return true
    }

    /// 每周, 每人每年, 人均: remembered for the number that follows.
    private mutating func scanPer() -> Bool {
        if text[index] == "每" {
            let skip = peek(1) == "个" ? 2 : 1
            if let (unit, length) = MeasureUnit.words.match(text, at: index + skip) {
                per.append(unit)
                index += skip + length
                return true
            }
            if TargetNumber(digitsIn: text, at: index + 1) != nil || TargetNumber(chineseIn: text, at: index + 1) != nil
            {
                add(.unreadable(.composite), from: index, to: index + 1)
                return true
            }
            return false
        }
        guard peek(1) == "均", let unit = ["年", "月", "日", "周", "人", "户"].first(where: { $0 == String(text[index]) })
        else { return false }
        per.append(MeasureUnit.spellings[unit] ?? unit)
        index += 2
        return true
    }

    /// 第二届 is no quantity.
    private mutating func scanOrdinal() -> Bool {
        guard text[index] == "第",
            let number = TargetNumber(digitsIn: text, at: index + 1) ?? TargetNumber(chineseIn: text, at: index + 1)
        else { return false }
        index += 1 + number.length
        return true
    }

    private func isX(_ scalar: Unicode.Scalar?) -> Bool { scalar == "x" || scalar == "X" }

    private func isComparatorSign(_ scalar: Unicode.Scalar) -> Bool { "≥≤<>=".unicodeScalars.contains(scalar) }

    func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { (48...57).contains($0.value) } ?? false }

    func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
    }

    private func isLetterOrDigit(_ scalar: Unicode.Scalar?) -> Bool { isDigit(scalar) || isLetter(scalar) }
}
