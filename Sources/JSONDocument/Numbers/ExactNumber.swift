/// An exact decimal number: a sign, up to 38 significant digits, and a power of ten.
///
/// Numbers whose digits fit in 64 bits, which is to say nearly all, are held in place; the others behind a reference.
/// The last digit other than zero must lie between 10^-128 and 10^127, as in Foundation's `Decimal`, so that every value
/// is a `Decimal` too. There is one zero, without a sign. Equal numbers have one representation: `1.50` is `1.5`.
public struct ExactNumber: Sendable, Hashable {
    enum Storage: Sendable, Hashable {
        /// Significand without trailing zeros, and exponent.
        case small(Int64, Int8)
        /// Only what does not fit in `small`.
        case wide(Wide)
    }

    /// A number whose significand needs more than 64 bits.
    final class Wide: Sendable, Hashable {
        let isNegative: Bool
        let magnitude: UInt128
        let exponent: Int8

        init(isNegative: Bool, magnitude: UInt128, exponent: Int8) {
            self.isNegative = isNegative
            self.magnitude = magnitude
            self.exponent = exponent
        }

        static func == (left: Wide, right: Wide) -> Bool {
            left.isNegative == right.isNegative && left.exponent == right.exponent
                && left.magnitude == right.magnitude
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(isNegative)
            hasher.combine(magnitude)
            hasher.combine(exponent)
        }
    }

    let storage: Storage

    init(storage: Storage) { self.storage = storage }

    /// The most significant digits that a number can have.
    public static let maximumDigits = 38

    /// The powers of ten at which the last digit may stand.
    public static let exponents = -128...127

    /// Nought.
    public static let zero = ExactNumber(storage: .small(0, 0))

    /// One.
    public static let one = ExactNumber(storage: .small(1, 0))

    /// An integer.
    public init(_ value: Int) {
        // The quick way: no trailing zero, nothing to normalise.
        if value % 10 != 0 && value != Int.min || value == 0 {
            storage = .small(Int64(value), 0)
        } else {
            self = Self.exact(isNegative: value < 0, magnitude: UInt128(value.magnitude), exponent: 0) ?? .zero
        }
    }

    /// `significand` × 10^`exponent`; nil if that is out of range.
    public init?(significand: Int, exponent: Int) {
        guard
            let number = Self.exact(
                isNegative: significand < 0, magnitude: UInt128(significand.magnitude), exponent: exponent)
        else { return nil }
        self = number
    }

    /// The sign of the number: -1, 0 or 1.
    public var signum: Int {
        switch storage {
        case .small(let significand, _): Int(significand.signum())
        case .wide(let wide): wide.isNegative ? -1 : 1
        }
    }

    /// Whether this is nought.
    public var isZero: Bool { signum == 0 }

    /// Whether there is no fraction.
    public var isInteger: Bool { parts.exponent >= 0 }

    /// The number without its sign.
    public var magnitude: ExactNumber { signum < 0 ? -self : self }

    /// The digits after the decimal point that the number needs: 2 for 12.34, 0 for 100.
    public var fractionDigits: Int { max(0, -parts.exponent) }

    /// The number in its three parts; the magnitude has no trailing zeros.
    var parts: (isNegative: Bool, magnitude: UInt128, exponent: Int) {
        switch storage {
        case .small(let significand, let exponent):
            (significand < 0, UInt128(significand.magnitude), Int(exponent))
        case .wide(let wide): (wide.isNegative, wide.magnitude, Int(wide.exponent))
        }
    }

    /// The number of these parts, if it can be held exactly.
    static func exact(isNegative: Bool, magnitude: UInt128, exponent: Int) -> ExactNumber? {
        guard magnitude != 0 else { return .zero }
        var magnitude = magnitude
        var exponent = exponent
        Digits.strip(&magnitude, &exponent)
        guard exponents.contains(exponent), magnitude < Digits.limit else { return nil }
        let power = Int8(truncatingIfNeeded: exponent)
        if magnitude <= UInt128(Int64.max) {
            let significand = Int64(truncatingIfNeeded: magnitude)
            return ExactNumber(storage: .small(isNegative ? -significand : significand, power))
        }
        return ExactNumber(storage: .wide(Wide(isNegative: isNegative, magnitude: magnitude, exponent: power)))
    }
}
