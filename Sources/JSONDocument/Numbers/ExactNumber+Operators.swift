extension ExactNumber: Comparable, AdditiveArithmetic {
    /// Whether one number is less than another.
    public static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        if case .small(let a, let i) = left.storage, case .small(let b, let j) = right.storage, i == j { return a < b }
        let (a, b) = (left.signum, right.signum)
        guard a == b else { return a < b }
        guard a != 0 else { return false }
        let (x, y) = (left.parts, right.parts)
        let isLess = isLess(x.magnitude, x.exponent, y.magnitude, y.exponent)
        return a > 0 ? isLess : left != right && !isLess
    }

    private static func isLess(_ a: UInt128, _ i: Int, _ b: UInt128, _ j: Int) -> Bool {
        let (top, other) = (Digits.count(a) + i, Digits.count(b) + j)
        guard top == other else { return top < other }
        // As long as the same digits lead, the gap is below 38 and the product has at most 38 digits.
        return i >= j ? a * Digits.powers[i - j] < b : a < b * Digits.powers[j - i]
    }

    /// The sum, exact up to 38 digits. Beyond the greatest number it stays at the greatest; use `adding` to know.
    public static func + (left: ExactNumber, right: ExactNumber) -> ExactNumber {
        left.adding(right) ?? greatest(isNegative: left.signum < 0)
    }

    /// The difference, exact up to 38 digits. Beyond the greatest number it stays at the greatest.
    public static func - (left: ExactNumber, right: ExactNumber) -> ExactNumber {
        left.subtracting(right) ?? greatest(isNegative: left.signum < 0)
    }

    /// The product, exact up to 38 digits. Beyond the greatest number it stays at the greatest; use `multiplied` to know.
    public static func * (left: ExactNumber, right: ExactNumber) -> ExactNumber {
        left.multiplied(by: right) ?? greatest(isNegative: left.signum != right.signum)
    }

    /// Adds in place.
    public static func += (left: inout ExactNumber, right: ExactNumber) { left = left + right }

    /// Subtracts in place.
    public static func -= (left: inout ExactNumber, right: ExactNumber) { left = left - right }

    private static func greatest(isNegative: Bool) -> ExactNumber {
        exact(isNegative: isNegative, magnitude: Digits.limit - 1, exponent: exponents.upperBound) ?? .zero
    }
}

extension ExactNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// An integer.
    public init(integerLiteral value: Int) { self.init(value) }

    /// A decimal fraction of up to 15 digits as it is written: `0.1` is a tenth. A literal out of range is nought.
    public init(floatLiteral value: Double) { self = ExactNumber(value) ?? .zero }
}
