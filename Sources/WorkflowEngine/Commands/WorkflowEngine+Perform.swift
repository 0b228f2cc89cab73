internal import Workflow
internal import WorkflowStore
internal import JSONDocument
internal import Logging
internal import Metrics
internal import WorkflowPlugin

extension WorkflowEngine {
    /// How often a command that lost a race is decided again.
    static let attempts = 5

    /// Carries out one command.
    ///
    /// 1. The case and its pinned definition are loaded.
    /// 2. May this actor do this here, now? Pure; the refusal says why.
    /// 3. Validators, side by side, and scorers, in order, each with a deadline. No transaction is open.
    /// 4. ``WorkflowDefinition/transition(_:_:_:in:)``: pure; the new case and what follows from it.
    /// 5. One commit of case, event, assignments, notices and parts, where the revision is the one that was read.
    ///
    /// Without an expected revision a lost race is run again from step 1, at most five times, as long as round, open
    /// steps and document are the ones on which the actor decided; otherwise it is a conflict, and nothing is written.
    public func perform(_ command: Command) async throws(EngineError) -> Answer {
        let started = now()
        do throws(EngineError) {
            let answer = try await attempt(command)
            count("done", since: started)
            return answer
        } catch {
            count(error.outcome, since: started)
            throw error
        }
    }

    private func attempt(_ command: Command) async throws(EngineError) -> Answer {
        let commandHash = Digest.sha256(command.identity)
        let key = command.key.map { IdempotencyKey(actor: command.actor.user, key: $0) }
        if let key,
            let earlier = try await reading({ () async throws(StoreError) in try await store.receipt(for: key) })
        {
            guard earlier.commandHash == commandHash else { throw .store(.keyReused(key.key)) }
            return try await repetition(of: earlier.receipt, isDryRun: command.isDryRun)
        }
        let storedKey = key.map { StoredKey(key: $0, commandHash: commandHash) }
        let identifier = newID()
        var basis: Basis?
        for turn in 1...Self.attempts {
            let prepared = try await prepare(command, identifier: identifier, key: storedKey, basis: basis)
            if command.isDryRun { return prepared.answer(isDryRun: true) }
            guard let result = await store.commit([prepared.change]).first else { throw .store(.failed("no answer")) }
            switch result {
            case .success(let receipt):
                // The same command at the same time: the store has answered with the receipt of the one that was first.
                if key != nil, try await !isKept(prepared.change.event) {
                    return try await repetition(of: receipt, isDryRun: false)
                }
                return prepared.answer(isDryRun: false)
            case .failure(.conflict(let id)) where command.expectedRevision == nil && turn < Self.attempts:
                logger.debug("decided again", metadata: ["case": "\(id)", "turn": "\(turn)"])
                basis = prepared.basis
            case .failure(.conflict(let id)):
                let found = try await storedCase(id).head.revision
                throw .conflict(id, expected: prepared.change.expectedRevision, found: found)
            case .failure(let error): throw .store(error)
            }
        }
        throw .conflict(command.case, expected: basis?.revision ?? 0, found: basis?.revision ?? 0)
    }

    private func prepare(
        _ command: Command, identifier: String, key: StoredKey?, basis: Basis?
    ) async throws(EngineError) -> PreparedChange {
        let organisation = try await organisation().value
        let stored = try await reading { () async throws(StoreError) in try await store.storedCase(command.case) }
        if let expected = command.expectedRevision, let stored, stored.head.revision != expected {
            throw .conflict(command.case, expected: expected, found: stored.head.revision)
        }
        if let basis, let stored, basis != Basis(stored.value) {
            throw .conflict(command.case, expected: basis.revision, found: stored.head.revision)
        }
        let loaded: LoadedDefinition
        switch command.verb {
        case .create(let workflow, _, _, let unit):
            if organisation.units[unit] == nil { throw .organisation(.unknownUnit(unit)) }
            if stored != nil { throw .refused(Refusal(.exists, ["case": command.case.rawValue]), case: command.case) }
            loaded = try await self.loaded(try await newest(workflow))
        case .write, .act:
            guard let stored else { throw .unknownCase(command.case) }
            loaded = try await self.loaded(stored.value.definition)
        }
        let context = context(loaded, organisation, command.actor, command: identifier)
        return try await decide(command, on: stored, loaded, context, key)
    }

    private func decide(
        _ command: Command, on stored: StoredCase?, _ loaded: LoadedDefinition, _ context: TransitionContext,
        _ key: StoredKey?
    ) async throws(EngineError) -> PreparedChange {
        let id = command.case
        var findings: [Finding] = []
        let request: CaseRequest
        var writing = PartWriting()
        switch command.verb {
        case .create(_, let subject, let period, let unit):
            _ = try refusing(id) { () throws(Refusal) in
                try loaded.definition.authorise(creating: Array(command.parts.keys), in: unit, context)
            }
            writing = try await write(command.parts, into: CaseDocument(parts: [:]), loaded, id)
            findings = writing.findings
            request = .create(subject: subject, period: period, unit: unit, writing: writing.writing)
        case .write:
            guard let stored else { throw .unknownCase(id) }
            try refusing(id) { () throws(Refusal) in
                for part in command.parts.keys.sorted() {
                    _ = try loaded.definition.authorise(writing: part, on: stored.value, in: context)
                }
            }
            let document = try await document(of: stored.value, loaded)
            writing = try await write(command.parts, into: document, loaded, id)
            findings = writing.findings
            request = .write(writing.writing, comment: command.comment)
        case .act(let name):
            guard let stored else { throw .unknownCase(id) }
            let prepared = try await act(name, command, stored.value, loaded, context)
            findings = prepared.findings
            writing = prepared.writing
            request = prepared.request
        }
        var transition: Transition?
        try refusing(id) { () throws(Refusal) in
            transition = try loaded.definition.transition(stored?.value, id, request, in: context)
        }
        guard let transition else { throw .unknownCase(id) }
        return try seal(
            transition, behind: stored, loaded, context, writing: writing, findings: findings, key: key)
    }

    private func repetition(of receipt: CommitReceipt, isDryRun: Bool) async throws(EngineError) -> Answer {
        let subject = try await storedCase(receipt.case).value
        let assignments = try await definition(subject.definition)
            .assignments(of: subject, in: try await organisation().value)
        return Answer(
            case: subject, event: nil, findings: [], assignments: assignments, isRepetition: true, isDryRun: isDryRun)
    }

    private func isKept(_ event: SealedEvent) async throws(EngineError) -> Bool {
        let kept = try await reading { () async throws(StoreError) in
            try await store.events(of: event.stream, after: event.revision - 1, limit: 1)
        }
        return kept.first?.hash == event.hash
    }

    func reading<Value>(
        _ read: () async throws(StoreError) -> Value
    ) async throws(EngineError) -> Value {
        do throws(StoreError) {
            return try await read()
        } catch {
            throw .store(error)
        }
    }

    func refusing<Value>(_ id: CaseID, _ work: () throws(Refusal) -> Value) throws(EngineError) -> Value {
        do throws(Refusal) {
            return try work()
        } catch {
            throw .refused(error, case: id)
        }
    }

    private func count(_ outcome: String, since started: Timestamp) {
        Counter(label: "shenpi_commands_total", dimensions: [("outcome", outcome)]).increment()
        let elapsed = max(0, now().milliseconds - started.milliseconds)
        Metrics.Timer(label: "shenpi_command_duration").recordMilliseconds(elapsed)
    }
}

/// What an actor decided on: if any of it has changed, a lost race must not be run again behind the actor's back.
struct Basis: Equatable {
    let revision: Int
    private let round: Int
    private let state: String
    private let openSteps: [String]
    private let parts: [String: PartReference]

    init(_ subject: Case) {
        revision = subject.revision
        round = subject.round
        state = subject.state
        openSteps = subject.approval?.openSteps.map(\.id) ?? []
        parts = subject.parts
    }

    static func == (left: Basis, right: Basis) -> Bool {
        left.round == right.round && left.state == right.state && left.openSteps == right.openSteps
            && left.parts == right.parts
    }
}

extension EngineError {
    var outcome: String {
        switch self {
        case .refused, .administratorNeeded, .organisation: "refused"
        case .findings: "findings"
        case .undecided: "undecided"
        case .conflict: "conflict"
        case .unknownCase, .unknownWorkflow, .definition, .invalidDefinition: "bad-input"
        case .store: "store"
        }
    }
}
