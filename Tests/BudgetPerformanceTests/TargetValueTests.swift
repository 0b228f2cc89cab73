import BudgetPerformance
import Foundation
import Testing

/// One cell and the reading expected of it, spelled as `kind source comparator canonical-text +assumptions`.
struct TargetCase: Sendable, CustomTestStringConvertible {
    var text: String
    var name: String
    var level2: String
    var expected: String

    init(_ text: String, name: String = "", level2: String = "", _ expected: String) {
        self.text = text
        self.name = name
        self.level2 = level2
        self.expected = expected
    }

    var testDescription: String { "\(text) \(name) \(level2)" }

    var context: TargetContext { TargetContext(name: name, level2: level2) }

    static let all = shares + counts + moneys + times + contexts + dates + words + edges

    static func spell(_ value: TargetValue) -> String {
        var parts = [value.kind.rawValue]
        if let comparator = value.comparator {
            parts.append(
                ([value.comparatorSource?.rawValue, comparator.rawValue].compactMap { $0 }).joined(separator: " "))
        }
        if case .unmeasurable(let reason) = value.reading {
            parts.append(reason.rawValue)
        } else {
            parts.append(value.canonicalText)
        }
        let written: Set<TargetValue.Assumption> = [.comparator, .comparatorFromName]
        parts += value.assumptions.filter { !written.contains($0) }.map { "+" + $0.rawValue }
        return parts.joined(separator: " ")
    }
}

struct TargetValueTests {
    @Test(arguments: TargetCase.all)
    func `A cell is read as a careful person reads it`(_ given: TargetCase) {
        #expect(TargetCase.spell(TargetValue(given.text, in: given.context)) == given.expected)
    }

    @Test(arguments: TargetCase.all)
    func `The canonical text of a value reads as the same value`(_ given: TargetCase) {
        let value = TargetValue(given.text, in: given.context)
        var again = TargetValue(value.canonicalText, in: given.context)
        again.text = value.text
        if value.assumptions.contains(.century) {
            again.assumptions.append(.century)
        }
        #expect(again == value)
    }

    @Test func `An assumed comparator is stated, a written one is not`() {
        #expect(TargetValue("30场").assumptions == [.comparator])
        #expect(TargetValue("≥30场").assumptions.isEmpty)
        #expect(TargetValue("30").assumptions == [.comparator, .unitMissing])
    }

    @Test func `An actual value without a comparator is exact`() {
        let value = TargetValue("98%", in: TargetContext(role: .actual))
        #expect(value.comparator == nil)
        #expect(value.assumptions.isEmpty)
        #expect(value.reading == .measure(Measure(value: 98, unit: "%")))
    }

    @Test func `A blank cell is blank whatever white space it holds`() {
        for text in ["", " ", "\u{3000}", "\n\t"] {
            #expect(TargetValue(text).reading == .unmeasurable(.blank))
        }
    }

    @Test func `A deadline of next year takes its year from the form`() {
        let value = TargetValue("次年3月底前", in: TargetContext(year: 2025))
        #expect(value.reading == .deadline(DeadlineDate(year: 2026, month: 3)))
    }

    @Test func `Noise of any kind is read without harm, and the same way twice`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("0123456789一二十百万亿%≥≤<>=约每周月年日前底内以上不低于超过-至/·.,，。（）()x*元人次天第季度《》后零 \n")
        for _ in 0..<4_000 {
            let text = String(
                (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
            for context in [TargetContext(name: text), TargetContext(role: .actual, level2: "成本指标")] {
                #expect(TargetValue(text, in: context) == TargetValue(text, in: context))
            }
        }
    }

    @Test func `A text of any length is answered`() {
        #expect(TargetValue(String(repeating: "很", count: 5_000)).reading == .unmeasurable(.tooLong))
        #expect(TargetValue(String(repeating: "9", count: 3_000)).reading == .unmeasurable(.tooLong))
    }
}

/// SplitMix64: the same seed gives the same values on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
