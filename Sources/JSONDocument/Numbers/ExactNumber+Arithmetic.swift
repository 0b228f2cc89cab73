extension ExactNumber {
    /// The sum; exact when it has at most 38 digits, else rounded to 38, half to even; nil when it is out of range.
    public func adding(_ other: ExactNumber) -> ExactNumber? {
        if case .small(let a, let i) = storage, case .small(let b, let j) = other.storage {
            if let sum = Self.smallSum(a, Int(i), b, Int(j)) { return sum }
        }
        var left = parts
        var right = other.parts
        if left.magnitude == 0 { return other }
        if right.magnitude == 0 { return self }
        if left.exponent < right.exponent { swap(&left, &right) }
        // left stands higher: bring it down to the other's last digit.
        var gap = left.exponent - right.exponent
        let room = Self.maximumDigits - Digits.count(left.magnitude)
        let shift = min(gap, room)
        left.magnitude *= Digits.powers[shift]
        left.exponent -= shift
        gap -= shift
        // 38 digits of the one lie wholly above the other.
        guard gap <= Self.maximumDigits else {
            return Self.exact(isNegative: left.isNegative, magnitude: left.magnitude, exponent: left.exponent)
        }
        var sum = Digits.Double(left.magnitude, times: Digits.powers[gap])
        var isNegative = left.isNegative
        if left.isNegative == right.isNegative {
            sum.add(right.magnitude)
        } else if sum.high == 0, sum.low < right.magnitude {
            sum = Digits.Double(right.magnitude - sum.low)
            isNegative = right.isNegative
        } else {
            sum.subtract(right.magnitude)
        }
        let rounded = sum.rounded()
        return Self.rounding(
            isNegative: isNegative, magnitude: rounded.magnitude, exponent: right.exponent + rounded.dropped)
    }

    /// The difference; exact and rounded as `adding`.
    public func subtracting(_ other: ExactNumber) -> ExactNumber? { adding(-other) }

    /// The product; exact when it has at most 38 digits, else rounded to 38, half to even; nil when it is out of range.
    public func multiplied(by other: ExactNumber) -> ExactNumber? {
        let left = parts
        let right = other.parts
        let rounded = Digits.Double(left.magnitude, times: right.magnitude).rounded()
        return Self.rounding(
            isNegative: left.isNegative != right.isNegative, magnitude: rounded.magnitude,
            exponent: left.exponent + right.exponent + rounded.dropped)
    }

    /// The quotient, exact when it is short, else of at least 36 digits, half to even; nil for division by nought and
    /// when it is out of range.
    public func divided(by other: ExactNumber) -> ExactNumber? {
        let left = parts
        let right = other.parts
        guard right.magnitude != 0 else { return nil }
        guard left.magnitude != 0 else { return .zero }
        // With the dividend stretched to 38 digits the quotient has 37 or 38.
        let stretch = Self.maximumDigits - Digits.count(left.magnitude)
        let shift = Digits.count(right.magnitude) - 1
        let dividend = Digits.Double(left.magnitude * Digits.powers[stretch], times: Digits.powers[shift])
        let (quotient, remainder) = right.magnitude.dividingFullWidth((dividend.high, dividend.low))
        return Self.rounding(
            isNegative: left.isNegative != right.isNegative,
            magnitude: Digits.round(quotient, remainder: remainder, divisor: right.magnitude),
            exponent: left.exponent - right.exponent - stretch - shift)
    }

    /// What is left when the quotient is cut to an integer: it has the sign of the dividend, as in C and JavaScript.
    /// Nil for division by nought, and when one number lies so far above the other that no digits remain exact.
    public func remainder(dividingBy other: ExactNumber) -> ExactNumber? {
        let left = parts
        let right = other.parts
        guard right.magnitude != 0 else { return nil }
        guard left.magnitude != 0 else { return .zero }
        let exponent = min(left.exponent, right.exponent)
        let (up, down) = (right.exponent - exponent, left.exponent - exponent)
        // A divisor that lies wholly above leaves the dividend as it is.
        guard up + Digits.count(right.magnitude) <= Self.maximumDigits else {
            return self < other.magnitude && -other.magnitude < self ? self : nil
        }
        let divisor = right.magnitude * Digits.powers[up]
        var rest = left.magnitude % divisor
        for _ in 0..<down {
            // rest < divisor < 10^38, so ten times it may need more than 128 bits.
            let product = Digits.Double(rest, times: 10)
            rest = divisor.dividingFullWidth((product.high, product.low)).remainder
        }
        return Self.exact(isNegative: left.isNegative, magnitude: rest, exponent: exponent)
    }

    /// The number rounded to this many digits after the decimal point, halves away from nought (四舍五入).
    public func rounded(fractionDigits: Int) -> ExactNumber {
        let own = parts
        let drop = -own.exponent - fractionDigits
        guard drop > 0 else { return self }
        guard drop <= Self.maximumDigits else { return .zero }
        let divisor = Digits.powers[drop]
        let (quotient, remainder) = own.magnitude.quotientAndRemainder(dividingBy: divisor)
        let up: UInt128 = remainder >= divisor - remainder ? 1 : 0
        return Self.exact(isNegative: own.isNegative, magnitude: quotient + up, exponent: own.exponent + drop) ?? self
    }

    /// The number with its fraction cut off.
    public var truncated: ExactNumber {
        let own = parts
        guard own.exponent < 0 else { return self }
        guard -own.exponent <= Self.maximumDigits else { return .zero }
        return Self.exact(
            isNegative: own.isNegative, magnitude: own.magnitude / Digits.powers[-own.exponent], exponent: 0) ?? self
    }

    /// The number with the other sign.
    public static prefix func - (number: ExactNumber) -> ExactNumber {
        switch number.storage {
        case .small(let significand, let exponent):
            ExactNumber(storage: .small(-significand, exponent))
        case .wide(let wide):
            ExactNumber(
                storage: .wide(
                    Wide(isNegative: !wide.isNegative, magnitude: wide.magnitude, exponent: wide.exponent)))
        }
    }

    private static func smallSum(_ a: Int64, _ i: Int, _ b: Int64, _ j: Int) -> ExactNumber? {
        if i < j { return smallSum(b, j, a, i) }
        guard i - j <= 18 else { return nil }
        let (lifted, tooWide) = a.multipliedReportingOverflow(by: Digits.smallPowers[i - j])
        guard !tooWide else { return nil }
        let (sum, overflow) = lifted.addingReportingOverflow(b)
        guard !overflow, sum != Int64.min else { return nil }
        return exact(isNegative: sum < 0, magnitude: UInt128(sum.magnitude), exponent: j)
    }

    /// The nearest number that can be held; nil beyond the greatest.
    private static func rounding(isNegative: Bool, magnitude: UInt128, exponent: Int) -> ExactNumber? {
        var magnitude = magnitude
        var exponent = exponent
        if magnitude != 0 { Digits.strip(&magnitude, &exponent) }
        if exponent < exponents.lowerBound {
            let drop = exponents.lowerBound - exponent
            guard drop <= maximumDigits else { return .zero }
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: Digits.powers[drop])
            magnitude = Digits.round(quotient, remainder: remainder, divisor: Digits.powers[drop])
            exponent += drop
        }
        return exact(isNegative: isNegative, magnitude: magnitude, exponent: exponent)
    }
}
