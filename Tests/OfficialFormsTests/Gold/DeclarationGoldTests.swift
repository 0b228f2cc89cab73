import Foundation
import OfficialForms
import Testing

@Suite struct DeclarationGoldTests {
    @Test(
        .enabled(if: SharedForms.arePresent, "\(SharedForms.absence)"),
        arguments: ["declarations-2022", "declarations-2023", "declarations-2025"])
    func `A real declaration is read as a careful person reads it, in every field`(name: String) throws {
        let reading = try FormReader().readings(of: [UInt8](SharedForms.text(name)), source: "\(name).txt")
        let comparison = try GoldComparison(
            of: reading.readings, with: SharedForms.gold(name), lineBreaks: .compared)
        #expect(comparison.differences.isEmpty, "\(comparison)")
        #expect(reading.encoding == .utf8)
        #expect(reading.readings.flatMap(\.unplaced) == [])
        #expect(reading.readings.flatMap(\.lowConfidence) == [])
    }
}
