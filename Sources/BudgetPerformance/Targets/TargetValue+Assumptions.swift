internal import Foundation

extension TargetValue {
    /// Adds comparator and unit, as written or as assumed, and says which was assumed.
    mutating func complete(_ item: TargetScanner.Item, _ context: TargetContext) {
        completeUnit(context)
        switch reading {
        case .deadline(let date):
            if date.year == nil { assumptions.append(.year) }
            guard context.role == .target else { return }
            set(.atMost, item.isBounded ? .written : .assumed)
        case .recurringDeadline:
            if context.role == .target { set(.atMost, .written) }
        case .measure, .range:
            if let written = item.comparator {
                comparator = written
                comparatorSource = .written
            } else if context.role == .target {
                assume(context)
            }
        case .level: comparator = item.comparator
        default: break
        }
    }

    private mutating func set(_ comparator: Comparator, _ source: ComparatorSource) {
        self.comparator = comparator
        comparatorSource = source
        if source == .assumed { assumptions.insert(.comparator, at: 0) }
        if source == .name { assumptions.insert(.comparatorFromName, at: 0) }
    }

    private mutating func assume(_ context: TargetContext) {
        if let named = TargetValue.comparator(in: context.name, for: reading) {
            set(named, .name)
        } else if case .measure(let measure) = reading {
            set(measure.amount == 0 ? .atMost : context.direction(of: text).assumedComparator, .assumed)
        }
    }

    private mutating func completeUnit(_ context: TargetContext) {
        switch reading {
        case .measure(var measure):
            if measure.unit.isEmpty, measure.scale >= 10_000, isAboutMoney(context) {
                measure.unit = "元"
                reading = .measure(measure)
                assumptions.append(.moneyUnit)
            } else if measure.unit.isEmpty {
                assumptions.append(.unitMissing)
            }
        case .range(var lower, var upper):
            if upper.unit.isEmpty, upper.scale >= 10_000, isAboutMoney(context) {
                lower.unit = "元"
                upper.unit = "元"
                reading = .range(lower, upper)
                assumptions.append(.moneyUnit)
            } else if upper.unit.isEmpty {
                assumptions.append(.unitMissing)
            }
        default: break
        }
    }

    private func isAboutMoney(_ context: TargetContext) -> Bool {
        context.isCost || ["费", "金额", "资金", "成本", "预算", "产值"].contains { context.name.contains($0) }
    }

    /// A comparator that the name carries: at its end (`每月达到`), as 不超过 …, or at the same number (`培训不少于3次`).
    private static func comparator(in name: String, for reading: Reading) -> Comparator? {
        let text = TargetText.scalars(name)
        guard !text.isEmpty, text.count <= TargetText.limit else { return nil }
        var scanner = TargetScanner(text)
        scanner.scan()
        for item in scanner.items {
            if case .measure(let there) = item.content, case .measure(let here) = reading, there.amount == here.amount,
                here.unit.isEmpty || here.unit == there.unit,
                let comparator = item.comparator
            {
                return comparator
            }
        }
        guard let last = scanner.loose.last else { return nil }
        let isAtEnd = text[last.range.upperBound...].allSatisfy(TargetText.isPunctuation)
        return isAtEnd || text[last.range.lowerBound] == "不" ? last.comparator : nil
    }
}
