internal import Testing
internal import WorkflowPluginTesting

@testable import IndicatorAttainment

@Suite("IndicatorAttainment")
struct IndicatorAttainmentTests {
    @Test("The plugin keeps the laws of its seam, its examples included")
    func laws() async throws { try await ScorerConformance<IndicatorAttainment>().check() }
}
