public import Foundation

/// An amount that is written as a plain decimal: digits, at most one point with digits on both sides, perhaps a minus.
///
/// Stricter than ``PrintedNumber/decimal``, which is for reading: `1.2.3`, `.5`, `1,000`, `12万` and numbers of more than 18 digits
/// are no plain amounts, so nothing is ever rounded in silence.
public struct PlainAmount: Sendable, Hashable {
    /// The most digits, before and after the point together; `Decimal` holds twice as many exactly.
    public static let maximumDigits = 18

    /// The value, exact.
    public let value: Decimal
    /// Digits behind the point, as written: 2 for `1410.00`.
    public let fractionDigits: Int

    /// Reads a text; `nil` where it is anything but a plain decimal.
    public init?(_ text: String) {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), digits.count <= PlainAmount.maximumDigits + parts.count - 1,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let value = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
        else { return nil }
        self.value = value
        fractionDigits = parts.count == 2 ? parts[1].count : 0
    }

    /// Reads a printed number.
    public init?(_ number: PrintedNumber) {
        self.init(number.text)
    }
}
