extension TargetScanner {
    /// A date in any of the ways that tables write it.
    mutating func scanDate() -> Bool {
        if scanYearEnd() || scanPeriodEnd() { return true }
        if ["次年", "翌年", "明年"].contains(where: { text[index...].starts(with: $0.unicodeScalars) }) {
            isNextYear = true
            index += 2
            return true
        }
        guard let (date, end, assumptions) = date(at: index) else { return false }
        let start = index
        if end < text.count, "-至到".unicodeScalars.contains(text[end]), let last = self.date(at: end + 1) {
            add(.unreadable(.period), from: start, to: last.end)
            return true
        }
        if isNextYear, date.year == nil, year == nil {
            add(.unreadable(.incompleteDate), from: start, to: end)
            return true
        }
        addDate(date, from: start, to: end, assumptions)
        return true
    }

    private mutating func addDate(
        _ given: DeadlineDate, from start: Int, to place: Int, _ assumptions: [TargetValue.Assumption]
    ) {
        var date = given
        if isNextYear, date.year == nil { date.year = year.map { $0 + 1 } }
        var end = place
        var kind = TargetVocabulary.DateEnd.none
        if let (found, length) = TargetVocabulary.dateEnds.match(text, at: place) {
            kind = found
            end += length
        }
        if date.month == nil, kind == .none, let year = date.year {
            // The year that something is compared with, or a word beside the value: what waits for a number still waits.
            if pending == nil, per.isEmpty {
                add(.year(year), from: start, to: end)
            } else {
                index = end
            }
            return
        }
        guard pending?.comparator != .moreThan else {
            add(.unreadable(.contradictoryComparators), from: start, to: end)
            return
        }
        let isBounded = kind != .none || pending != nil
        switch kind {
        case .before where date.day == nil: date.isBorderOpen = true
        case .middle: date.day = 20
        case .early: date.day = 10
        case .vague:
            add(.unreadable(.incompleteDate), from: start, to: end)
            return
        default: break
        }
        guard isPossible(date) else {
            add(.unreadable(.impossibleDate), from: start, to: end)
            return
        }
        if per == ["年"], date.year == nil {
            add(.recurring(RecurringDeadline(period: "年", month: date.month, day: date.day)), from: start, to: end)
            return
        }
        add(.date(date), from: start, to: end, comparator: isBounded ? .atMost : nil, assumptions: assumptions)
    }

    /// Year, month and day as far as they are written at `place`.
    private func date(at place: Int) -> (date: DeadlineDate, end: Int, assumptions: [TargetValue.Assumption])? {
        guard place < text.count, let first = number(at: place), let value = first.short else {
            return quarter(at: place).map { ($0.date, $0.end, []) }
        }
        let next = place + first.length
        if (1900...2100).contains(value), !first.isChinese {
            if let numeric = numericDate(year: value, at: next) { return (numeric.date, numeric.end, []) }
            if text[next...].starts(with: "全年".unicodeScalars) {
                return (DeadlineDate(year: value, months: 12), next + 2, [])
            }
            guard next < text.count, text[next] == "年" else { return nil }
            let (date, end) = monthAndDay(at: skipping("度", at: next + 1), year: value)
            return (date, end, [])
        }
        if next < text.count, text[next] == "年", first.length == 2, !first.isChinese, month(at: next + 1) != nil {
            let (date, end) = monthAndDay(at: next + 1, year: 2_000 + value)
            return (date, end, [.century])
        }
        if month(at: place) != nil {
            let (date, end) = monthAndDay(at: place, year: nil)
            return (date, end, [])
        }
        return quarter(at: place).map { ($0.date, $0.end, []) }
    }

    private func number(at place: Int) -> TargetNumber? {
        guard place < text.count, !(place > 0 && (isDigit(text[place - 1]) || isLetter(text[place - 1]))) else {
            return nil
        }
        return integer(at: place) ?? TargetNumber(chineseIn: text, at: place)
    }

    /// Digits only: the point of `2024.6.30` is no decimal point.
    private func integer(at place: Int) -> TargetNumber? {
        var end = place
        while end < text.count, isDigit(text[end]) { end += 1 }
        return end > place ? TargetNumber(digitsIn: Array(text[place..<end]), at: 0) : nil
    }

    private func skipping(_ scalar: Unicode.Scalar, at place: Int) -> Int {
        place < text.count && text[place] == scalar ? place + 1 : place
    }

    /// `12月`, but neither `12个月` nor `18月`.
    private func month(at place: Int) -> (month: Int, end: Int)? {
        guard let number = number(at: place), let month = number.short, (1...12).contains(month) else { return nil }
        let end = place + number.length
        guard end < text.count, text[end] == "月" else { return nil }
        return (month, end + 1)
    }

    private func monthAndDay(at place: Int, year: Int?) -> (DeadlineDate, Int) {
        if let (quarter, end) = quarter(at: place) {
            return (DeadlineDate(year: year, month: quarter.month, months: quarter.months), end)
        }
        guard let (month, end) = month(at: place) else {
            if place < text.count, "底末".unicodeScalars.contains(text[place]) {
                return (DeadlineDate(year: year, month: 12), place)
            }
            return (DeadlineDate(year: year, months: 12), place)
        }
        if let number = number(at: end), let day = number.short {
            let next = end + number.length
            if next < text.count, "日号".unicodeScalars.contains(text[next]) {
                return (DeadlineDate(year: year, month: month, day: day), next + 1)
            }
        }
        return (DeadlineDate(year: year, month: month), end)
    }

    /// `2024-06-30`, `2024.6.30`, `2024/6`.
    private func numericDate(year: Int, at place: Int) -> (date: DeadlineDate, end: Int)? {
        func part(_ place: Int, _ separator: Unicode.Scalar) -> TargetNumber? {
            guard place + 1 < text.count, text[place] == separator else { return nil }
            return integer(at: place + 1)
        }
        for separator in ["-", ".", "/"] as [Unicode.Scalar] {
            guard let month = part(place, separator), let value = month.short, month.length <= 2 else { continue }
            let end = place + 1 + month.length
            guard let day = part(end, separator), let number = day.short, day.length <= 2 else {
                guard TargetVocabulary.dateEnds.match(text, at: end) != nil, (1...12).contains(value) else { continue }
                return (DeadlineDate(year: year, month: value), end)
            }
            return (DeadlineDate(year: year, month: value, day: number), end + 1 + day.length)
        }
        return nil
    }

    /// `第三季度`, `3季度`, `上半年`.
    private func quarter(at place: Int) -> (date: DeadlineDate, end: Int)? {
        guard place < text.count else { return nil }
        for (words, month) in [("上半年", 6), ("下半年", 12)] where text[place...].starts(with: words.unicodeScalars) {
            return (DeadlineDate(month: month, months: 6), place + 3)
        }
        let start = skipping("第", at: place)
        guard let number = number(at: start), let quarter = number.short, (1...4).contains(quarter) else { return nil }
        let end = start + number.length
        guard text[end...].starts(with: "季度".unicodeScalars) else { return nil }
        return (DeadlineDate(month: quarter * 3, months: 3), end + 2)
    }

    /// `年底前`, `年内` without the number of a year.
    private mutating func scanYearEnd() -> Bool {
        guard text[index] == "年", let next = peek(1), !isDigit(peek(-1)) else { return false }
        let before = peek(-1)
        let isAlone = before.map { !isCJK($0) || "本当今于在".unicodeScalars.contains($0) } ?? true
        guard next == "底" || next == "末" || (next == "内" && isAlone) else { return false }
        let start = index
        index += 1
        addDate(DeadlineDate(month: 12), from: start, to: index, [])
        return true
    }

    /// `每月底前`, `每季度末前`.
    private mutating func scanPeriodEnd() -> Bool {
        guard per.count == 1, let period = per.first, ["月", "季度"].contains(period),
            peek(-1) == period.unicodeScalars.last,
            "底末".unicodeScalars.contains(text[index]),
            let (_, length) = TargetVocabulary.dateEnds.match(text, at: index)
        else { return false }
        add(.recurring(RecurringDeadline(period: period)), from: index, to: index + length)
        return true
    }

    /// Whether `15日` or `15号` is a day of the month: 前 follows, or 每月 goes before.
    func isDayOfMonth(from start: Int, unitEnd: Int) -> Bool {
        guard let last = text[start..<unitEnd].last else { return false }
        let isHao = unitEnd < text.count && text[unitEnd] == "号"
        guard last == "日" || isHao else { return false }
        // The 日 of a bare number, not of 工作日.
        guard isHao || number(at: start).map({ $0.length }) == unitEnd - 1 - start else { return false }
        let place = isHao ? unitEnd + 1 : unitEnd
        if case .before? = TargetVocabulary.dateEnds.match(text, at: place)?.meaning { return true }
        return per == ["月"] || isHao && place == text.count
    }

    /// A day of every month, or of an unknown one.
    mutating func addDay(_ number: TargetNumber, from start: Int, to place: Int) -> Bool {
        var end = place < text.count && text[place] == "号" ? place + 1 : place
        if let (_, length) = TargetVocabulary.dateEnds.match(text, at: end) { end += length }
        guard per == ["月"], let day = number.short, !isNextYear else {
            add(.unreadable(.incompleteDate), from: start, to: end)
            return true
        }
        if (1...31).contains(day) {
            add(.recurring(RecurringDeadline(period: "月", day: day)), from: start, to: end)
        } else {
            add(.unreadable(.impossibleDate), from: start, to: end)
        }
        return true
    }

    private func isPossible(_ date: DeadlineDate) -> Bool {
        guard let month = date.month else { return true }
        guard (1...12).contains(month) else { return false }
        guard let day = date.day else { return true }
        let isLeap = date.year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
        let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...length[month - 1]).contains(day)
    }
}
