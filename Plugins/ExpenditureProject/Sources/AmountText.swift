internal import BudgetPerformance
internal import Foundation

/// An amount as people type it, turned into plain yuan.
enum AmountText: Sendable {
    /// Plain yuan: separators, spaces, `元` and currency signs gone, `万` and `亿` multiplied out; a text that is no such amount
    /// stays as it is, for the check to refuse.
    static func yuan(_ text: String) -> String {
        var rest = text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
        for sign in ["人民币", "RMB", "¥", "￥"] where rest.hasPrefix(sign) { rest.removeFirst(sign.count) }
        if rest.hasSuffix("元") { rest.removeLast() }
        var factor = Decimal(1)
        for (unit, value) in [("万", Decimal(10_000)), ("亿", Decimal(100_000_000))] where rest.hasSuffix(unit) {
            factor = value
            rest.removeLast()
        }
        guard let ungrouped = withoutSeparators(rest), let amount = PlainAmount(ungrouped) else { return text }
        return factor == 1 ? ungrouped : plain(amount.value * factor)
    }

    /// 万元 as plain yuan; blank where there is no such amount.
    static func yuan(fromWan amount: PrintedNumber?) -> String {
        amount.flatMap { PlainAmount($0) }.map { plain($0.value * 10_000) } ?? ""
    }

    /// The exact decimal text, with at least two decimals.
    static func plain(_ value: Decimal) -> String {
        var value = value
        let text = NSDecimalString(&value, Locale(identifier: "en_US_POSIX"))
        guard let point = text.firstIndex(of: ".") else { return text + ".00" }
        let decimals = text.distance(from: point, to: text.endIndex) - 1
        return text + String(repeating: "0", count: max(0, 2 - decimals))
    }

    /// `1,234,567.00` as `1234567.00`; `nil` where commas do not separate thousands.
    private static func withoutSeparators(_ text: String) -> String? {
        guard text.contains(",") else { return text }
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first, !halves.dropFirst().contains(where: { $0.contains(",") }) else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return text.filter { $0 != "," }
    }
}
