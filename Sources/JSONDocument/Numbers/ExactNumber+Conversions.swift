public import Foundation

extension ExactNumber {
    /// The value of a `Decimal`, rounded to 38 digits if it has 39; nil for `NaN`.
    public init?(_ decimal: Decimal) {
        guard !decimal.isNaN else { return nil }
        if let exact = ExactNumber(decimal.description) {
            self = exact
            return
        }
        var source = decimal
        var rounded = Decimal()
        // 39 digits: one too many behind the point, or in front of it.
        NSDecimalRound(&rounded, &source, -(decimal.exponent + 1), .bankers)
        guard let number = ExactNumber(rounded.description) else { return nil }
        self = number
    }

    /// The value as Foundation's decimal, exactly.
    public var decimal: Decimal {
        switch storage {
        case .small(let significand, let exponent):
            Decimal(
                sign: significand < 0 ? .minus : .plus, exponent: Int(exponent),
                significand: Decimal(significand.magnitude))
        case .wide:
            Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) ?? .nan
        }
    }

    /// The shortest decimal that reads back as this double (`0.1` is a tenth); nil for infinities, NaN and what is out of
    /// range.
    public init?(_ double: Double) {
        guard double.isFinite else { return nil }
        if let integer = Int(exactly: double), integer.magnitude < 1 << 53 {
            self.init(integer)
            return
        }
        self.init(double.description)
    }

    /// The shortest decimal that reads back as this float; nil for infinities, NaN and what is out of range.
    public init?(_ float: Float) {
        guard float.isFinite else { return nil }
        self.init(float.description)
    }

    /// The nearest double.
    public var double: Double {
        if case .small(let significand, let exponent) = storage, significand.magnitude < 1 << 53 {
            // Both are exact doubles, so that one rounding gives the nearest.
            if 0...22 ~= exponent { return Double(significand) * Self.doublePowers[Int(exponent)] }
            if -22..<0 ~= exponent { return Double(significand) / Self.doublePowers[-Int(exponent)] }
        }
        return Double(text) ?? .nan
    }

    /// 10^0 to 10^22, which are exact doubles.
    private static let doublePowers: [Double] = Digits.powers.prefix(23).map { Double($0) }

    /// The value as an integer; nil if it has a fraction or does not fit.
    public var int: Int? { integer(Int.self) }

    /// The value as an integer of this type; nil if it has a fraction or does not fit.
    public func integer<T: FixedWidthInteger>(_ type: T.Type) -> T? {
        let own = parts
        guard own.magnitude != 0 else { return 0 }
        guard own.exponent >= 0, own.exponent < Digits.powers.count else { return nil }
        let (magnitude, overflow) = own.magnitude.multipliedReportingOverflow(by: Digits.powers[own.exponent])
        guard !overflow else { return nil }
        if !own.isNegative { return T(exactly: magnitude) }
        guard magnitude <= UInt128(Int128.max) else { return nil }
        return T(exactly: -Int128(magnitude))
    }

    /// An integer of any width; nil if it has more than 38 digits.
    public init?(exactly value: some BinaryInteger) {
        if let int = Int(exactly: value) {
            self.init(int)
        } else {
            self.init(String(value))
        }
    }
}
