internal import JSONDocument
internal import Logging
internal import Workflow
internal import WorkflowPlugin
internal import WorkflowStore

/// What the plugins of an action said.
struct Verdict: Sendable {
    var results = PluginResults()
    var findings: [Finding] = []

    /// Whether any of the findings refuses the action.
    var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

extension WorkflowEngine {
    /// The most forms that a validator gets to see beside the case's own.
    static let relatedLimit = 500
    /// The most findings that are kept as facts of a case.
    static let findingsLimit = 200

    /// Asks validators side by side, then, unless they found errors, scorers in order.
    func ask(
        _ plugins: ActionPlugins, about document: CaseDocument, _ subject: CaseSummary, action: String,
        _ context: TransitionContext
    ) async throws(EngineError) -> Verdict {
        var verdict = Verdict()
        verdict.findings = try await validate(
            plugins.validators, document, subject, action, in: context.reference.id)
        if verdict.hasErrors { return verdict }
        var facts = JSONObject()
        for scorer in plugins.scorers {
            let request = ScoringRequest(case: subject, action: action, document: document, facts: facts)
            let answer = try await bounded(scorer, subject.id) { try await scorer.plugin.score(request) }
            for (name, value) in answer.facts { facts[name] = value }
            verdict.findings += answer.findings
        }
        if !plugins.validators.isEmpty {
            let kept = verdict.findings.prefix(Self.findingsLimit).compactMap { try? JSONValueEncoder().encode($0) }
            facts["findings"] = .array(kept)
        }
        verdict.results = PluginResults(
            facts: facts,
            stamps: plugins.validators.map { stamp($0.descriptor, $0.configuration) }
                + plugins.scorers.map { stamp($0.descriptor, $0.configuration) })
        return verdict
    }

    private func validate(
        _ validators: [Resolved<any Validator>], _ document: CaseDocument, _ subject: CaseSummary, _ action: String,
        in workflow: String
    ) async throws(EngineError) -> [Finding] {
        var requests: [ValidationRequest] = []
        for validator in validators {
            let related = try await related(validator.plugin.related, to: subject, in: workflow)
            requests.append(ValidationRequest(case: subject, action: action, document: document, related: related))
        }
        typealias Outcome = (index: Int, result: Result<[Finding], EngineError>)
        let outcomes = await withTaskGroup(of: Outcome.self, returning: [Outcome].self) { group in
            for (index, validator) in validators.enumerated() {
                let request = requests[index]
                group.addTask {
                    do throws(EngineError) {
                        let found = try await self.bounded(validator, subject.id) {
                            try await validator.plugin.validate(request)
                        }
                        return (index, .success(found))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var findings: [Finding] = []
        for outcome in outcomes.sorted(by: { $0.index < $1.index }) {
            switch outcome.result {
            case .success(let found): findings += found
            case .failure(let error): throw error
            }
        }
        return findings
    }

    private func bounded<Plugin, Value: Sendable>(
        _ plugin: Resolved<Plugin>, _ id: CaseID, _ work: @escaping @Sendable () async throws -> Value
    ) async throws(EngineError) -> Value {
        let name = plugin.descriptor.name
        let reason: String
        do {
            return try await Deadline(limit: pluginLimit, abandoned: abandoned).run(for: name, work)
        } catch is Deadline.Exceeded {
            reason = "deadline"
        } catch is Deadline.Suspended {
            reason = "suspended"
        } catch {
            reason = "\(type(of: error))"
        }
        logger.error(
            "plugin could not decide", metadata: ["plugin": "\(name)", "case": "\(id)", "reason": "\(reason)"])
        throw .undecided(plugin: name, reason: reason, case: id)
    }

    private func related(
        _ wish: RelatedForms, to subject: CaseSummary, in workflow: String
    ) async throws(EngineError) -> [CaseID: CaseDocument] {
        let query: CaseQuery
        switch wish {
        case .none: return [:]
        case .sameUnitAndPeriod:
            query = CaseQuery(
                workflow: workflow, period: subject.period, units: [subject.unit], limit: Self.relatedLimit + 1)
        case .previousPeriod:
            guard let year = Int(subject.period) else { return [:] }
            query = CaseQuery(
                workflow: workflow, period: String(year - 1), subject: subject.subject, limit: 1)
        }
        var result: [CaseID: CaseDocument] = [:]
        let found = try await reading { () async throws(StoreError) in try await store.cases(query) }
        for other in found.filter({ $0.value.id != subject.id }).prefix(Self.relatedLimit) {
            result[other.value.id] = try await document(of: other.value)
        }
        return result
    }

    private func stamp(_ descriptor: PluginDescriptor, _ configuration: JSONValue) -> PluginStamp {
        PluginStamp(
            name: descriptor.name, version: descriptor.version,
            configuration: Digest.sha256(configuration.canonicalBytes()))
    }
}
