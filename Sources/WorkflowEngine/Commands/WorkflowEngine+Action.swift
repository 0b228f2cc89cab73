internal import JSONDocument
internal import Workflow
internal import WorkflowPlugin

/// An action whose plugins have spoken.
struct PreparedAction: Sendable {
    var request: CaseRequest
    var writing: PartWriting
    var findings: [Finding]
}

extension WorkflowEngine {
    /// Steps 2 and 3 of ``perform(_:)`` for an action: right, parts, validators, scorers, and what schedules add.
    func act(
        _ name: String, _ command: Command, _ subject: Case, _ loaded: LoadedDefinition, _ context: TransitionContext
    ) async throws(EngineError) -> PreparedAction {
        let definition = loaded.definition
        guard let action = definition.action(name) else {
            // The pure core words this refusal: it knows what was meant.
            let bare = CaseRequest.act(ActionRequest(name))
            _ = try refusing(subject.id) { () throws(Refusal) in
                try definition.transition(subject, subject.id, bare, in: context)
            }
            throw .unknownCase(subject.id)
        }
        _ = try refusing(subject.id) { () throws(Refusal) in
            try definition.admit(
                action, comment: command.comment, writing: Array(command.parts.keys), on: subject, in: context)
        }
        let plugins = loaded.plugins[name] ?? ActionPlugins()
        let scheduled = definition.destinations(of: action).flatMap {
            definition.pastSchedules(entering: $0, subject, context)
        }
        var writing = PartWriting()
        var results = PluginResults()
        var findings: [Finding] = []
        if !command.parts.isEmpty || !plugins.validators.isEmpty || !plugins.scorers.isEmpty || !scheduled.isEmpty {
            let stored = try await document(of: subject, loaded)
            writing = try await write(command.parts, into: stored, loaded, subject.id)
            let summary = summary(subject, context.organisation)
            let verdict = try await ask(plugins, about: writing.document, summary, action: name, context)
            findings = writing.findings + verdict.findings
            if verdict.hasErrors { throw .findings(findings, case: subject.id) }
            results = verdict.results
        }
        if !scheduled.isEmpty {
            // What the action itself asks of the case comes before what the task's form needs of it.
            let bare = ActionRequest(name, comment: command.comment, writing: writing.writing, findings: results)
            _ = try refusing(subject.id) { () throws(Refusal) in
                try definition.transition(subject, subject.id, .act(bare), in: context)
            }
        }
        var additions: [String: Writing] = [:]
        for schedule in scheduled {
            let prefill = try await prefill(schedule, subject, writing.document, loaded, context)
            writing.merge(prefill)
            additions[schedule.id] = prefill.writing
        }
        let request = ActionRequest(
            name, comment: command.comment, writing: writing.writing, findings: results, scheduled: additions)
        return PreparedAction(request: .act(request), writing: writing, findings: findings)
    }

    /// The parts with which a schedule's task begins: those that nobody has written yet.
    func prefill(
        _ schedule: ScheduleDefinition, _ subject: Case, _ document: CaseDocument, _ loaded: LoadedDefinition,
        _ context: TransitionContext
    ) async throws(EngineError) -> PartWriting {
        let type = loaded.documentType
        let parts: [String: JSONValue]
        do {
            parts = try type.plugin.prefill(
                task: schedule.task, document: document, subject: summary(subject, context.organisation))
        } catch {
            throw .undecided(plugin: type.descriptor.name, reason: "\(Swift.type(of: error))", case: subject.id)
        }
        let fresh = parts.filter { document.parts[$0.key] == nil }
        return try await write(fresh, into: document, loaded, subject.id)
    }
}
