internal import Workflow

extension Change {
    /// Refuses a change whose parts do not fit together, before anything is looked up: a mistake of the caller.
    ///
    /// - Throws: ``StoreError/failed(_:)`` with `change.` and what does not fit.
    package func checkConsistency() throws(StoreError) {
        guard case .case(let id) = event.stream, ByteText(id.rawValue) == ByteText(result.id.rawValue) else {
            throw .failed("change.stream")
        }
        guard expectedRevision >= 0, event.revision == expectedRevision + 1, result.revision == event.revision else {
            throw .failed("change.revision")
        }
        try event.checkSeal()
        for (hash, bytes) in parts where Digest.sha256(bytes) != hash { throw .failed("change.part-hash") }
        guard Set(assignments.map { ByteText($0.id) }).count == assignments.count else {
            throw .failed("change.assignment-twice")
        }
        try check(name: result.subject, result.period, result.unit.rawValue, result.state, result.definition.id)
        for assignment in assignments {
            try check(name: assignment.id, assignment.label, assignment.role, assignment.unit?.rawValue ?? "")
            try check(name: assignment.user?.rawValue ?? "")
        }
        for task in result.tasks { try check(name: task.schedule, task.period) }
        for notice in notices { try check(name: notice.id, notice.notifier) }
        if let key { try check(name: key.key.actor.rawValue, key.key.key, key.commandHash) }
    }
}

extension SealedEvent {
    /// Refuses an event whose hash is not that of its bytes, or whose columns could not be kept.
    package func checkSeal() throws(StoreError) {
        guard hash == Digest.chain(previous, bytes), previous.utf8.count == 64 else {
            throw .failed("change.event-hash")
        }
        try check(name: stream.description, columns.kind, columns.user.rawValue)
    }
}

/// Names with a zero character would be cut off by databases that are written in C.
private func check(name texts: String...) throws(StoreError) {
    for text in texts where text.utf8.contains(0) { throw .failed("change.name") }
}
