internal import Testing
internal import WorkflowPluginTesting

@testable import BudgetExecution

@Suite("BudgetExecution")
struct BudgetExecutionTests {
    @Test("The plugin keeps the laws of its seam, its examples included")
    func laws() async throws { try await ScorerConformance<BudgetExecution>().check() }
}
