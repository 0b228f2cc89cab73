import BudgetPerformance
import Foundation
import Testing

@testable import OfficialForms

@Suite struct SelfEvaluationGoldTests {
    private static let reader = FormReader(
        limits: .init(), layouts: [PrintedSelfEvaluationLayout(), ScannedSelfEvaluationLayout()])

    @Test(
        .enabled(if: SharedForms.arePresent, "\(SharedForms.absence)"),
        arguments: ["self-evaluations-2023", "self-evaluations-2021-ocr"])
    func `A real evaluation is read as a careful person reads it, in every field`(name: String) throws {
        let reading = try Self.reader.readings(of: [UInt8](SharedForms.text(name)), source: "\(name).txt")
        let comparison = try GoldComparison(of: reading.readings, with: SharedForms.gold(name))
        #expect(comparison.differences.isEmpty, "\(comparison)")
        #expect(comparison.compared > 150)
    }

    @Test(.enabled(if: SharedForms.arePresent, "\(SharedForms.absence)"))
    func `A printed evaluation leaves no doubt, a scanned one names its garbled lines and the fields that they touch`()
        throws
    {
        let printed = try Self.reader.readings(
            of: [UInt8](SharedForms.text("self-evaluations-2023")), source: ""
        ).readings
        #expect(printed.flatMap(\.unplaced) == [])
        #expect(printed.flatMap(\.lowConfidence) == [])
        let scanned = try Self.reader.readings(
            of: [UInt8](SharedForms.text("self-evaluations-2021-ocr")), source: ""
        ).readings
        #expect(scanned.flatMap(\.unplaced).contains { $0.text.contains("307071") })
        #expect(scanned.flatMap(\.lowConfidence).contains { $0.pointer == "/expectedGoal" })
        let fields = scanned.flatMap(\.lowConfidence).filter { $0.pointer.hasPrefix("/indicators") }
        #expect(fields.count < 20)
    }

    @Test(.enabled(if: SharedForms.arePresent, "\(SharedForms.absence)"))
    func `No line of a declaration begins an evaluation`() throws {
        for name in ["declarations-2022", "declarations-2023", "declarations-2025"] {
            let lines = SelfEvaluationSample.lines(String(decoding: try SharedForms.text(name), as: UTF8.self))
            for index in lines.indices {
                #expect(!PrintedSelfEvaluationLayout().begins(at: index, in: lines))
                #expect(!ScannedSelfEvaluationLayout().begins(at: index, in: lines))
            }
        }
    }
}
