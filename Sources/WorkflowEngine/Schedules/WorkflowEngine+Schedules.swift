public import Workflow
public import WorkflowStore
internal import JSONDocument
internal import Logging
internal import WorkflowPlugin

/// A schedule in one period.
public struct DueSchedule: Sendable, Hashable {
    /// The workflow.
    public var workflow: String
    /// The schedule as the newest version of the workflow has it.
    public var schedule: ScheduleDefinition
    /// The name of the state on whose cases it acts.
    public var state: String
    /// The period.
    public var period: String
    /// Its moment in that period.
    public var moment: Timestamp
    /// When it last ran for that period, if ever, with failures or without.
    public var lastRun: ScheduleRun?
}

/// What a run of a schedule did.
public struct ScheduleReport: Sendable {
    /// A case for which no task could be made.
    public struct Failure: Sendable {
        /// The case.
        public var `case`: CaseID
        /// Why.
        public var error: EngineError
    }

    /// The schedule and period.
    public var schedule: DueSchedule
    /// How many tasks were made, or would be.
    public var made = 0
    /// Cases that had their task already.
    public var present = 0
    /// Cases for which no task could be made. They did not stop the others.
    public var failures: [Failure] = []
    /// The cases for which tasks were made; at most the first hundred.
    public var examples: [CaseID] = []
}

extension WorkflowEngine {
    /// How many cases are taken into one commit.
    static let scheduleBatch = 200

    /// Every schedule of every workflow in every period in which there are cases.
    public func schedules() async throws(EngineError) -> [DueSchedule] {
        let references = try await reading { () async throws(StoreError) in try await store.definitions() }
        let runs = try await reading { () async throws(StoreError) in try await store.scheduleRuns() }
        let counts = try await reading { () async throws(StoreError) in try await store.counts(CaseQuery()) }
        var result: [DueSchedule] = []
        for workflow in Set(references.map(\.id)).sorted() {
            let definition = try await definition(try await newest(workflow))
            let periods = Set(counts.filter { $0.workflow == workflow }.map(\.period)).sorted()
            for schedule in definition.schedules {
                for period in periods {
                    guard let year = Int(period) else { continue }
                    let last = runs.first {
                        $0.workflow == workflow && $0.schedule == schedule.id && $0.period == period
                    }
                    result.append(
                        DueSchedule(
                            workflow: workflow, schedule: schedule, state: definition.states[schedule.state].name,
                            period: period, moment: schedule.moment(in: year), lastRun: last))
                }
            }
        }
        return result
    }

    /// Makes the tasks of one schedule for one period: exactly one for each case that has none yet.
    ///
    /// Runs in batches, each one commit; a run that was killed goes on where it stopped when it is started again. A case
    /// that fails is reported and does not stop the others.
    ///
    /// - Parameter progress: Called after each batch with the number of cases looked at.
    public func run(
        _ due: DueSchedule, as actor: ActorRecord, isDryRun: Bool,
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws(EngineError) -> ScheduleReport {
        var report = ScheduleReport(schedule: due)
        let organisation = try await organisation().value
        var system = actor
        system.user = Person.system
        system.identity = .system
        system.assertedBy = actor.user == Person.system ? nil : actor.user.rawValue
        var after: CaseID?
        var seen = 0
        let command = newID()
        while true {
            let query = ScheduleQuery(
                workflow: due.workflow, state: due.state, period: due.period, schedule: due.schedule.id, after: after,
                limit: Self.scheduleBatch)
            let batch = try await reading { () async throws(StoreError) in try await store.casesWithoutTask(query) }
            guard let last = batch.last else { break }
            after = last.value.id
            var changes: [PreparedChange] = []
            for stored in batch {
                do throws(EngineError) {
                    changes.append(try await task(due, stored, organisation, system, command: command))
                } catch {
                    report.failures.append(ScheduleReport.Failure(case: stored.value.id, error: error))
                }
            }
            if !isDryRun { try await commit(changes, due, organisation, system, command, &report) }
            if isDryRun { report.note(changes.map(\.change.result.id)) }
            seen += batch.count
            progress(seen)
            if batch.count < Self.scheduleBatch { break }
        }
        if !isDryRun {
            let run = ScheduleRun(
                workflow: due.workflow, schedule: due.schedule.id, period: due.period, endedAt: now(),
                made: report.made,
                failed: report.failures.count)
            try await reading { () async throws(StoreError) in try await store.record(run) }
        }
        return report
    }

    private func commit(
        _ changes: [PreparedChange], _ due: DueSchedule, _ organisation: Organisation, _ actor: ActorRecord,
        _ command: String, _ report: inout ScheduleReport
    ) async throws(EngineError) {
        let results = await store.commit(changes.map(\.change))
        var done: [CaseID] = []
        for (prepared, result) in zip(changes, results) {
            let id = prepared.change.result.id
            switch result {
            case .success: done.append(id)
            case .failure(.conflict):
                // Somebody acted on the case in between: decide once more on what it is now.
                do throws(EngineError) {
                    let fresh = try await storedCase(id)
                    guard fresh.value.state == due.state else { continue }
                    let again = try await task(due, fresh, organisation, actor, command: command)
                    if case .failure(let error)? = await store.commit([again.change]).first { throw .store(error) }
                    done.append(id)
                } catch {
                    if case .refused(let refusal, _) = error, refusal.code == .taskExists {
                        report.present += 1
                    } else {
                        report.failures.append(ScheduleReport.Failure(case: id, error: error))
                    }
                }
            case .failure(let error):
                if error.isFatal { throw .store(error) }
                report.failures.append(ScheduleReport.Failure(case: id, error: .store(error)))
            }
        }
        report.note(done)
    }

    private func task(
        _ due: DueSchedule, _ stored: StoredCase, _ organisation: Organisation, _ actor: ActorRecord, command: String
    ) async throws(EngineError) -> PreparedChange {
        let loaded = try await loaded(stored.value.definition)
        let context = context(loaded, organisation, actor, command: command)
        let id = stored.value.id
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

extension ScheduleReport {
    fileprivate mutating func note(_ cases: [CaseID]) {
        made += cases.count
        examples += cases.prefix(max(0, 100 - examples.count))
    }
}

extension StoreError {
    /// Whether going on with the next case is pointless.
    fileprivate var isFatal: Bool {
        switch self {
        case .full, .readOnly, .damaged, .newer, .notAStore, .failed, .exists: true
        case .conflict, .streamConflict, .keyReused, .versionTaken, .busy: false
        }
    }
}
