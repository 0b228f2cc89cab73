public import Workflow

/// Which cases to list. All conditions must hold; `nil` does not restrict.
public struct CaseQuery: Sendable, Hashable {
    /// The workflow.
    public var workflow: String?
    /// The period.
    public var period: String?
    /// The states.
    public var states: [String]?
    /// The units.
    public var units: Set<UnitID>?
    /// The subject.
    public var subject: String?
    /// Only cases whose name comes after this one.
    public var after: CaseID?
    /// At most so many.
    public var limit: Int

    /// A query; without conditions, the first hundred.
    public init(
        workflow: String? = nil, period: String? = nil, states: [String]? = nil, units: Set<UnitID>? = nil,
        subject: String? = nil, after: CaseID? = nil, limit: Int = 100
    ) {
        self.workflow = workflow
        self.period = period
        self.states = states
        self.units = units
        self.subject = subject
        self.after = after
        self.limit = limit
    }
}

/// How many cases are in one state of one period.
public struct CaseCount: Sendable, Hashable {
    /// The workflow.
    public var workflow: String
    /// The period.
    public var period: String
    /// The state.
    public var state: String
    /// How many.
    public var count: Int

    /// A count.
    public init(workflow: String, period: String, state: String, count: Int) {
        self.workflow = workflow
        self.period = period
        self.state = state
        self.count = count
    }
}

/// Whose inbox: the seats that a person holds.
public struct InboxQuery: Sendable, Hashable {
    /// A role in units: assignments that ask for it there are the person's.
    public struct Seat: Sendable, Hashable {
        /// The workflow that has the role.
        public var workflow: String
        /// The role.
        public var role: String
        /// The units; assignments that ask for no unit are matched in any case.
        public var units: Set<UnitID>

        /// A seat.
        public init(workflow: String, role: String, units: Set<UnitID>) {
            self.workflow = workflow
            self.role = role
            self.units = units
        }
    }

    /// The person: assignments to him or her by name.
    public var user: UserID
    /// The person's seats: assignments to whoever holds them.
    public var seats: [Seat]
    /// Only what comes after this entry.
    public var after: InboxEntry.Position?
    /// At most so many.
    public var limit: Int

    /// A query.
    public init(user: UserID, seats: [Seat], after: InboxEntry.Position? = nil, limit: Int = 100) {
        self.user = user
        self.seats = seats
        self.after = after
        self.limit = limit
    }
}

/// One line of an inbox.
public struct InboxEntry: Sendable, Hashable {
    /// A place in the order of an inbox.
    public struct Position: Sendable, Hashable {
        /// When the assignment is due; `nil` comes last.
        public var due: Timestamp?
        /// The case.
        public var `case`: CaseID
        /// The assignment within the case.
        public var assignment: String

        /// A place.
        public init(due: Timestamp?, case id: CaseID, assignment: String) {
            self.due = due
            self.case = id
            self.assignment = assignment
        }
    }

    /// What is waited for.
    public var assignment: Assignment
    /// The case.
    public var `case`: Case

    /// A line.
    public init(assignment: Assignment, case subject: Case) {
        self.assignment = assignment
        self.case = subject
    }

    /// Its place in the order.
    public var position: Position {
        Position(due: assignment.due?.at, case: self.case.id, assignment: assignment.id)
    }
}

/// Which cases still lack a schedule's task.
public struct ScheduleQuery: Sendable, Hashable {
    /// The workflow.
    public var workflow: String
    /// The state on whose cases the schedule acts.
    public var state: String
    /// The period.
    public var period: String
    /// The schedule.
    public var schedule: String
    /// Only cases whose name comes after this one.
    public var after: CaseID?
    /// At most so many.
    public var limit: Int

    /// A query.
    public init(workflow: String, state: String, period: String, schedule: String, after: CaseID? = nil, limit: Int) {
        self.workflow = workflow
        self.state = state
        self.period = period
        self.schedule = schedule
        self.after = after
        self.limit = limit
    }
}

/// What the last run of a schedule did.
public struct ScheduleRun: Sendable, Hashable {
    /// The workflow.
    public var workflow: String
    /// The schedule.
    public var schedule: String
    /// The period.
    public var period: String
    /// When the run ended.
    public var endedAt: Timestamp
    /// How many tasks it made.
    public var made: Int
    /// How many cases failed.
    public var failed: Int

    /// A run.
    public init(workflow: String, schedule: String, period: String, endedAt: Timestamp, made: Int, failed: Int) {
        self.workflow = workflow
        self.schedule = schedule
        self.period = period
        self.endedAt = endedAt
        self.made = made
        self.failed = failed
    }
}
