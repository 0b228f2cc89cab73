public import BudgetPerformance
public import JSONDocument
public import Workflow
internal import WorkflowEngine
public import WorkflowPlugin
internal import WorkflowStore

/// What filling in a self-evaluation came to.
public struct EvaluationResult: Sendable {
    /// What became of it.
    public enum Outcome: Sendable, Hashable {
        /// Submitted; the case has moved on.
        case submitted
        /// Saved; something is still open.
        case saved
        /// Nothing was changed: there was nothing new to save.
        case unchanged
    }

    /// The case as it is now.
    public var `case`: Case
    /// What became of it.
    public var outcome: Outcome
    /// The table with what was filled in.
    public var record: EvaluationRecord
    /// The fact `score`: lines, total, grade, whether it is complete.
    public var score: JSONValue
    /// What plugins said.
    public var findings: [Finding]
    /// Whether every line stands and nothing is wrong: it can be submitted.
    public var isComplete: Bool
}

extension Application {
    /// The part of a case's document that holds the self-evaluation.
    static let evaluationPart = "evaluation"

    /// The self-evaluation of a case as it is: the stored part, or the one that its task would begin with.
    public func evaluation(of id: CaseID) async throws(ApplicationError) -> EvaluationRecord {
        let (stored, schedule) = try await evaluable(id)
        let document = try await asking { () async throws(EngineError) in try await engine.document(of: stored.value) }
        do {
            if let record = try document.part(Self.evaluationPart, as: EvaluationRecord.self) { return record }
            let prefilled = try await asking { () async throws(EngineError) in
                try await engine.prefill(task: schedule, of: id)
            }
            guard let part = prefilled[Self.evaluationPart] else {
                throw ApplicationError.refused(
                    code: "action.not-here", values: ["action": "evaluate", "state": stored.value.state])
            }
            return try JSONValueDecoder().decode(EvaluationRecord.self, from: part)
        } catch let error as ApplicationError {
            throw error
        } catch {
            throw .engine(.store(.damaged("part \(Self.evaluationPart) of \(id)")))
        }
    }

    /// Fills in a self-evaluation, scores it, and submits it where every line stands; else what was filled in is saved.
    public func evaluate(
        _ id: CaseID, _ input: EvaluationInput, submits: Bool, isDryRun: Bool, expectedRevision: Int? = nil
    ) async throws(ApplicationError) -> EvaluationResult {
        let stored = try await evaluable(id).stored
        let action = try await scoringAction(of: stored.value)
        var record = try await evaluation(of: id)
        try record.fill(input)
        let part = try encode(record)
        let assessment = try await asking { () async throws(EngineError) in
            try await engine.assess(action, on: id, parts: [Self.evaluationPart: part])
        }
        let score = assessment.facts["score"] ?? .null
        let hasErrors = assessment.findings.contains { $0.severity == .error }
        let complete = score["complete"]?.bool == true && !hasErrors
        var result = EvaluationResult(
            case: stored.value, outcome: .unchanged, record: record, score: score, findings: assessment.findings,
            isComplete: complete)
        if complete, submits {
            result.record.take(scores: score)
            let command = Command(
                actor: actor, case: id, verb: .act(action), parts: [Self.evaluationPart: try encode(result.record)],
                expectedRevision: expectedRevision, isDryRun: isDryRun)
            result.case = try await asking { () async throws(EngineError) in try await engine.perform(command) }.case
            result.outcome = .submitted
            return result
        }
        let command = Command(
            actor: actor, case: id, verb: .write, parts: [Self.evaluationPart: part],
            expectedRevision: expectedRevision, isDryRun: isDryRun)
        do throws(EngineError) {
            result.case = try await engine.perform(command).case
            result.outcome = .saved
        } catch {
            guard case .refused(let refusal, _) = error, refusal.code == .nothingToWrite else { throw .engine(error) }
        }
        return result
    }

    private func evaluable(_ id: CaseID) async throws(ApplicationError) -> (stored: StoredCase, task: String) {
        let stored = try await asking { () async throws(EngineError) in try await engine.storedCase(id) }
        let definition = try await asking { () async throws(EngineError) in
            try await engine.definition(stored.value.definition)
        }
        let schedule = definition.schedules.first { definition.states[$0.state].name == stored.value.state }
        guard let schedule else {
            let wanted = definition.actions.first { !$0.score.isEmpty }
            let possible = definition.states.firstIndex { $0.name == stored.value.state }
                .map { definition.actions(from: $0).map(\.name).joined(separator: ", ") }
            throw .engine(
                .refused(
                    Refusal(
                        stored.value.isFinal ? .final : .notHere,
                        [
                            "action": wanted?.name ?? "evaluate", "state": stored.value.state,
                            "possible": possible ?? "",
                        ]), case: id))
        }
        return (stored, schedule.task)
    }

    private func scoringAction(of subject: Case) async throws(ApplicationError) -> String {
        let definition = try await asking { () async throws(EngineError) in
            try await engine.definition(subject.definition)
        }
        let state = definition.states.firstIndex { $0.name == subject.state } ?? definition.initialState
        guard let action = definition.actions(from: state).first(where: { !$0.score.isEmpty }) else {
            throw .engine(
                .refused(Refusal(.notHere, ["action": "evaluate", "state": subject.state]), case: subject.id))
        }
        return action.name
    }

    private func encode(_ record: EvaluationRecord) throws(ApplicationError) -> JSONValue {
        do {
            return try JSONValueEncoder().encode(record)
        } catch {
            throw .input(code: "unexpected", values: ["reason": "encoding"])
        }
    }
}
