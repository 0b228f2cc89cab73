public import Workflow
public import WorkflowEngine
internal import WorkflowStore

/// What turning the year came to.
public struct YearEndResult: Sendable {
    /// A run of one schedule.
    public struct Run: Sendable {
        /// What it did.
        public var report: ScheduleReport
        /// Cases in the schedule's state that had their task before.
        public var existing: Int
        /// Whether its moment is yet to come.
        public var isEarly: Bool
    }

    /// One run for each schedule.
    public var runs: [Run]
    /// Cases of that year that have not reached the schedule's state; the first hundred.
    public var before: [Case]
    /// How many those are in all.
    public var beforeCount: Int
}

extension Application {
    /// Makes the tasks of every schedule for one year. For administrators and holders of a role that covers everything.
    ///
    /// - Parameter progress: Called after each batch with the number of cases looked at.
    public func turnYear(
        _ year: Int, isDryRun: Bool, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws(ApplicationError) -> YearEndResult {
        try await demandOversight()
        let schedules = try await asking { () async throws(EngineError) in try await engine.schedules() }
            .filter { $0.period == String(year) }
        return try await run(schedules, isDryRun: isDryRun, progress: progress)
    }

    /// Runs the schedules whose moment has passed and that have not run since.
    public func runDueSchedules(
        isDryRun: Bool, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws(ApplicationError) -> YearEndResult {
        try await demandOversight()
        let due = try await asking { () async throws(EngineError) in try await engine.overdueSchedules() }
        return try await run(due, isDryRun: isDryRun, progress: progress)
    }

    private func run(
        _ schedules: [DueSchedule], isDryRun: Bool, progress: @Sendable (Int) -> Void
    ) async throws(ApplicationError) -> YearEndResult {
        var result = YearEndResult(runs: [], before: [], beforeCount: 0)
        for schedule in schedules {
            let query = CaseQuery(workflow: schedule.workflow, period: schedule.period)
            let counts = try await storing { () async throws(StoreError) in try await engine.store.counts(query) }
            let there = counts.filter { $0.state == schedule.state }.map(\.count).reduce(0, +)
            let report = try await asking { () async throws(EngineError) in
                try await engine.run(schedule, as: actor, isDryRun: isDryRun, progress: progress)
            }
            result.runs.append(
                YearEndResult.Run(
                    report: report, existing: max(0, there - report.made - report.failures.count),
                    isEarly: schedule.moment > engine.now()))
            let earlier = try await statesBefore(schedule)
            let waiting = CaseQuery(
                workflow: schedule.workflow, period: schedule.period, states: earlier, limit: 100)
            let cases = try await storing { () async throws(StoreError) in try await engine.store.cases(waiting) }
            result.before += cases.map(\.value)
            result.beforeCount += counts.filter { earlier.contains($0.state) }.map(\.count).reduce(0, +)
        }
        return result
    }

    /// The states from which the schedule's state can still be reached.
    private func statesBefore(_ schedule: DueSchedule) async throws(ApplicationError) -> [String] {
        let reference = try await asking { () async throws(EngineError) in try await engine.newest(schedule.workflow) }
        let definition = try await asking { () async throws(EngineError) in try await engine.definition(reference) }
        guard let target = definition.states.firstIndex(where: { $0.name == schedule.state }) else { return [] }
        var before: Set<Int> = []
        var waiting = [target]
        while let state = waiting.popLast() {
            for action in definition.actions where action.to == state {
                for from in action.from where from != target && before.insert(from).inserted { waiting.append(from) }
            }
        }
        return before.sorted().map { definition.states[$0].name }
    }

    private func demandOversight() async throws(ApplicationError) {
        if actor.identity == .system { return }
        let organisation = try await asking { () async throws(EngineError) in try await engine.organisation() }.value
        if organisation.isAdministrator(actor.user) { return }
        let roles = try await asking { () async throws(EngineError) in try await engine.roles() }
        let covering = Set(roles.values.flatMap { $0 }.filter { $0.scope == .all }.map(\.name))
        if organisation.grants.contains(where: { $0.user == actor.user && covering.contains($0.role) }) { return }
        throw .engine(.administratorNeeded(actor.user))
    }
}
