internal import JSONDocument
public import Workflow
public import WorkflowPlugin
internal import WorkflowStore

/// A decided command, ready to be committed.
struct PreparedChange: Sendable {
    var change: Change
    var event: CaseEvent
    var findings: [Finding]
    var basis: Basis

    func answer(isDryRun: Bool) -> Answer {
        Answer(
            case: change.result, event: event, findings: findings, assignments: change.assignments, isRepetition: false,
            isDryRun: isDryRun)
    }
}

/// Parts that a command writes: their bytes, and what changes with them in the case.
struct PartWriting: Sendable {
    var writing = Writing.nothing
    var bytes: [String: [UInt8]] = [:]
    var document = CaseDocument(parts: [:])
    /// What the document type found that is no error.
    var findings: [Finding] = []

    mutating func merge(_ other: PartWriting) {
        bytes.merge(other.bytes) { $1 }
    }
}

extension WorkflowEngine {
    /// Completes, checks and hashes the parts that a command writes.
    func write(
        _ parts: [String: JSONValue], into document: CaseDocument, _ loaded: LoadedDefinition, _ id: CaseID
    ) async throws(EngineError) -> PartWriting {
        var result = PartWriting()
        result.document = document
        let type = loaded.documentType
        for (name, given) in parts.sorted(by: { $0.key < $1.key }) {
            let value: JSONValue
            do {
                value = try type.plugin.complete(part: name, value: given, document: result.document)
            } catch {
                throw .undecided(plugin: type.descriptor.name, reason: "\(Swift.type(of: error))", case: id)
            }
            let problems = type.plugin.check(part: name, value: value)
            if problems.contains(where: { $0.severity == .error }) { throw .findings(problems, case: id) }
            result.findings += problems
            let bytes = value.canonicalBytes()
            let hash = Digest.sha256(bytes)
            result.bytes[hash] = bytes
            result.writing.parts[name] = PartReference(hash: hash, size: bytes.count)
            result.document = result.document.replacing([name: value])
            for path in loaded.storedPaths where path.hasPrefix("document.\(name).") || path == "document.\(name)" {
                result.writing.fields[path] = result.document.value(at: path) ?? .null
            }
        }
        return result
    }

    /// The whole document of a case.
    public func document(of subject: Case) async throws(EngineError) -> CaseDocument {
        try await document(of: subject, try await loaded(subject.definition))
    }

    func document(of subject: Case, _ loaded: LoadedDefinition) async throws(EngineError) -> CaseDocument {
        var parts: [String: JSONValue] = [:]
        for (name, reference) in subject.parts {
            let bytes = try await reading { () async throws(StoreError) in try await store.part(reference.hash) }
            guard let bytes, Digest.sha256(bytes) == reference.hash else {
                throw .store(.damaged("part \(name) of \(subject.id)"))
            }
            do throws(JSONProblem) {
                parts[name] = try JSONReader.value(bytes)
            } catch {
                throw .store(.damaged("part \(name) of \(subject.id)"))
            }
        }
        return CaseDocument(parts: parts)
    }

    /// Makes the commit of a transition.
    func seal(
        _ transition: Transition, behind stored: StoredCase?, _ loaded: LoadedDefinition, _ context: TransitionContext,
        writing: PartWriting, findings: [Finding], key: StoredKey?
    ) throws(EngineError) -> PreparedChange {
        let sealed: SealedEvent
        do {
            sealed = try SealedEvent(transition.event, behind: stored?.head ?? .empty)
        } catch {
            throw .store(.failed("encoding of an event"))
        }
        let title =
            loaded.documentType.plugin.listedFields.first
            .flatMap { transition.case.fields[$0.path]?.string } ?? transition.case.subject
        let notices = transition.notify.enumerated().map { index, use in
            OutgoingNotice(
                id: "\(transition.case.id)/\(transition.event.revision)/\(index)", notifier: use.name,
                configuration: use.configuration, title: title)
        }
        let change = Change(
            expectedRevision: stored?.head.revision ?? 0, result: transition.case, event: sealed,
            assignments: loaded.definition.assignments(of: transition.case, in: context.organisation), notices: notices,
            parts: writing.bytes, key: key)
        return PreparedChange(
            change: change, event: transition.event, findings: findings, basis: Basis(stored?.value ?? transition.case))
    }
}
