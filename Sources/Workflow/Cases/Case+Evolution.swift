internal import JSONDocument

/// Why events do not add up to a case: somebody changed or lost one.
public enum EvolutionError: Error, Sendable, Hashable {
    /// The first event is not of kind `created`, or lacks what it must say.
    case notCreated(CaseID)
    /// The event's revision does not follow the case's.
    case outOfOrder(CaseID, expected: Int, found: Int)
    /// The event begins in another state than the one in which the case is.
    case notHere(CaseID, revision: Int)
}

extension Case {
    /// A case from the event that created it.
    public init(first event: CaseEvent) throws(EvolutionError) {
        guard event.kind == .created, event.revision == 1, let subject = event.subject, let period = event.period,
            let unit = event.unit
        else { throw .notCreated(event.case) }
        id = event.case
        self.subject = subject
        self.period = period
        self.unit = unit
        definition = event.definition
        state = event.to
        revision = 0
        round = 0
        enteredAt = event.at
        parts = [:]
        fields = [:]
        facts = JSONObject()
        approval = nil
        submitters = []
        tasks = []
        lastDecision = nil
        isFinal = false
        try apply(event)
    }

    /// The case that a whole history adds up to.
    public init(replaying events: some Sequence<CaseEvent>) throws(EvolutionError) {
        var result: Case?
        for event in events {
            if result == nil { result = try Case(first: event) } else { try result?.apply(event) }
        }
        guard let result else { throw .notCreated("") }
        self = result
    }

    /// Takes over what an event says.
    public mutating func apply(_ event: CaseEvent) throws(EvolutionError) {
        guard event.revision == revision + 1, event.case == id else {
            throw .outOfOrder(id, expected: revision + 1, found: event.revision)
        }
        guard event.kind == .created ? event.revision == 1 : (event.from ?? event.to) == state else {
            throw .notHere(id, revision: event.revision)
        }
        if writesFromOutside(event) { noteSubmitter(event.actor.user) }
        revision = event.revision
        definition = event.definition
        for (name, part) in event.parts ?? [:] { parts[name] = part }
        for (path, value) in event.fields ?? [:] { fields[path] = value == .null ? nil : value }
        for (name, value) in event.facts ?? JSONObject() { facts[name] = value }
        for task in event.tasks ?? []
        where !tasks.contains(where: { $0.schedule == task.schedule && $0.period == task.period }) {
            tasks.append(task)
        }
        if event.kind == .acted { act(event) }
    }

    /// Whether the event makes its actor one of those who brought the case in: who created it, who wrote a part while no
    /// signatures were collected, who asked for them. A signer is none of these, whatever he or she writes.
    private func writesFromOutside(_ event: CaseEvent) -> Bool {
        switch event.kind {
        case .created: true
        case .wrote: approval == nil
        case .acted: event.step == nil && (event.approval != nil || (event.parts != nil && approval == nil))
        case .task: false
        }
    }

    private mutating func act(_ event: CaseEvent) {
        lastDecision = LastDecision(
            action: event.action ?? "", state: event.from ?? state, step: event.step, user: event.actor.user,
            at: event.at)
        if event.newRound == true { round += 1 }
        if event.entered == true { enter(event) } else { sign(event) }
    }

    /// A signature that does not end the approval; the state stays.
    private mutating func sign(_ event: CaseEvent) {
        guard let step = event.step, let index = approval?.steps.firstIndex(where: { $0.id == step }) else { return }
        approval?.steps[index].votes.append(Vote(user: event.actor.user, at: event.at))
        guard let due = event.stepDue, let next = approval?.openSteps.first?.id,
            let open = approval?.steps.firstIndex(where: { $0.id == next })
        else { return }
        approval?.steps[open].due = due
    }

    /// The case comes into a state, perhaps again into the one where it was. Its tasks are done when it leaves them behind,
    /// and open again when it comes back.
    private mutating func enter(_ event: CaseEvent) {
        for index in tasks.indices {
            if tasks[index].state == event.to {
                tasks[index].closedAt = nil
            } else if tasks[index].closedAt == nil {
                tasks[index].closedAt = event.at
            }
        }
        state = event.to
        isFinal = event.final ?? false
        enteredAt = event.at
        approval = event.approval
    }

    private mutating func noteSubmitter(_ user: UserID) {
        if user != Person.system, !submitters.contains(user) { submitters.append(user) }
    }
}
