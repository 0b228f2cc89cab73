internal import Testing
internal import WorkflowPluginTesting

@testable import Amounts

@Suite("Amounts")
struct AmountsTests {
    @Test("The plugin keeps the laws of its seam, its examples included")
    func laws() async throws { try await ValidatorConformance<Amounts>().check() }
}
