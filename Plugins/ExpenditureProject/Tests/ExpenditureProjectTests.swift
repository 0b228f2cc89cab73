internal import Testing
internal import WorkflowPluginTesting

@testable import ExpenditureProject

@Suite("ExpenditureProject")
struct ExpenditureProjectTests {
    @Test("The plugin keeps the laws of its seam, its examples included")
    func laws() async throws { try await DocumentTypeConformance<ExpenditureProject>().check() }
}
