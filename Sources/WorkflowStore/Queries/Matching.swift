package import Workflow

extension CaseQuery {
    /// Whether a case meets all conditions, its place in the order aside.
    package func matches(_ subject: Case) -> Bool {
        matches(workflow: subject.definition.id, period: subject.period, state: subject.state)
            && (units.map { $0.contains(subject.unit) } ?? true)
            && (self.subject.map { $0 == subject.subject } ?? true)
    }

    /// Whether cases of this workflow, period and state can be meant.
    package func matches(workflow: String, period: String, state: String) -> Bool {
        (self.workflow.map { $0 == workflow } ?? true) && (self.period.map { $0 == period } ?? true)
            && (states.map { $0.contains(state) } ?? true)
    }
}

extension InboxQuery {
    /// Whether an assignment of a case of this workflow is the person's.
    package func wants(_ assignment: Assignment, of workflow: String) -> Bool {
        if let named = assignment.user { return named == user }
        return seats.contains { seat in
            seat.workflow == workflow && seat.role == assignment.role
                && (assignment.unit.map { seat.units.contains($0) } ?? true)
        }
    }
}
