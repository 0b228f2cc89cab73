public import Workflow
internal import Logging
internal import WorkflowPlugin
internal import WorkflowStore

/// What all steps of one run need.
private struct ScheduleRunContext: Sendable {
    let due: DueSchedule
    let organisation: Organisation
    let actor: ActorRecord
    let command: String
}

extension WorkflowEngine {
    /// Makes the tasks of one schedule for one period: exactly one for each case that has none yet.
    ///
    /// For administrators, holders of a role that covers every case, and the system itself. Runs in batches, each one
    /// commit; a run that was killed, or whose task was cancelled, goes on where it stopped when it is started again. A
    /// case that fails is reported and does not stop the others.
    ///
    /// - Parameter progress: Called after each batch with the number of cases looked at.
    public func run(
        _ due: DueSchedule, as actor: ActorRecord, isDryRun: Bool,
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws(EngineError) -> ScheduleReport {
        let organisation = try await organisation().value
        try await checkMayRun(due, actor, organisation)
        var system = actor
        system.user = Person.system
        system.identity = .system
        system.assertedBy = actor.user == Person.system ? nil : actor.user.rawValue
        let run = ScheduleRunContext(due: due, organisation: organisation, actor: system, command: newID())
        var report = ScheduleReport(schedule: due)
        var after: CaseID?
        var seen = 0
        while true {
            if Task.isCancelled {
                report.isComplete = false
                break
            }
            let batch = try await casesWithoutTask(due, after: after, limit: Self.scheduleBatch)
            guard let last = batch.last else { break }
            after = last.value.id
            var changes: [PreparedChange] = []
            for stored in batch {
                do throws(EngineError) {
                    changes.append(try await task(run, stored))
                } catch {
                    report.failures.append(ScheduleReport.Failure(case: stored.value.id, error: error))
                }
            }
            if isDryRun {
                report.note(changes.map(\.change.result.id))
            } else {
                try await commit(changes, run, &report)
            }
            seen += batch.count
            progress(seen)
            if batch.count < Self.scheduleBatch { break }
        }
        let counts = try await reading { () async throws(StoreError) in
            try await store.counts(CaseQuery(workflow: due.workflow, period: due.period, states: [due.state]))
        }
        report.present = max(0, counts.reduce(0) { $0 + $1.count } - report.made - report.failures.count)
        if !isDryRun, report.isComplete { try await record(report) }
        return report
    }

    private func record(_ report: ScheduleReport) async throws(EngineError) {
        let due = report.schedule
        let run = ScheduleRun(
            workflow: due.workflow, schedule: due.schedule.id, period: due.period, endedAt: now(), made: report.made,
            failed: report.failures.count)
        try await reading { () async throws(StoreError) in try await store.record(run) }
    }

    private func checkMayRun(
        _ due: DueSchedule, _ actor: ActorRecord, _ organisation: Organisation
    ) async throws(EngineError) {
        if actor.identity == .system || organisation.isAdministrator(actor.user) { return }
        let covering = try await definition(try await newest(due.workflow)).roles.filter { $0.scope == .all }
        let holds = organisation.grants.contains { grant in
            grant.user == actor.user && covering.contains { $0.name == grant.role }
        }
        if !holds { throw .administratorNeeded(actor.user) }
    }

    private func commit(
        _ changes: [PreparedChange], _ run: ScheduleRunContext, _ report: inout ScheduleReport
    ) async throws(EngineError) {
        let results = await store.commit(changes.map(\.change))
        var done: [CaseID] = []
        defer { report.note(done) }
        for (prepared, result) in zip(changes, results) {
            let id = prepared.change.result.id
            do throws(EngineError) {
                switch result {
                case .success: done.append(id)
                case .failure(.conflict): if try await again(run, id) { done.append(id) }
                case .failure(let error): throw .store(error)
                }
            } catch {
                if case .store(let error) = error, error.isFatal { throw .store(error) }
                report.failures.append(ScheduleReport.Failure(case: id, error: error))
            }
        }
    }

    /// Somebody acted on the case in between: decided again on what it is now; whether there was still a task to be made.
    private func again(_ run: ScheduleRunContext, _ id: CaseID) async throws(EngineError) -> Bool {
        for _ in 1..<Self.attempts {
            let fresh = try await storedCase(id)
            let hasTask = fresh.value.tasks.contains {
                $0.schedule == run.due.schedule.id && $0.period == run.due.period
            }
            if hasTask || fresh.value.state != run.due.state { return false }
            switch await store.commit([try await task(run, fresh).change]).first {
            case .success: return true
            case .failure(.conflict): continue
            case .failure(let error): throw .store(error)
            case nil: throw .store(.failed("no answer"))
            }
        }
        throw .store(.conflict(id))
    }

    private func task(_ run: ScheduleRunContext, _ stored: StoredCase) async throws(EngineError) -> PreparedChange {
        let loaded = try await loaded(stored.value.definition)
        let context = context(loaded, run.organisation, run.actor, command: run.command)
        let (id, due) = (stored.value.id, run.due)
        guard let schedule = loaded.definition.schedule(due.schedule.id) else {
            throw .refused(
                Refusal(
                    .scheduleNotDue, ["schedule": due.schedule.id, "state": stored.value.state, "period": due.period]),
                case: id)
        }
        let document = try await document(of: stored.value, loaded)
        let prefill = try await prefill(schedule, stored.value, document, loaded, context)
        let request = CaseRequest.task(schedule: schedule.id, period: due.period, writing: prefill.writing)
        let transition = try refusing(id) { () throws(Refusal) in
            try loaded.definition.transition(stored.value, id, request, in: context)
        }
        return try seal(transition, behind: stored, loaded, context, writing: prefill, findings: [], key: nil)
    }
}

extension StoreError {
    /// Whether going on with the next case is pointless.
    fileprivate var isFatal: Bool {
        switch self {
        case .full, .readOnly, .notAStore, .newer: true
        default: false
        }
    }
}
