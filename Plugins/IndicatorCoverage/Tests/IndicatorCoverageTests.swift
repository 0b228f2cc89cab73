internal import Testing
internal import WorkflowPluginTesting

@testable import IndicatorCoverage

@Suite("IndicatorCoverage")
struct IndicatorCoverageTests {
    @Test("The plugin keeps the laws of its seam, its examples included")
    func laws() async throws { try await ValidatorConformance<IndicatorCoverage>().check() }
}
