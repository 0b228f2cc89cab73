internal import JSONDocument

/// Why events do not add up to a case: somebody changed or lost one.
public enum EvolutionError: Error, Sendable, Hashable {
    /// The first event is not of kind `created`, or lacks what it must say.
    case notCreated(CaseID)
    /// The event's revision does not follow the case's.
    case outOfOrder(CaseID, expected: Int, found: Int)
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
        revision = event.revision
        definition = event.definition
        for (name, part) in event.parts ?? [:] { parts[name] = part }
        for (path, value) in event.fields ?? [:] { fields[path] = value == .null ? nil : value }
        for (name, value) in event.facts ?? JSONObject() { facts[name] = value }
        for task in event.tasks ?? []
        where !tasks.contains(where: { $0.schedule == task.schedule && $0.period == task.period }) {
            tasks.append(task)
        }
        switch event.kind {
        case .created: submitters = [event.actor.user]
        case .wrote: noteSubmitter(event.actor.user)
        case .acted: act(event)
        case .task: break
        }
    }

    private mutating func act(_ event: CaseEvent) {
        if let step = event.step, let index = approval?.steps.firstIndex(where: { $0.id == step }), event.to == state,
            event.approval == nil
        {
            approval?.steps[index].votes.append(Vote(user: event.actor.user, at: event.at))
            if let due = event.stepDue, let next = approval?.openSteps.first?.id,
                let open = approval?.steps.firstIndex(where: { $0.id == next })
            {
                approval?.steps[open].due = due
            }
        }
        lastDecision = LastDecision(
            action: event.action ?? "", state: event.from ?? state, step: event.step, user: event.actor.user,
            at: event.at)
        if event.newRound == true { round += 1 }
        if event.approval != nil { noteSubmitter(event.actor.user) }
        guard event.to != state || event.approval != nil else { return }
        for index in tasks.indices where tasks[index].state == state && tasks[index].closedAt == nil {
            tasks[index].closedAt = event.at
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
