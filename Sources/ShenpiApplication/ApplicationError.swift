public import WorkflowEngine
internal import WorkflowStore

/// Why a use case could not be done: a code and values from which a text is made, and what kind of failure it is.
public enum ApplicationError: Error, Sendable {
    /// The engine refused or failed.
    case engine(EngineError)
    /// The actor may not, or the case does not allow it.
    case refused(code: String, values: [String: String])
    /// What was given cannot be used.
    case input(code: String, values: [String: String])
}

extension Application {
    func asking<Value>(
        _ work: () async throws(EngineError) -> Value
    ) async throws(ApplicationError) -> Value {
        do throws(EngineError) {
            return try await work()
        } catch {
            throw .engine(error)
        }
    }

    func storing<Value>(
        _ work: () async throws(StoreError) -> Value
    ) async throws(ApplicationError) -> Value {
        do throws(StoreError) {
            return try await work()
        } catch {
            throw .engine(.store(error))
        }
    }
}
