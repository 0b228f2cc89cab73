import BudgetPerformance
import Foundation
import Testing

/// The printed self-evaluations beside the repository. They are not part of it: without them these tests say that they are skipped.
enum Gold {
    struct Form: Decodable {
        var source: String
        var ordinal: Int
        var evaluation: SelfEvaluation

        private enum Key: String, CodingKey { case source, ordinal }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: Key.self)
            source = try box.decode(String.self, forKey: .source)
            ordinal = try box.decode(Int.self, forKey: .ordinal)
            evaluation = try SelfEvaluation(from: decoder)
        }
    }

    static let folder: URL? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["SHENPI_SHARED"].map { URL(fileURLWithPath: $0) }
        let candidates = [named, root.deletingLastPathComponent().appendingPathComponent("shared")].compactMap { $0 }
        let found = candidates.map { $0.appendingPathComponent("forms/gold") }
            .first { FileManager.default.fileExists(atPath: $0.path) }
        if found == nil { print("Skipped: no printed forms (set SHENPI_SHARED to the folder that holds forms/gold).") }
        return found
    }()

    static func load<Value: Decodable>(_ name: String) throws -> [Value] {
        guard let folder else { return [] }
        return try JSONDecoder().decode([Value].self, from: Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func evaluation(_ name: String, _ ordinal: Int) throws -> SelfEvaluation {
        let forms: [Form] = try load(name)
        return try #require(forms.first { $0.ordinal == ordinal }).evaluation
    }
}

@Suite(.enabled(if: Gold.folder != nil, "no printed forms: set SHENPI_SHARED"))
struct GoldScoresTests {
    @Test(arguments: ["self-evaluations-2021-ocr.json", "self-evaluations-2023.json"])
    func `Every printed line that follows a rule is reproduced`(_ file: String) throws {
        let forms: [Gold.Form] = try Gold.load(file)
        for form in forms {
            let sheet = ScoreSheet(form.evaluation)
            for line in sheet.lines where line.computed != nil {
                #expect(
                    line.computed == line.printed, "\(file) #\(form.ordinal) \(line.row) \(line.rule) \(line.reasons)")
            }
        }
    }

    @Test(arguments: [(1, "99.57", "9.8"), (2, "99.56", "9.7")])
    func `The tables of 2021 add up to their printed totals`(_ ordinal: Int, _ total: String, _ funds: String) throws {
        let sheet = ScoreSheet(try Gold.evaluation("self-evaluations-2021-ocr.json", ordinal))
        #expect(sheet.computedTotal?.plainText == total)
        #expect(sheet.printedTotal == sheet.computedTotal)
        #expect(sheet.lines.first?.computed?.plainText == funds)
        #expect(sheet.grade == .excellent)
    }

    @Test func `Rows below their weight follow the proportional rule`() throws {
        let cost = ScoreSheet(try Gold.evaluation("self-evaluations-2021-ocr.json", 1)).lines.first {
            $0.computed?.plainText == "9.77"
        }
        #expect(cost?.rule == .proportional)
        let people = ScoreSheet(try Gold.evaluation("self-evaluations-2021-ocr.json", 2)).lines.first {
            $0.computed?.plainText == "2.86"
        }
        #expect(people?.rule == .proportional)
    }

    @Test func `Only texts without a number wait for a person`() throws {
        let sheet = ScoreSheet(try Gold.evaluation("self-evaluations-2021-ocr.json", 2))
        let open = sheet.lines.filter(\.needsPerson)
        #expect(open.map(\.row) == (15...19).map { .indicator($0) })
        #expect(open.allSatisfy { $0.rule == .textEqual && $0.computed == $0.weight })
        #expect(ScoreSheet(try Gold.evaluation("self-evaluations-2021-ocr.json", 1)).isComplete)
    }

    @Test func `The judgement row of 2023 needs a person and completes the sheet`() throws {
        let sheet = ScoreSheet(try Gold.evaluation("self-evaluations-2023.json", 1))
        #expect(sheet.openRows == [.indicator(9)])
        #expect(sheet.computedTotal == nil)
        let entry = JudgedScore(row: .indicator(9), score: 3, reason: "paid every month")
        let (judged, refusals) = sheet.judged(by: [entry])
        #expect(refusals.isEmpty)
        #expect(judged.isComplete)
        #expect(judged.computedTotal == judged.printedTotal)
        #expect(judged.computedTotal?.plainText == "98.88")
        #expect(judged.lines.first?.computed?.plainText == "8.88")
    }

    @Test func `The report names every line and keeps printed numbers as printed`() throws {
        let form = try Gold.evaluation("self-evaluations-2021-ocr.json", 1)
        let report = ScoreSheetReport(source: "x.txt", ordinal: 1, form: form, sheet: ScoreSheet(form))
        #expect(report.lines.count == form.indicators.count + 1)
        #expect(report.lines.first?.printed == "9.80")
        #expect(report.lines.first?.computed == "9.8")
        #expect(report.printedTotal == "99.57")
    }
}
