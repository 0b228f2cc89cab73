import BudgetPerformance
import Foundation
import Testing

@testable import OfficialForms

@Suite struct SelfEvaluationLawTests {
    private static let printed = SelfEvaluationSample.printed(
        SelfEvaluationPrintedTests.cases.map(\.text).joined(separator: "\n\n"))
    private static let scanned = SelfEvaluationSample.scanned(
        SelfEvaluationScannedTests.cases.map(\.text).joined(separator: "\n"))

    /// A small generator, so that a failure can be repeated from its printed seed.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var bits = state
            bits = (bits ^ (bits >> 33)) &* 0xFF51_AFD7_ED55_8CCD
            return bits ^ (bits >> 33)
        }
    }

    /// Cuts lines out or short, moves white space, swaps lines.
    private static func damaged(_ text: String, _ dice: inout Dice) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...12, using: &dice) where lines.count > 2 {
            let index = lines.indices.randomElement(using: &dice) ?? 0
            switch Int.random(in: 0..<7, using: &dice) {
            case 0: lines.remove(at: index)
            case 1: lines[index] = String(lines[index].prefix(Int.random(in: 0...20, using: &dice)))
            case 2: lines.insert("", at: index)
            case 3: lines[index] = lines[index].replacing("\t", with: " ")
            case 4: lines[index] = lines[index].map { "\($0) " }.joined()
            case 5: lines.swapAt(index, lines.indices.randomElement(using: &dice) ?? 0)
            default: lines = Array(lines.prefix(Int.random(in: 1...lines.count, using: &dice)))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// All text that the reading shows, labels aside.
    private static func shown(_ reading: LayoutReading) throws -> String {
        let json = try JSONEncoder().encode(reading.evaluation)
        return String(decoding: json, as: UTF8.self) + reading.notes.joined()
            + reading.unplaced.map(\.text).joined()
    }

    /// The Chinese characters and digits that the text has more often than the reading shows them, labels and the lines of
    /// doubtful fields aside. Digits that the names of JSON fields have do not count.
    private static func lost(_ text: String, _ reading: LayoutReading, first: Int = 1) throws -> [String] {
        let doubtful = Set(reading.lowConfidence.flatMap(\.lines))
        let jsonDigits = Set("123".unicodeScalars)
        var counts: [Unicode.Scalar: Int] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !doubtful.contains(index + first) {
            for scalar in line.unicodeScalars
            where (CellContent.isDigit(scalar) || CellContent.isHan(scalar)) && !jsonDigits.contains(scalar)
                && !Conservation.isLabelText(String(scalar))
            {
                counts[scalar, default: 0] += 1
            }
        }
        // Points of a group are printed again on each page.
        let points = (reading.evaluation.level1Weights ?? [:]).values.map { String(repeating: $0.text, count: 9) }
        for scalar in (try Self.shown(reading) + points.joined()).unicodeScalars { counts[scalar]? -= 1 }
        return counts.filter { $0.value > 0 }.map { "\($0.key) × \($0.value)" }
    }

    @Test func `Nothing is dropped`() throws {
        #expect(try Self.lost(Self.printed, SelfEvaluationSample.readPrinted(Self.printed)) == [])
        #expect(try Self.lost(Self.scanned, SelfEvaluationSample.readScanned(Self.scanned)) == [])
    }

    @Test(.enabled(if: SharedForms.arePresent, "\(SharedForms.absence)"))
    func `Nothing of the real evaluations is dropped`() throws {
        let printed = String(decoding: try SharedForms.text("self-evaluations-2023"), as: UTF8.self)
        #expect(try Self.lost(printed, SelfEvaluationSample.readPrinted(printed)) == [])
        let scanned = String(decoding: try SharedForms.text("self-evaluations-2021-ocr"), as: UTF8.self)
        let lines = SelfEvaluationSample.lines(scanned)
        let layout = ScannedSelfEvaluationLayout()
        let starts = lines.indices.filter { layout.begins(at: $0, in: lines) }
        #expect(starts.count == 2)
        for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) {
            let part = lines[start..<end]
            #expect(try Self.lost(part.map(\.text).joined(separator: "\n"), layout.read(part), first: start + 1) == [])
        }
    }

    @Test func `Damaged text is read without a crash, and nothing of it is dropped`() throws {
        let seed = UInt64.random(in: .min ... .max)
        var dice = Dice(state: seed)
        for round in 0..<150 {
            let text = Self.damaged(Self.printed, &dice)
            #expect(
                try Self.lost(text, PrintedSelfEvaluationLayout().read(SelfEvaluationSample.lines(text)[...])) == [],
                "seed \(seed), round \(round)")
            let scan = Self.damaged(Self.scanned, &dice)
            #expect(
                try Self.lost(scan, ScannedSelfEvaluationLayout().read(SelfEvaluationSample.lines(scan)[...])) == [],
                "seed \(seed), round \(round)")
        }
    }

    @Test func `A form begins at its title, once`() {
        let twice = Self.printed + "\n" + Self.printed
        let lines = SelfEvaluationSample.lines(twice)
        let printed = PrintedSelfEvaluationLayout()
        #expect(lines.indices.filter { printed.begins(at: $0, in: lines) }.count == 2)
        let bare = SelfEvaluationSample.lines(Self.printed.replacing("项目支出绩效自评表\n", with: ""))
        #expect(bare.indices.filter { printed.begins(at: $0, in: bare) }.count == 1)
        let scans = SelfEvaluationSample.lines(Self.scanned + "\n\n" + Self.scanned)
        let scanned = ScannedSelfEvaluationLayout()
        #expect(scans.indices.filter { scanned.begins(at: $0, in: scans) }.count == 2)
        #expect(scans.indices.allSatisfy { !printed.begins(at: $0, in: scans) })
    }
}
