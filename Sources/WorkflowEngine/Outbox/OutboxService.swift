internal import Logging
public import ServiceLifecycle

/// Delivers notices as long as the program runs.
public struct OutboxService: Service {
    private let engine: WorkflowEngine
    private let interval: Duration

    /// A service that looks into the outbox at every interval.
    public init(engine: WorkflowEngine, interval: Duration = .seconds(1)) {
        self.engine = engine
        self.interval = interval
    }

    /// Runs until it is cancelled or shut down.
    public func run() async throws {
        let owner = engine.newID()
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do throws(EngineError) {
                    _ = try await engine.deliverNotices(owner: owner, for: .seconds(60))
                } catch {
                    engine.logger.error("outbox unavailable", metadata: ["outcome": "\(error.outcome)"])
                }
                try? await Task.sleep(for: interval)
            }
        }
    }
}
