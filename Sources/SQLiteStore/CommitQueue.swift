internal import WorkflowStore

/// Changes that wait for the writer. Whoever comes while a transaction is being synchronised shares the next one.
struct CommitQueue {
    /// The changes of one caller, and how it is told.
    struct Member: Sendable {
        var changes: [Change]
        var answer: @Sendable ([Result<CommitReceipt, StoreError>]) -> Void
    }

    /// A group ends with the member that brings it to so many changes.
    static let groupSize = 1000

    private var waiting: [Member] = []
    private var isScheduled = false

    /// How many callers wait.
    var waitingCount: Int { waiting.count }

    /// Adds a caller; whether the writer has to be called.
    mutating func append(_ member: Member) -> Bool {
        waiting.append(member)
        defer { isScheduled = true }
        return !isScheduled
    }

    /// Takes the next group; whether the writer has to be called again for the rest.
    mutating func takeGroup() -> (group: [Member], isMoreWaiting: Bool) {
        var count = 0
        let end = waiting.firstIndex { member in
            count += member.changes.count
            return count >= CommitQueue.groupSize
        }
        let group = Array(waiting[..<(end.map { $0 + 1 } ?? waiting.count)])
        waiting.removeFirst(group.count)
        isScheduled = !waiting.isEmpty
        return (group, isScheduled)
    }
}
