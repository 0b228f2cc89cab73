internal import Testing
internal import WorkflowPluginTesting

@testable import RequiredFields

@Suite("RequiredFields")
struct RequiredFieldsTests {
    @Test("The plugin keeps the laws of its seam, its examples included")
    func laws() async throws { try await ValidatorConformance<RequiredFields>().check() }
}
