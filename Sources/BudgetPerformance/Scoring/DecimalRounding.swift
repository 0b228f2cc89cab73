public import Foundation

extension Decimal {
    /// This number with at most `places` decimals, half up (away from zero), exact.
    public func roundedHalfUp(_ places: Int = 2) -> Decimal {
        var source = self
        var result = Decimal()
        NSDecimalRound(&result, &source, places, .plain)
        return result
    }

    /// The plain decimal text without an exponent, grouping or trailing zeros, e.g. `9.77`.
    public var plainText: String {
        var source = self
        return NSDecimalString(&source, Locale(identifier: "en_US_POSIX"))
    }

    /// The plain decimal text with exactly two decimals, e.g. `9.80`, as the official tables print money and rates.
    public var twoDecimalText: String {
        let text = roundedHalfUp(2).plainText
        guard let point = text.firstIndex(of: ".") else { return text + ".00" }
        return text + String(repeating: "0", count: 3 - text.distance(from: point, to: text.endIndex))
    }
}
