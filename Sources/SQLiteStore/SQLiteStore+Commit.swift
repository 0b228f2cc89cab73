internal import GRDB
internal import Synchronization
public import WorkflowStore

extension SQLiteStore {
    /// Applies changes, each by itself, in their order; the answers have the same order.
    ///
    /// Callers that wait at the same time share one durable transaction; each change has its own savepoint in it.
    public func commit(_ changes: [Change]) async -> [Result<CommitReceipt, StoreError>] {
        guard let writer else { return changes.map { _ in .failure(.readOnly) } }
        guard !changes.isEmpty else { return [] }
        return await withCheckedContinuation { continuation in
            let member = CommitQueue.Member(changes: changes) { continuation.resume(returning: $0) }
            if queue.withLock({ $0.append(member) }) { callWriter(writer) }
        }
    }

    private func callWriter(_ writer: DatabasePool) {
        writer.asyncWriteWithoutTransaction { database in
            let (group, isMoreWaiting) = self.queue.withLock { $0.takeGroup() }
            if isMoreWaiting { self.callWriter(writer) }
            let answers = self.commit(group.flatMap(\.changes), on: database)
            var start = 0
            for member in group {
                let end = start + member.changes.count
                member.answer(Array(answers[start..<end]))
                start = end
            }
        }
    }

    /// One transaction for all. Where it fails as a whole, all members fail alike.
    private func commit(_ changes: [Change], on database: Database) -> [Result<CommitReceipt, StoreError>] {
        let outcome = transaction(on: database) { database in
            try changes.map { try self.applyApart($0, alone: changes.count == 1, on: database) }
        }
        switch outcome {
        case .success(let answers): return answers
        case .failure(let error): return changes.map { _ in .failure(error) }
        }
    }

    /// Applies a change so that its refusal leaves no trace.
    ///
    /// - Throws: What makes the whole transaction fail, such as a full disk.
    private func applyApart(
        _ change: Change, alone: Bool, on database: Database
    ) throws -> Result<CommitReceipt, StoreError> {
        // All checks come before the first write, so most refusals need no savepoint to leave no trace.
        let writing: ChangeWriting
        do {
            switch try ChangeWriting.check(change, on: database) {
            case .known(let receipt): return .success(receipt)
            case .new(let checked): writing = checked
            }
        } catch let error as StoreError {
            return .failure(error)
        }
        // Without neighbours the transaction itself is the savepoint.
        if alone { return .success(try writing.write(on: database)) }
        do {
            var receipt: CommitReceipt?
            try database.inSavepoint {
                receipt = try writing.write(on: database)
                return .commit
            }
            guard let receipt else { return .failure(.failed("transaction")) }
            return .success(receipt)
        } catch let error as StoreError {
            return .failure(error)
        } catch let error as DatabaseError where error.isRefusal {
            return .failure(storeError(error))
        }
    }
}
