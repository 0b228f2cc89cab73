extension ExactNumber {
    /// Why a text was not taken for a number.
    enum Refusal: Error {
        /// Not a JSON number.
        case syntax
        /// A JSON number that cannot be held exactly.
        case range
    }

    /// Reads a number as JSON writes it (`-12.50`, `1e3`); nil if it is none or cannot be held exactly.
    public init?(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }

    /// Reads a number as JSON writes it from UTF-8.
    public init?(bytes: [UInt8]) {
        var cursor = 0
        guard let number = try? Self.read(bytes, &cursor), cursor == bytes.count else { return nil }
        self = number
    }

    /// Reads the longest JSON number from `cursor` on and leaves the cursor behind it.
    static func read(_ bytes: [UInt8], _ cursor: inout Int) throws(Refusal) -> ExactNumber {
        let end = bytes.count
        var at = cursor
        defer { cursor = at }
        var isNegative = false
        if at < end, bytes[at] == UInt8(ascii: "-") {
            isNegative = true
            at += 1
        }
        var digits = DigitReader()
        guard at < end, let first = digit(bytes[at]) else { throw .syntax }
        at += 1
        digits.take(first)
        if first != 0 { while at < end, let next = digit(bytes[at]) { digits.take(next); at += 1 } }
        if at < end, bytes[at] == UInt8(ascii: ".") {
            at += 1
            guard at < end, digit(bytes[at]) != nil else { throw .syntax }
            digits.isFraction = true
            while at < end, let next = digit(bytes[at]) { digits.take(next); at += 1 }
        }
        var power = 0
        if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            var isDown = false
            if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
                isDown = bytes[at] == UInt8(ascii: "-")
                at += 1
            }
            guard at < end, digit(bytes[at]) != nil else { throw .syntax }
            while at < end, let next = digit(bytes[at]) {
                // Far beyond any text's length the exact power no longer matters.
                if power < 1_000_000_000_000 { power = power * 10 + Int(next) }
                at += 1
            }
            if isDown { power = -power }
        }
        guard let number = digits.number(isNegative: isNegative, power: power) else { throw .range }
        return number
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        let value = byte &- UInt8(ascii: "0")
        return value < 10 ? value : nil
    }

    /// The canonical text: as ECMAScript and RFC 8785 write a number, with all its digits. Plain from 10^-6 up to 10^21
    /// (`0.1`, `1250000`), with an exponent beyond (`1.5e+30`).
    public var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the canonical text in ASCII.
    func write(to bytes: inout [UInt8]) {
        let own = parts
        guard own.magnitude != 0 else {
            bytes.append(UInt8(ascii: "0"))
            return
        }
        if own.isNegative { bytes.append(UInt8(ascii: "-")) }
        let digits = Self.digits(of: own.magnitude)
        let zero = UInt8(ascii: "0")
        // The decimal point stands behind this many digits.
        let point = digits.count + own.exponent
        if own.exponent >= 0, point <= 21 {
            bytes += digits
            bytes.append(contentsOf: repeatElement(zero, count: own.exponent))
        } else if point > 0, point <= 21 {
            bytes += digits[..<point]
            bytes.append(UInt8(ascii: "."))
            bytes += digits[point...]
        } else if point > -6, point <= 0 {
            bytes += [zero, UInt8(ascii: ".")]
            bytes.append(contentsOf: repeatElement(zero, count: -point))
            bytes += digits
        } else {
            bytes.append(digits[0])
            if digits.count > 1 {
                bytes.append(UInt8(ascii: "."))
                bytes += digits[1...]
            }
            bytes.append(UInt8(ascii: "e"))
            bytes.append(point > 0 ? UInt8(ascii: "+") : UInt8(ascii: "-"))
            bytes += Self.digits(of: UInt128((point - 1).magnitude))
        }
    }

    private static func digits(of magnitude: UInt128) -> [UInt8] {
        var digits: [UInt8] = []
        if magnitude <= UInt128(UInt64.max) {
            var rest = UInt64(truncatingIfNeeded: magnitude)
            repeat {
                digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            } while rest != 0
        } else {
            var rest = magnitude
            repeat {
                digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            } while rest != 0
        }
        digits.reverse()
        return digits
    }
}

extension ExactNumber: CustomStringConvertible, LosslessStringConvertible {
    /// The canonical text.
    public var description: String { text }
}

/// Collects digits of a number of any length without losing one that counts.
private struct DigitReader {
    var isFraction = false
    private var magnitude: UInt64 = 0
    private var wide: UInt128 = 0
    private var isWide = false
    private var exponent = 0
    private var pendingZeros = 0
    private var isTooLong = false

    mutating func take(_ digit: UInt8) {
        if isFraction { exponent -= 1 }
        if digit == 0 {
            // Zeros count only once another digit follows.
            if magnitude != 0 || isWide { pendingZeros += 1 }
            return
        }
        while pendingZeros > 0, !isTooLong {
            push(0)
            pendingZeros -= 1
        }
        push(digit)
    }

    private mutating func push(_ digit: UInt8) {
        guard !isTooLong else { return }
        if !isWide {
            let (product, tooHigh) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(UInt64(digit))
            if !tooHigh, !overflow {
                magnitude = sum
                return
            }
            wide = UInt128(magnitude)
            isWide = true
        }
        guard wide < Digits.powers[37] else {
            isTooLong = true
            return
        }
        wide = wide * 10 + UInt128(digit)
    }

    func number(isNegative: Bool, power: Int) -> ExactNumber? {
        guard !isTooLong else { return nil }
        return ExactNumber.exact(
            isNegative: isNegative, magnitude: isWide ? wide : UInt128(magnitude),
            exponent: exponent + power + pendingZeros)
    }
}
