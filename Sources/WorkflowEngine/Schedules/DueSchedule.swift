public import Workflow
public import WorkflowStore

/// A schedule in one period.
public struct DueSchedule: Sendable, Hashable {
    /// The workflow.
    public var workflow: String
    /// The schedule as the newest version that has it says; each case follows its own version.
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
    /// Cases that wait in the state and had their task already.
    public var present = 0
    /// Cases for which no task could be made. They did not stop the others.
    public var failures: [Failure] = []
    /// Whether all cases were looked at: `false` where the run was cancelled on its way. The next run makes the rest.
    public var isComplete = true
    /// The cases for which tasks were made; at most the first hundred.
    public var examples: [CaseID] = []
}

extension ScheduleReport {
    mutating func note(_ cases: [CaseID]) {
        made += cases.count
        examples += cases.prefix(max(0, 100 - examples.count))
    }
}
