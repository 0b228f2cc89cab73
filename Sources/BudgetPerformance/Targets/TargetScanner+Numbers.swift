internal import Foundation

extension TargetScanner {
    /// A number with scale, unit and what it is counted per; a range; or a number that means nothing here.
    mutating func scanNumber() -> Bool {
        let start = index
        guard let (number, isShare) = numeral(at: index) else { return scanLongNumber() }
        let end = number.start + number.number.length
        if !number.number.isChinese {
            if isLetter(peek(-1)) || isListMark(from: start, to: end) {
                index = end
                return true
            }
            if end < text.count, text[end] == ":", end + 1 < text.count, isDigit(text[end + 1]) {
                add(.unreadable(.ratio), from: start, to: end + 2)
                return true
            }
        }
        var lower = quantity(number.number.value, at: end, isShare: isShare, isChinese: number.number.isChinese)
        if start > 0, text[start - 1] == "-", start == 1 || pending != nil, items.last?.range.upperBound != start - 1 {
            lower.measure.value.negate()
        }
        if lower.isForeign {
            index = end
            return true
        }
        if number.number.isChinese, !isPlausible(lower, unitAt: end) { return false }
        if let fault = lower.fault {
            add(.unreadable(fault), from: start, to: lower.end)
            return true
        }
        guard let second = rangeEnd(after: lower.end) else {
            let (comparator, end) = comparator(after: lower.end, isApproximate: lower.isApproximate)
            if lower.end < text.count, text[lower.end] == "号", !isDayOfMonth(from: start, unitEnd: lower.end) {
                index = lower.end + 1
                return true
            }
            if isDayOfMonth(from: start, unitEnd: lower.end) {
                return addDay(number.number, from: start, to: lower.end)
            }
            if lower.measure.unit.isEmpty, case .before? = TargetVocabulary.dateEnds.match(text, at: end)?.meaning {
                add(.unreadable(.incompleteDate), from: start, to: end)
                return true
            }
            add(.measure(lower.measure), from: start, to: end, comparator: comparator)
            return true
        }
        var upper = quantity(second.value, at: second.end, isShare: isShare, isChinese: second.isChinese)
        if let fault = upper.fault {
            add(.unreadable(fault), from: start, to: upper.end)
            return true
        }
        if lower.measure.unit.isEmpty {
            lower.measure.unit = upper.measure.unit
            if lower.measure.scale == 1 { lower.measure.scale = upper.measure.scale }
        } else if upper.measure.unit.isEmpty {
            upper.measure.unit = lower.measure.unit
        }
        lower.measure.per = upper.measure.per
        let (comparator, last) = comparator(after: upper.end, isApproximate: false)
        if isCalendarSpan(lower.measure, upper.measure, unitEnd: upper.end) {
            add(.unreadable(.period), from: start, to: last)
            return true
        }
        switch lower.measure.converted(with: upper.measure) {
        case .comparable(let low, let high, _) where low <= high:
            add(.range(lower.measure, upper.measure), from: start, to: last, comparator: comparator)
        case .comparable: add(.unreadable(.reversedRange), from: start, to: last)
        case .unitsDiffer: add(.unreadable(.composite), from: start, to: last)
        }
        return true
    }

    /// `1-12月` and `2021-2023年` are spans of the calendar, not numbers of months or years.
    private func isCalendarSpan(_ lower: Measure, _ upper: Measure, unitEnd: Int) -> Bool {
        switch upper.unit {
        case "月": upper.value <= 12 && !(unitEnd > 1 && text[unitEnd - 2] == "个")
        case "年": lower.value >= 1900 && upper.value <= 2100
        default: false
        }
    }

    /// Digits, a Chinese numeral, or 百分之 with either of them.
    private func numeral(at place: Int) -> (number: (number: TargetNumber, start: Int), isShare: Bool)? {
        var start = place
        let isShare = text[place...].starts(with: "百分之".unicodeScalars)
        if isShare { start += 3 }
        guard start < text.count,
            let number = TargetNumber(digitsIn: text, at: start) ?? TargetNumber(chineseIn: text, at: start)
        else { return nil }
        return ((number, start), isShare)
    }

    /// More digits than any cell means.
    private mutating func scanLongNumber() -> Bool {
        guard isDigit(peek()) else { return false }
        var end = index
        while end < text.count, isDigit(text[end]) || text[end] == "." { end += 1 }
        add(.unreadable(.tooLong), from: index, to: end)
        return true
    }

    /// `1、`, `2.` or `(3)` at the head of a clause numbers a list.
    private func isListMark(from start: Int, to end: Int) -> Bool {
        guard end < text.count else { return false }
        let before = start == 0 ? nil : text[start - 1]
        let isHead = before.map { "，,。;；:(".unicodeScalars.contains($0) } ?? true
        guard isHead, end - start <= 2 else { return false }
        if text[end] == "、" { return true }
        return (text[end] == "." || text[end] == ")") && end + 1 < text.count && !isDigit(text[end + 1])
    }

    /// What stands behind the digits.
    struct Quantity: Sendable {
        var measure: Measure
        var end: Int
        var isApproximate = false
        /// A letter follows that is no unit: `5G`.
        var isForeign = false
        var fault: TargetValue.UnmeasurableReason?
    }

    private func quantity(_ value: Decimal, at place: Int, isShare: Bool, isChinese: Bool) -> Quantity {
        var found = Quantity(measure: Measure(value: value, unit: isShare ? "%" : "", per: per), end: place)
        if isShare { return found }
        let unitFirst = MeasureUnit.words.match(text, at: place)
        if let (scale, length) = TargetVocabulary.scales.match(text, at: place), length >= unitFirst?.length ?? 0 {
            found.measure.scale = scale
            found.end += length
        }
        if found.end < text.count, "余多".unicodeScalars.contains(text[found.end]) {
            found.isApproximate = true
            found.end += 1
            if found.measure.scale == 1, let (scale, length) = TargetVocabulary.scales.match(text, at: found.end) {
                found.measure.scale = scale
                found.end += length
            }
        }
        if let (unit, length) = MeasureUnit.words.match(text, at: found.end) {
            found.measure.unit = unit
            found.end += length
            if length == 1, unit != "次", !MeasureUnit.isTime(unit), found.end < text.count, text[found.end] == "次" {
                found.measure.unit += "次"
                found.end += 1
            }
        } else if found.end < text.count, isLetter(text[found.end]) {
            found.isForeign = true
        } else if !isChinese {
            let run = unknownRun(at: found.end)
            found.measure.unit = run
            found.end += run.unicodeScalars.count
        }
        scanPerUnits(&found)
        return found
    }

    /// `/人/年`, `每人每年`; a number behind the slash is an alternative, never a division.
    private func scanPerUnits(_ found: inout Quantity) {
        while found.end < text.count {
            let sign = text[found.end]
            let isFirst = found.measure.per.count == per.count
            guard sign == "/" || (sign == "·" && !isFirst) || (sign == "每" && !found.measure.unit.isEmpty) else {
                return
            }
            var next = found.end + 1
            if sign != "每", next < text.count, text[next] == "每" { next += 1 }
            if let (unit, length) = MeasureUnit.words.match(text, at: next) {
                found.measure.per.append(unit)
                found.end = next + length
            } else if sign == "/" {
                let run = next < text.count && isDigit(text[next]) ? "" : unknownRun(at: next)
                if run.isEmpty {
                    found.fault = .alternatives
                    found.end = min(next, text.count)
                    return
                }
                found.measure.per.append(run)
                found.end = next + run.unicodeScalars.count
            } else {
                return
            }
        }
    }

    /// Up to three CJK characters that stand alone behind a number: a unit that the table does not know.
    private func unknownRun(at place: Int) -> String {
        var end = place
        while end < text.count, isCJK(text[end]), !"至到号每前后全".unicodeScalars.contains(text[end]),
            TargetVocabulary.after.match(text, at: end) == nil
        {
            end += 1
        }
        guard (1...3).contains(end - place) else { return "" }
        if TargetVocabulary.labels.covers(Array(text[place..<end]), limit: 3) { return "" }
        return String(String.UnicodeScalarView(text[place..<end]))
    }

    func isCJK(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

    /// 一次, 三天内 are numbers; 一站式, 十分, 一次性 are not.
    private func isPlausible(_ found: Quantity, unitAt place: Int) -> Bool {
        if found.measure.unit.isEmpty && found.measure.scale == 1 { return found.measure.value == 0 && text.count <= 6 }
        guard found.end < text.count else { return true }
        if text[found.end] == "性" { return false }
        if TargetVocabulary.after.match(text, at: found.end) != nil { return true }
        return pending != nil || !per.isEmpty || !isCJK(text[found.end]) || isTimeBeforeCount(found)
    }

    /// 一周两次.
    private func isTimeBeforeCount(_ found: Quantity) -> Bool {
        found.measure.isTime
            && (TargetNumber(digitsIn: text, at: found.end) ?? TargetNumber(chineseIn: text, at: found.end)) != nil
    }

    /// The second number of a range: after a dash, 至 or 到.
    private func rangeEnd(after place: Int) -> (value: Decimal, end: Int, isChinese: Bool)? {
        guard place < text.count, "-至到".unicodeScalars.contains(text[place]) else { return nil }
        var next = place + 1
        while next < text.count, text[next] == "-" { next += 1 }
        guard next < text.count, let found = numeral(at: next) else { return nil }
        return (
            found.number.number.value, found.number.start + found.number.number.length, found.number.number.isChinese
        )
    }

    /// The comparator at a number whose unit ends at `place`, from the words before and after, and where those end.
    private mutating func comparator(after place: Int, isApproximate: Bool) -> (Comparator?, Int) {
        var end = place
        var word = pending
        if let (after, length) = TargetVocabulary.after.match(text, at: place), !isWordOfItsOwn(at: place, length) {
            end += length
            if let before = word, !before.isWeak, !after.isWeak {
                if before.comparator.isUpperBound != after.comparator.isUpperBound {
                    fault = fault ?? .contradictoryComparators
                }
            } else if word == nil || !after.isWeak {
                word = after
            }
        }
        return (word?.comparator ?? (isApproximate ? .moreThan : nil), end)
    }

    /// 3次内容更新: 内 belongs to 内容.
    private func isWordOfItsOwn(at place: Int, _ length: Int) -> Bool {
        length == 1 && place + 1 < text.count && TargetVocabulary.afterNei.contains(text[place + 1])
    }
}
