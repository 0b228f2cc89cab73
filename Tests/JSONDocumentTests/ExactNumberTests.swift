internal import Foundation
internal import JSONDocument
internal import Testing

@Suite("Exact numbers (JSON)")
struct ExactNumberTests {
    @Test("A tenth and two tenths are three tenths")
    func tenths() {
        #expect((0.1 as ExactNumber) + 0.2 == 0.3)
        #expect(ExactNumber("1.50") == ExactNumber("1.5"))
        #expect(ExactNumber("1.50")?.hashValue == ExactNumber("15e-1")?.hashValue)
    }

    @Test("Sums, differences, products and order agree with Decimal", arguments: [41, 42, 43] as [UInt64])
    func decimals(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<2_000 {
            let (a, b) = (random.short(), random.short())
            let (x, y) = (a.decimal, b.decimal)
            #expect((a + b).decimal == x + y, "seed \(seed): \(a) + \(b)")
            #expect((a - b).decimal == x - y, "seed \(seed): \(a) - \(b)")
            #expect((a * b).decimal == x * y, "seed \(seed): \(a) * \(b)")
            #expect((a < b) == (x < y), "seed \(seed): \(a) < \(b)")
            #expect((a == b) == (x == y), "seed \(seed): \(a) == \(b)")
            #expect(ExactNumber(x) == a, "seed \(seed): \(a)")
        }
    }

    @Test("Multiplying a quotient gives the dividend back, within the last digits", arguments: [51, 52] as [UInt64])
    func quotients(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<2_000 {
            let (a, b) = (random.short(), random.short())
            guard !b.isZero else {
                #expect(a.divided(by: b) == nil)
                continue
            }
            let back = try #require(a.divided(by: b)) * b
            let error = (back - a).magnitude
            let bound = a.magnitude * (ExactNumber("1e-34") ?? 0)
            #expect(error <= bound, "seed \(seed): \(a) / \(b), off by \(error)")
        }
    }

    @Test("Quotient and remainder make up the dividend", arguments: [61] as [UInt64])
    func remainders(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<2_000 {
            let (a, b) = (random.short(), random.short())
            guard !b.isZero else { continue }
            let rest = try #require(a.remainder(dividingBy: b))
            #expect(rest.magnitude < b.magnitude, "seed \(seed): \(a) % \(b)")
            #expect(rest.isZero || rest.signum == a.signum, "seed \(seed): \(a) % \(b)")
            let quotient = try #require((a - rest).divided(by: b))
            #expect(quotient.isInteger, "seed \(seed): \(a) % \(b) = \(rest), \(quotient)")
        }
    }

    @Test("Text reads back as the same number, at any size", arguments: [71] as [UInt64])
    func texts(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<5_000 {
            let number = random.number()
            #expect(ExactNumber(number.text) == number, "seed \(seed): \(number)")
            #expect(ExactNumber(number.decimal) == number, "seed \(seed): \(number)")
            #expect((number < -number) == (number.signum < 0), "seed \(seed): \(number)")
            #expect(number - number == 0, "seed \(seed): \(number)")
        }
    }

    @Test(
        "Canonical text",
        arguments: [
            ("0", "0"), ("-0.000", "0"), ("100", "100"), ("1e2", "100"), ("1.10", "1.1"), ("0.5", "0.5"),
            ("-12.340", "-12.34"), ("1e20", "100000000000000000000"), ("1e21", "1e+21"), ("1.25e30", "1.25e+30"),
            ("1e-6", "0.000001"), ("1.5e-7", "1.5e-7"), ("9223372036854775807", "9223372036854775807"),
            ("-9223372036854775808", "-9223372036854775808"), ("18446744073709551616", "18446744073709551616"),
        ])
    func canonical(_ written: String, _ text: String) throws {
        #expect(try #require(ExactNumber(written)).text == text)
    }

    @Test("Is no number", arguments: ["", " 1", "1 ", "+1", "01", "1.", ".1", "1e", "0x1", "１", "1,000", "NaN", "--1"])
    func noNumber(_ text: String) {
        #expect(ExactNumber(text) == nil)
    }

    @Test("Integers come back as integers, and only they")
    func integers() {
        for value in [0, 1, -1, 10, -100, Int.max, Int.min, 1_000_000_007] {
            #expect(ExactNumber(value).int == value)
            #expect(ExactNumber(value) == ExactNumber(String(value)))
            #expect(
                (-ExactNumber(value)).text
                    == (value == 0 ? "0" : value < 0 ? String("\(value)".dropFirst()) : "-\(value)"))
        }
        #expect((1.5 as ExactNumber).int == nil)
        #expect(ExactNumber("9223372036854775808")?.int == nil)
        #expect(ExactNumber("300")?.integer(UInt8.self) == nil)
        #expect(ExactNumber("1e37")?.int == nil)
    }

    @Test(
        "Beyond 38 digits a half goes to the even neighbour",
        arguments: [
            ("10000000000000000000000000000000000001", "1.5", "15000000000000000000000000000000000002"),
            ("10000000000000000000000000000000000003", "1.5", "15000000000000000000000000000000000004"),
            ("-10000000000000000000000000000000000003", "1.5", "-15000000000000000000000000000000000004"),
            ("99999999999999999999999999999999999999", "1.1", "1.1e38"),
        ])
    func ties(_ left: String, _ right: String, _ product: String) throws {
        let (a, b) = (try #require(ExactNumber(left)), try #require(ExactNumber(right)))
        #expect(a * b == ExactNumber(product))
        #expect(b * a == ExactNumber(product))
    }

    @Test("Sums across the whole range keep 38 digits")
    func farApart() throws {
        let one = try #require(ExactNumber("1e30"))
        #expect(one + 0.0000001 == ExactNumber("1000000000000000000000000000000.0000001"))
        #expect(one + (ExactNumber("1e-9") ?? 0) == one)
        #expect(one - (ExactNumber("1e-7") ?? 0) == ExactNumber("999999999999999999999999999999.9999999"))
        let third = try #require((1 as ExactNumber).divided(by: 3))
        #expect(third.text == "0." + String(repeating: "3", count: 37))
        #expect((2 as ExactNumber).divided(by: 3)?.text == "0." + String(repeating: "6", count: 36) + "7")
    }

    @Test("Rounds halves away from nought")
    func rounding() {
        #expect((2.345 as ExactNumber).rounded(fractionDigits: 2) == 2.35)
        #expect((-2.345 as ExactNumber).rounded(fractionDigits: 2) == -2.35)
        #expect((2.344 as ExactNumber).rounded(fractionDigits: 2) == 2.34)
        #expect((99.995 as ExactNumber).rounded(fractionDigits: 2) == 100)
        #expect((-7.9 as ExactNumber).truncated == -7)
    }

    @Test("Beyond the range there is an answer, not a crash")
    func range() throws {
        let greatest = try #require(ExactNumber("9e127"))
        #expect(greatest.multiplied(by: 100) == nil)
        #expect(greatest * greatest > greatest)
        #expect(greatest.adding(greatest)?.text == "1.8e+128")
        let least = try #require(ExactNumber("1e-128"))
        #expect(least.multiplied(by: least) == 0)
        #expect(greatest + least == greatest)
        #expect(greatest.remainder(dividingBy: least) == 0)
        #expect(least.remainder(dividingBy: greatest) == least)
        #expect(ExactNumber(Decimal.nan) == nil)
        #expect(ExactNumber(Double.infinity) == nil)
        #expect(ExactNumber(Double.greatestFiniteMagnitude) == nil)
        #expect(ExactNumber(Decimal.greatestFiniteMagnitude) != nil)
        #expect((1 as ExactNumber).divided(by: 0) == nil)
    }

    @Test(
        "Doubles come and go by their shortest text",
        arguments: [0.1, -2.5, 1e22, 1e-7, 123456.789, 5e-20, 0, 1 / 3] as [Double])
    func doubles(_ value: Double) {
        #expect(ExactNumber(value)?.double == value)
    }
}

extension Seeded {
    /// A number of up to 18 digits with up to 9 of them behind the point.
    fileprivate mutating func short() -> ExactNumber {
        let limit = [10, 1_000, 1_000_000, 1_000_000_000_000_000_000].randomElement(using: &self) ?? 10
        let significand = Int.random(in: -limit...limit, using: &self)
        return ExactNumber(significand: significand, exponent: -Int.random(in: 0...9, using: &self)) ?? 0
    }
}
