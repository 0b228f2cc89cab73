internal import Workflow
internal import BudgetPerformance
internal import JSONDocument
internal import WorkflowPlugin

extension ProjectPart {
    /// What keeps a value from being stored as this part, and members that nobody knows.
    func check(_ value: JSONValue) -> [Finding] {
        do {
            switch self {
            case .declaration:
                let form = try JSONValueDecoder().decode(Declaration.self, from: value)
                return unknownMembers(of: value) + check(projectCode: form.projectCode)
            case .execution:
                let record = try JSONValueDecoder().decode(ExecutionRecord.self, from: value)
                return unknownMembers(of: value) + ExecutionCheck(funds: record.funds).findings
            case .evaluation:
                _ = try JSONValueDecoder().decode(EvaluationRecord.self, from: value)
                return unknownMembers(of: value)
            }
        } catch {
            let place = (error as? DecodingError)?.pointer ?? .root
            return [ExpenditureProjectMessage.shape(self, at: JSONPointer.root.appending(rawValue).appending(place))]
        }
    }

    private var plain: String.UnicodeScalarView {
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars
    }

    /// 项目编码 makes the case's name: letters and digits, at most 64.
    private func check(projectCode: String?) -> [Finding] {
        let code = projectCode?.filter { !$0.isWhitespace } ?? ""
        if code.isEmpty { return [ExpenditureProjectMessage.codeMissing] }
        let isPlain = code.utf8.count <= 64 && code.unicodeScalars.allSatisfy { plain.contains($0) }
        return isPlain ? [] : [ExpenditureProjectMessage.codeMalformed]
    }

    private func unknownMembers(of value: JSONValue) -> [Finding] {
        (value.object ?? JSONObject()).keys.filter { !knownMembers.contains($0) }.map { key in
            ExpenditureProjectMessage.unknownMember(
                key, near: NearMiss.nearest(to: key, in: knownMembers.sorted()),
                at: JSONPointer(tokens: [rawValue, key]))
        }
    }

    /// The members of the part, and what `shenpi forms read` prints beside them.
    private var knownMembers: Set<String> {
        let reading: Set<String> = [
            "source", "ordinal", "kind", "unplaced", "lowConfidence", "notes", "title", "templateNote",
        ]
        switch self {
        case .declaration:
            return reading.union([
                "projectCode", "projectName", "applicantUnit", "primaryBudgetUnit", "implementationPeriodYears",
                "projectType", "isNewProject", "allocationMethod", "totalAmountWan", "annualAmountWan", "policyBasis",
                "estimationBasis", "overview", "annualGoal", "longTermGoal", "indicators",
            ])
        case .execution: return ["funds"]
        case .evaluation:
            return reading.union([
                "projectCode", "projectName", "year", "yearSource", "supervisingDepartment", "implementingUnit",
                "primaryBudgetUnit", "projectAmountYuan", "funds", "executionRateUnit", "expectedGoal",
                "actualCompletion", "level1Weights", "indicators", "totalWeight", "totalScore", "judgements",
            ])
        }
    }
}
