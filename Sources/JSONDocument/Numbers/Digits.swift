/// Arithmetic on decimal digits held in 128 and 256 bits.
enum Digits {
    /// The first magnitude with too many digits.
    static let limit: UInt128 = powers[38]

    /// 10^0 to 10^38.
    static let powers: [UInt128] = {
        var powers: [UInt128] = [1]
        for place in 0..<38 { powers.append(powers[place] * 10) }
        return powers
    }()

    /// 10^0 to 10^18.
    static let smallPowers: [Int64] = powers.prefix(19).map { Int64(truncatingIfNeeded: $0) }

    /// How many decimal digits a magnitude has; 1 for nought.
    static func count(_ magnitude: UInt128) -> Int {
        guard magnitude >= 10 else { return 1 }
        // log10(2) is a little above 1233/4096.
        let bits = UInt128.bitWidth - magnitude.leadingZeroBitCount
        let guess = (bits * 1233) >> 12
        if guess >= powers.count { return guess }
        return magnitude >= powers[guess] ? guess + 1 : guess
    }

    /// Takes trailing zeros off.
    static func strip(_ magnitude: inout UInt128, _ exponent: inout Int) {
        if magnitude <= UInt128(UInt64.max) {
            var small = UInt64(truncatingIfNeeded: magnitude)
            guard small % 10 == 0 else { return }
            while small % 10 == 0 {
                small /= 10
                exponent += 1
            }
            magnitude = UInt128(small)
            return
        }
        while magnitude % 10 == 0 {
            magnitude /= 10
            exponent += 1
        }
    }

    /// A product or a shifted sum, of up to 76 digits.
    struct Double {
        var high: UInt128
        var low: UInt128

        init(_ value: UInt128) { (high, low) = (0, value) }

        init(_ left: UInt128, times right: UInt128) {
            (high, low) = left.multipliedFullWidth(by: right)
        }

        mutating func add(_ other: UInt128) {
            let (sum, overflow) = low.addingReportingOverflow(other)
            low = sum
            if overflow { high &+= 1 }
        }

        /// Subtracts; the result must not be negative.
        mutating func subtract(_ other: UInt128) {
            let (difference, overflow) = low.subtractingReportingOverflow(other)
            low = difference
            if overflow { high &-= 1 }
        }

        /// Rounds to 38 digits, half to even.
        /// - Returns: the digits, and how many were dropped.
        func rounded() -> (magnitude: UInt128, dropped: Int) {
            if high == 0, low < Digits.limit { return (low, 0) }
            for dropped in 1...38 {
                let divisor = Digits.powers[dropped]
                guard high < divisor else { continue }
                let (quotient, remainder) = divisor.dividingFullWidth((high, low))
                guard quotient < Digits.limit else { continue }
                return (Digits.round(quotient, remainder: remainder, divisor: divisor), dropped)
            }
            return (Digits.limit, 38)
        }
    }

    /// Rounds a quotient half to even. The result may be the limit itself, whose trailing zeros are stripped later.
    static func round(_ quotient: UInt128, remainder: UInt128, divisor: UInt128) -> UInt128 {
        let rest = divisor - remainder
        if remainder > rest || (remainder == rest && quotient & 1 == 1) { return quotient + 1 }
        return quotient
    }
}
