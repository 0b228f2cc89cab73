internal import Workflow
internal import WorkflowPlugin
internal import WorkflowStore

extension WorkflowEngine {
    /// How many cases are taken into one commit.
    static let scheduleBatch = 200

    /// Every schedule of every workflow in every period in which there are cases.
    ///
    /// Cases follow the version to which they are pinned, so a schedule counts as long as any version has it.
    public func schedules() async throws(EngineError) -> [DueSchedule] {
        let references = try await reading { () async throws(StoreError) in try await store.definitions() }
        let runs = try await reading { () async throws(StoreError) in try await store.scheduleRuns() }
        let counts = try await reading { () async throws(StoreError) in try await store.counts(CaseQuery()) }
        var result: [DueSchedule] = []
        for workflow in Set(references.map(\.id)).sorted() {
            let periods = Set(counts.filter { $0.workflow == workflow }.map(\.period)).sorted()
            var known: [(schedule: ScheduleDefinition, state: String)] = []
            for reference in references.reversed() where reference.id == workflow {
                let definition = try await definition(reference)
                for schedule in definition.schedules {
                    let state = definition.states[schedule.state].name
                    if known.contains(where: { $0.schedule.id == schedule.id && $0.state == state }) { continue }
                    known.append((schedule, state))
                }
            }
            for (schedule, state) in known {
                for period in periods {
                    guard let year = Int(period) else { continue }
                    let last = runs.first {
                        $0.workflow == workflow && $0.schedule == schedule.id && $0.period == period
                    }
                    result.append(
                        DueSchedule(
                            workflow: workflow, schedule: schedule, state: state, period: period,
                            moment: schedule.moment(in: year), lastRun: last))
                }
            }
        }
        return result
    }

    /// The schedules that have something to do: their moment has passed and they have not run since; or they ran, and left
    /// failures behind an hour ago; or they ran, and yet there is a case without its task, e.g. one that came into the
    /// state while they ran.
    public func overdueSchedules() async throws(EngineError) -> [DueSchedule] {
        let now = now()
        var result: [DueSchedule] = []
        for due in try await schedules() where due.moment <= now {
            if let last = due.lastRun, last.endedAt >= due.moment {
                if last.failed > 0 {
                    guard last.endedAt.adding(seconds: 3600) <= now else { continue }
                } else {
                    guard try await !casesWithoutTask(due, limit: 1).isEmpty else { continue }
                }
            }
            result.append(due)
        }
        return result
    }

    func casesWithoutTask(
        _ due: DueSchedule, after: CaseID? = nil, limit: Int
    ) async throws(EngineError) -> [StoredCase] {
        let query = ScheduleQuery(
            workflow: due.workflow, state: due.state, period: due.period, schedule: due.schedule.id, after: after,
            limit: limit)
        return try await reading { () async throws(StoreError) in try await store.casesWithoutTask(query) }
    }
}
