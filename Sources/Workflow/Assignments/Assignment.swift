/// Whose turn it is. Assignments are derived from a case whenever it changes, in the same commit; the inbox is made of them.
public struct Assignment: Sendable, Hashable, Codable {
    /// What is waited for.
    public enum Kind: String, Sendable, Codable {
        /// A signature.
        case approval
        /// A task that a schedule made.
        case task
        /// The next action.
        case turn
    }

    /// The name of the assignment within its case: stays the same as long as the same thing is waited for.
    public var id: String
    /// What is waited for.
    public var kind: Kind
    /// The step, the kind of task, or the state.
    public var label: String
    /// The role whose holders may do it.
    public var role: String
    /// The unit in which the role must be held; `nil` for any.
    public var unit: UnitID?
    /// Whether holding the role above that unit does as well.
    public var reachesDown: Bool
    /// The one person who is asked, where it is not everybody who holds the role.
    public var user: UserID?
    /// When it is due.
    public var due: DueDate?
    /// Since when it is waited for.
    public var since: Timestamp

    /// An assignment.
    public init(
        id: String, kind: Kind, label: String, role: String, unit: UnitID?, reachesDown: Bool = false,
        user: UserID? = nil, due: DueDate? = nil, since: Timestamp
    ) {
        self.id = id
        self.kind = kind
        self.label = label
        self.role = role
        self.unit = unit
        self.reachesDown = reachesDown
        self.user = user
        self.due = due
        self.since = since
    }
}

extension WorkflowDefinition {
    /// Whose turn it is: a pure function of the case and the tree of units.
    ///
    /// In a state that collects signatures: the open steps. Otherwise the open tasks; and where no schedule covers the
    /// state, the roles that may lead the case on.
    public func assignments(of subject: Case, in organisation: Organisation) -> [Assignment] {
        guard !subject.isFinal, let state = stateIndex[subject.state] else { return [] }
        if let approval = subject.approval {
            return approval.openSteps.flatMap { signatures($0, subject, organisation) }
        }
        let tasks = subject.tasks.filter { $0.closedAt == nil && $0.state == subject.state }
        var result = tasks.compactMap { task -> Assignment? in
            roleIndex[task.role].map { role in
                assignment(
                    "task:\(task.schedule):\(task.period)", .task, task.kind, roles[role], subject, organisation,
                    due: task.due)
            }
        }
        if !schedules.contains(where: { $0.state == state }) {
            let turns = Set(actions(from: state).filter { $0.to != state }.flatMap(\.by)).sorted()
            result += turns.map {
                assignment("turn:\(roles[$0].name)", .turn, subject.state, roles[$0], subject, organisation, due: nil)
            }
        }
        return result
    }

    private func signatures(_ step: StepProgress, _ subject: Case, _ organisation: Organisation) -> [Assignment] {
        guard let index = roleIndex[step.role] else { return [] }
        var shared = assignment(
            "step:\(step.id)", .approval, step.id, roles[index], subject, organisation, due: step.due)
        if let approval = subject.approval, approval.isSequential {
            // The step opened with the last signature on the step before it.
            let before = approval.steps.prefix { $0.id != step.id }.flatMap(\.votes).map(\.at).max()
            shared.since = before ?? subject.enteredAt
        }
        guard step.mode == StepDefinition.Mode.all.rawValue else { return [shared] }
        return step.signers.filter { signer in !step.votes.contains { $0.user == signer } }.map { signer in
            var own = shared
            own.id += ":\(signer)"
            own.user = signer
            return own
        }
    }

    private func assignment(
        _ id: String, _ kind: Assignment.Kind, _ label: String, _ role: RoleDefinition, _ subject: Case,
        _ organisation: Organisation, due: DueDate?
    ) -> Assignment {
        var unit: UnitID?
        var reachesDown = false
        switch organisation.seat(of: role, for: subject.unit) {
        case .unit(let seat): unit = seat
        case .atOrAbove(let seat):
            unit = seat
            reachesDown = true
        case .anywhere: unit = nil
        case .none: unit = subject.unit
        }
        return Assignment(
            id: id, kind: kind, label: label, role: role.name, unit: unit, reachesDown: reachesDown, user: nil,
            due: due,
            since: subject.enteredAt)
    }
}
