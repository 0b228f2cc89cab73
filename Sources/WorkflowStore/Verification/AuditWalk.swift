internal import Workflow

/// The state of a verification on its way through the events.
struct AuditWalk {
    let store: any WorkflowStore
    let pageSize: Int
    var report = AuditReport()
    private var stream: StreamName?
    private var last = StreamHead.empty
    private var isHashTrusted = true
    private var replay = AuditReplay.nothing
    private var known: Set<DefinitionReference> = []
    private var published: Set<DefinitionReference> = []

    init(store: any WorkflowStore, pageSize: Int) {
        self.store = store
        self.pageSize = pageSize
    }

    /// Writes down a problem.
    mutating func note(
        _ code: AuditProblem.Code, stream: String, revision: Int? = nil, _ values: [String: String] = [:]
    ) {
        guard report.problems.count < AuditVerifier.problemLimit else {
            report.omitted += 1
            return
        }
        report.problems.append(AuditProblem(stream: stream, revision: revision, code: code, values: values))
    }

    private mutating func note(_ code: AuditProblem.Code, at revision: Int?, _ values: [String: String] = [:]) {
        note(code, stream: stream?.description ?? "", revision: revision, values)
    }

    // MARK: Events

    /// Checks an event that comes after all those before, in the order of stream and revision.
    mutating func take(_ event: StoredEvent) async throws(StoreError) {
        // Names are compared by their bytes: two that Swift takes for equal are two streams.
        if stream.map({ ByteText($0.description) }) != ByteText(event.stream.description) {
            try await endOfStream()
            begin(event.stream)
        }
        checkChain(event)
        try await checkContent(event)
    }

    /// Ends the last stream and looks for what has no events at all.
    mutating func endOfEvents() async throws(StoreError) {
        try await endOfStream()
        stream = nil
        if published != known {
            known = Set(try await readDefinitions())
            for reference in known.subtracting(published).sorted(by: { ($0.id, $0.version) < ($1.id, $1.version) }) {
                // Published while we were reading?
                guard try await !isPublished(reference) else { continue }
                note(
                    .definitionWithoutEvent, stream: StreamName.definitions.description, revision: nil,
                    ["workflow": reference.id, "version": reference.version])
            }
        }
        let organisation = StreamName.organisation.description
        if try await store.head(of: .organisation) == nil, try await organisationHead() != .empty {
            note(.organisationHead, stream: organisation, revision: 1, ["events": "0"])
        }
    }

    private mutating func begin(_ stream: StreamName) {
        self.stream = stream
        last = .empty
        isHashTrusted = true
        replay = AuditReplay(stream)
        report.streams += 1
        if case .case = stream { report.cases += 1 }
    }

    private mutating func checkChain(_ event: StoredEvent) {
        report.events += 1
        if event.revision != last.revision + 1 {
            note(
                .eventGap, at: event.revision, ["expected": String(last.revision + 1), "found": String(event.revision)])
        } else if isHashTrusted, event.previous != last.hash {
            note(.eventLink, at: event.revision)
        }
        isHashTrusted = event.hash == Digest.chain(event.previous, event.bytes)
        if !isHashTrusted { note(.eventHash, at: event.revision) }
        last = event.head
    }

    private mutating func checkContent(_ event: StoredEvent) async throws(StoreError) {
        let content: AuditReplay.Content
        do {
            content = try replay.apply(event)
        } catch {
            // After a changed byte, that the event cannot be read says nothing new.
            if isHashTrusted { note(error.code, at: event.revision) }
            return
        }
        for column in content.differences(from: event) {
            note(.eventColumns, at: event.revision, ["column": column])
        }
        for part in content.parts.sorted(by: { $0.key < $1.key }) {
            try await check(part.key, part.value, event.revision)
        }
        if let reference = content.published { try await checkPublished(reference, event.revision) }
    }

    private mutating func check(_ name: String, _ part: PartReference, _ revision: Int) async throws(StoreError) {
        let bytes: [UInt8]?
        do { bytes = try await store.part(part.hash) } catch .damaged { bytes = [] }
        let values = ["part": name, "hash": part.hash]
        guard let bytes else { return note(.partMissing, at: revision, values) }
        if Digest.sha256(bytes) != part.hash { note(.partHash, at: revision, values) }
    }

    // MARK: Ends of streams

    private mutating func endOfStream() async throws(StoreError) {
        switch stream {
        case .case(let id): try await endOfCase(id)
        case .organisation: try await endOfOrganisation()
        case .definitions, nil: break
        }
    }

    private mutating func endOfCase(_ id: CaseID) async throws(StoreError) {
        let stored: StoredCase?
        do { stored = try await store.storedCase(id) } catch .damaged { return note(.caseDamaged, at: nil) }
        guard let stored else { return note(.caseMissing, at: last.revision) }
        try await catchUp(to: stored.head.revision, of: .case(id))
        guard stored.head == last else { return noteHead(.caseHead, stored.head) }
        if let value = replay.subject, value != stored.value { note(.caseDiffers, at: nil) }
        if try await !isKnown(stored.value.definition) {
            let reference = stored.value.definition
            note(.definitionMissing, at: nil, ["workflow": reference.id, "version": reference.version])
        }
    }

    private mutating func endOfOrganisation() async throws(StoreError) {
        let stored: StoredOrganisation
        do { stored = try await store.organisation() } catch .damaged { return note(.organisationDamaged, at: nil) }
        try await catchUp(to: stored.head.revision, of: .organisation)
        guard stored.head == last else { return noteHead(.organisationHead, stored.head) }
        if let value = replay.organisation, value != stored.value { note(.organisationDiffers, at: nil) }
    }

    /// Reads what was written since the page with the stream's end was read.
    private mutating func catchUp(to revision: Int, of stream: StreamName) async throws(StoreError) {
        while last.revision < revision {
            let more = try await store.events(of: stream, after: last.revision, limit: pageSize)
            guard !more.isEmpty else { return }
            for event in more where last.revision < revision {
                checkChain(event)
                try await checkContent(event)
            }
        }
    }

    private mutating func noteHead(_ code: AuditProblem.Code, _ head: StreamHead) {
        let missing = head.revision > last.revision ? last.revision + 1 : last.revision
        note(code, at: missing, ["events": String(last.revision), "stored": String(head.revision)])
    }

    private func organisationHead() async throws(StoreError) -> StreamHead {
        do { return try await store.organisation().head } catch .damaged { return .empty }
    }

    // MARK: Definitions

    /// Learns which definitions there are, and checks their bytes.
    mutating func definitions() async throws(StoreError) {
        known = Set(try await readDefinitions())
    }

    private func readDefinitions() async throws(StoreError) -> [DefinitionReference] {
        do { return try await store.definitions() } catch .damaged { return [] }
    }

    private mutating func isKnown(_ reference: DefinitionReference) async throws(StoreError) -> Bool {
        if !known.contains(reference) { known.formUnion(try await readDefinitions()) }
        return known.contains(reference)
    }

    private mutating func checkPublished(_ reference: DefinitionReference, _ revision: Int) async throws(StoreError) {
        published.insert(reference)
        let values = ["workflow": reference.id, "version": reference.version]
        let bytes: [UInt8]?
        do { bytes = try await store.definition(reference) } catch .damaged { bytes = [] }
        guard let bytes else { return note(.definitionMissing, at: revision, values) }
        if Digest.sha256(bytes) != reference.hash { note(.definitionHash, at: revision, values) }
    }

    private func isPublished(_ reference: DefinitionReference) async throws(StoreError) -> Bool {
        var revision = 0
        while true {
            let page = try await store.events(of: .definitions, after: revision, limit: pageSize)
            guard let end = page.last else { return false }
            if page.contains(where: { (try? $0.ledgerEvent())?.published == reference }) { return true }
            revision = end.revision
        }
    }

    // MARK: Cases

    /// Checks a case that was found at a place.
    mutating func check(_ subject: Case, at place: CaseCount) async throws(StoreError) {
        let stream = StreamName.case(subject.id)
        for (column, isSame) in [
            ("workflow", subject.definition.id == place.workflow), ("period", subject.period == place.period),
            ("state", subject.state == place.state),
        ] where !isSame {
            note(.caseColumns, stream: stream.description, revision: nil, ["column": column])
        }
        if try await store.head(of: stream) == nil {
            report.cases += 1
            note(
                .caseWithoutEvents, stream: stream.description, revision: 1, ["stored": String(subject.revision)])
        }
    }
}
