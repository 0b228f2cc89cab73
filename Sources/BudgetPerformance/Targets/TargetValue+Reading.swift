internal import Foundation

extension TargetValue {
    /// Reads a cell. Never fails: what cannot be measured says why.
    ///
    /// The grammar is DOMAIN.md, "Target values": comparators in both widths and in words, before or after the number; scales; units
    /// and what they are counted per; ranges; deadlines; durations; labels.
    public init(_ text: String, in context: TargetContext = TargetContext()) {
        let scalars = TargetText.scalars(text)
        guard scalars.count <= TargetText.limit else {
            self.init(text: text, reading: .unmeasurable(.tooLong))
            return
        }
        self.init(text, scalars, in: context)
        if case .unmeasurable(let reason) = reading, context.role == .actual, reason != .placeholder,
            let rest = TargetValue.withoutAsides(scalars)
        {
            let plain = TargetValue(text, rest, in: context)
            if plain.isMeasured || plain.kind == .deadline { self = plain }
        }
    }

    private init(_ text: String, _ scalars: [Unicode.Scalar], in context: TargetContext) {
        if let plain = TargetValue.withoutNumber(scalars) {
            self.init(text: text, reading: plain)
            return
        }
        var scanner = TargetScanner(scalars, year: context.year)
        scanner.scan()
        if let reason = TargetValue.fault(of: scanner) {
            self.init(text: text, reading: .unmeasurable(reason))
            return
        }
        guard let item = TargetValue.only(scanner.items, in: scalars) else {
            let reason =
                !scanner.items.contains(where: \.isNumeric)
                ? TargetValue.wordless(scalars) : TargetValue.several(scanner.items, scalars)
            self.init(text: text, reading: reason)
            return
        }
        if scanner.loose.contains(where: { $0.range.lowerBound == item.range.upperBound && $0.isSign }) {
            self.init(text: text, reading: .unmeasurable(.danglingComparator))
            return
        }
        self.init(text: text, reading: TargetValue.reading(of: item))
        assumptions = item.assumptions
        event = TargetValue.event(before: item, in: scalars)
        complete(item, context)
    }

    /// An actual value without what it explains in brackets: `98.5%（发放200份，满意197份）`; `nil` where nothing is in brackets,
    /// or where the value itself may be.
    private static func withoutAsides(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var rest: [Unicode.Scalar] = []
        var depth = 0
        for scalar in text {
            if scalar == "(" {
                depth += 1
            } else if scalar == ")" {
                depth -= 1
                if depth < 0 { return nil }
            } else if depth == 0 {
                rest.append(scalar)
            }
        }
        return depth == 0 && rest.count < text.count && text.first != "(" ? rest : nil
    }

    /// 不适用, or a blank: texts that need no scanning.
    private static func withoutNumber(_ text: [Unicode.Scalar]) -> Reading? {
        let plain = text.filter { !TargetText.isPunctuation($0) }
        if plain.allSatisfy({ "-/\\_—".unicodeScalars.contains($0) }) { return .unmeasurable(.blank) }
        if plain == Array(IndicatorTree.notApplicable.unicodeScalars) { return .notApplicable }
        return nil
    }

    private static func fault(of scanner: TargetScanner) -> UnmeasurableReason? {
        for item in scanner.items {
            if case .unreadable(.placeholder) = item.content { return .placeholder }
        }
        if let fault = scanner.fault { return fault }
        for item in scanner.items {
            if case .unreadable(let reason) = item.content { return reason }
        }
        return nil
    }

    /// Words without any number: a label where the vocabulary knows them all.
    private static func wordless(_ text: [Unicode.Scalar]) -> Reading {
        if text.contains("/") { return .unmeasurable(.alternatives) }
        let words = text.filter { !TargetText.isPunctuation($0) }
        guard TargetVocabulary.labels.covers(words, limit: 5) else { return .unmeasurable(.noNumber) }
        return .label(String(String.UnicodeScalarView(words)))
    }

    /// The one thing that a cell says, where it says one: years beside it are context, and `一周两次` is one frequency.
    private static func only(_ all: [TargetScanner.Item], in text: [Unicode.Scalar]) -> TargetScanner.Item? {
        var items = all.filter {
            if case .year = $0.content { return false }
            return true
        }
        if items.isEmpty { return onlyYear(all, in: text) }
        if items.count == 2, repeats(items[1], items[0], in: text) { items.removeLast() }
        guard items.count > 1 else { return items.first }
        guard items.count == 2 else { return nil }
        if case .measure(let period) = items[0].content, case .measure(var count) = items[1].content,
            period.isTime, period.value == 1, period.scale == 1, period.per.isEmpty, count.per.isEmpty, !count.isTime,
            !count.isShare, !count.isMoney, items[0].comparator == nil,
            items[0].range.upperBound == items[1].range.lowerBound
        {
            var item = items[1]
            count.per = [period.unit]
            item.content = .measure(count)
            return item
        }
        return movement(items[0], items[1], in: text)
    }

    /// A year is the whole value only where nothing but words such as 完成 stands beside it: `2023年水平` is no deadline.
    private static func onlyYear(_ all: [TargetScanner.Item], in text: [Unicode.Scalar]) -> TargetScanner.Item? {
        guard all.count == 1, let item = all.first else { return nil }
        let words = (text[..<item.range.lowerBound] + text[item.range.upperBound...]).filter {
            !TargetText.isPunctuation($0) && !"在于".unicodeScalars.contains($0)
        }
        return words.isEmpty || TargetVocabulary.labels.covers(words, limit: 3) ? item : nil
    }

    /// `98%以上(含98%)` says the number twice.
    private static func repeats(
        _ second: TargetScanner.Item, _ first: TargetScanner.Item, in text: [Unicode.Scalar]
    ) -> Bool {
        guard case .measure(let one) = first.content, case .measure(let other) = second.content, one == other,
            second.range.lowerBound > 0
        else { return false }
        return text[second.range.lowerBound - 1] == "含"
    }

    /// `由60%提高到80%`: the second number is the target.
    private static func movement(
        _ from: TargetScanner.Item, _ to: TargetScanner.Item, in text: [Unicode.Scalar]
    ) -> TargetScanner.Item? {
        guard from.range.lowerBound > 0, "由从".unicodeScalars.contains(text[from.range.lowerBound - 1]),
            to.comparator == .atLeast || to.comparator == .atMost
        else { return nil }
        return to
    }

    /// Why several numbers are not one value.
    private static func several(_ items: [TargetScanner.Item], _ text: [Unicode.Scalar]) -> Reading {
        let words = String(String.UnicodeScalarView(text))
        if words.contains("阶梯") || words.contains("部分") && words.contains("以上") || words.contains("档") {
            return .unmeasurable(.tiers)
        }
        let isMoney = items.allSatisfy {
            switch $0.content {
            case .measure(let measure), .range(let measure, _):
                measure.isMoney || measure.unit.isEmpty && measure.scale > 1
            case .year: true
            default: false
            }
        }
        return .unmeasurable(isMoney ? .priceList : .composite)
    }

    private static func reading(of item: TargetScanner.Item) -> Reading {
        switch item.content {
        case .measure(let measure):
            return ["级", "星"].contains(measure.unit) && measure.per.isEmpty ? .level(measure) : .measure(measure)
        case .range(let lower, let upper): return .range(lower, upper)
        case .date(let date): return .deadline(date)
        case .recurring(let deadline): return .recurringDeadline(deadline)
        case .year(let year): return .deadline(DeadlineDate(year: year, months: 12))
        case .unreadable(let reason): return .unmeasurable(reason)
        }
    }

    /// The words right before a duration that name what it runs from: `收到申请后`.
    private static func event(before item: TargetScanner.Item, in text: [Unicode.Scalar]) -> String? {
        guard case .measure(let measure) = item.content, measure.isTime, measure.per.isEmpty,
            item.clause < item.range.lowerBound
        else {
            return nil
        }
        let words = text[item.clause..<item.range.lowerBound]
        guard let last = words.lastIndex(where: { $0 == "后" || $0 == "起" }), last > item.clause else { return nil }
        return String(String.UnicodeScalarView(words[...last]))
    }
}
