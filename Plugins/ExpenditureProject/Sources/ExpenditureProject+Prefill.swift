internal import BudgetPerformance
public import JSONDocument
public import WorkflowPlugin

extension ExpenditureProject {
    /// `self-evaluation`: the 自评表 with the approved targets, spread weights and the money of the year. An evaluation that the unit
    /// has already begun stays as it is. Other tasks begin with nothing.
    ///
    /// - Throws: ``PrefillError`` where declaration, execution or year are missing.
    public func prefill(
        task: String, document: CaseDocument, subject: CaseSummary
    ) throws -> [String: JSONValue] {
        guard task == "self-evaluation", document.parts[ProjectPart.evaluation.rawValue] == nil else { return [:] }
        guard let declaration = try document.part(ProjectPart.declaration.rawValue, as: Declaration.self) else {
            throw PrefillError.partMissing(ProjectPart.declaration.rawValue)
        }
        guard let execution = try document.part(ProjectPart.execution.rawValue, as: ExecutionRecord.self) else {
            throw PrefillError.partMissing(ProjectPart.execution.rawValue)
        }
        guard let year = Int(subject.period) else { throw PrefillError.periodIsNoYear }
        let primary = subject.ancestors["primary-budget-unit"]
        let form = EvaluationPrefill(policy: policy).evaluation(
            of: declaration, execution: execution.funds, year: year, implementingUnit: subject.unitName,
            primaryBudgetUnit: primary, supervisingDepartment: primary)
        return [ProjectPart.evaluation.rawValue: try JSONValueEncoder().encode(EvaluationRecord(form: form))]
    }
}

/// Why an evaluation cannot be pre-filled.
public enum PrefillError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A part of the document that is needed is missing.
    case partMissing(String)
    /// The case's period is not a year.
    case periodIsNoYear

    /// In both languages, for the report of the year end.
    public var description: String {
        switch self {
        case .partMissing(let part): "缺少 \(part)，无法预填自评表 / there is no \(part) to pre-fill the evaluation from"
        case .periodIsNoYear: "案件期间不是年度，无法预填自评表 / the case's period is no year"
        }
    }
}
