internal import Foundation

/// A number at a place of a folded text, in digits or in Chinese numerals.
struct TargetNumber: Sendable {
    /// The value, exact.
    var value: Decimal
    /// The value where it is a whole number of at most four digits without a decimal point: what dates are made of.
    var short: Int?
    /// How many scalars it takes.
    var length: Int
    /// Whether it is written in Chinese numerals.
    var isChinese = false

    /// Digits with an optional decimal part and thousands separators; `nil` where no digit stands or the number is absurdly long.
    init?(digitsIn text: [Unicode.Scalar], at start: Int) {
        var index = start
        var significand: UInt64 = 0
        var count = 0
        var exponent = 0
        func digit(_ place: Int) -> UInt64? {
            guard place < text.count, (48...57).contains(text[place].value) else { return nil }
            return UInt64(text[place].value - 48)
        }
        func isGroup(_ place: Int) -> Bool {
            place < text.count && (text[place] == "," || text[place] == "，") && digit(place + 1) != nil
                && digit(place + 2) != nil && digit(place + 3) != nil && digit(place + 4) == nil
        }
        var leading = 0
        while true {
            if let next = digit(index) {
                significand = significand &* 10 &+ next
                count += 1
                leading += 1
                index += 1
            } else if count > 0, leading <= 3, isGroup(index) {
                index += 1
                leading = 0
            } else {
                break
            }
        }
        guard count > 0 else { return nil }
        let isWhole: Bool
        if index < text.count, text[index] == ".", digit(index + 1) != nil {
            isWhole = false
            index += 1
            while let next = digit(index) {
                significand = significand &* 10 &+ next
                count += 1
                exponent -= 1
                index += 1
            }
        } else {
            isWhole = true
        }
        guard count <= 18 else { return nil }
        value = Decimal(sign: .plus, exponent: exponent, significand: Decimal(significand))
        short = isWhole && count <= 4 ? Int(significand) : nil
        length = index - start
    }

    /// A Chinese numeral up to 9999 such as 三, 十二 or 一百二十, or the 半 of 半小时; `nil` where none stands.
    init?(chineseIn text: [Unicode.Scalar], at start: Int) {
        if TargetNumber.isHalf(text, at: start) {
            value = Decimal(sign: .plus, exponent: -1, significand: 5)
            length = 1
            isChinese = true
            return
        }
        var index = start
        var total = 0
        var digit: Int?
        var lastPower = 10_000
        while index < text.count {
            if let next = TargetNumber.digits[text[index]] {
                guard digit == nil || digit == 0 else { return nil }
                digit = next
            } else if let power = TargetNumber.powers[text[index]], power < lastPower {
                guard digit != nil || (power == 10 && total == 0) else { break }
                total += (digit ?? 1) * power
                lastPower = power
                digit = nil
            } else {
                break
            }
            index += 1
        }
        guard index > start else { return nil }
        total += digit ?? 0
        value = Decimal(total)
        short = total
        length = index - start
        isChinese = true
    }

    /// 半小时, 半个月, 半天; not 半年, which is a period of its own, nor the second half of 一天半.
    private static func isHalf(_ text: [Unicode.Scalar], at place: Int) -> Bool {
        guard place < text.count, text[place] == "半" else { return false }
        if place > 0, "个天".unicodeScalars.contains(text[place - 1]) || digits[text[place - 1]] != nil { return false }
        return ["小时", "个小时", "天", "日", "个月", "个工作日"].contains {
            text[(place + 1)...].starts(with: $0.unicodeScalars)
        }
    }

    private static let digits: [Unicode.Scalar: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let powers: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000]
}
