internal import Testing
internal import WorkflowPluginTesting

@testable import TextLimits

@Suite("TextLimits")
struct TextLimitsTests {
    @Test("The plugin keeps the laws of its seam, its examples included")
    func laws() async throws { try await ValidatorConformance<TextLimits>().check() }
}
