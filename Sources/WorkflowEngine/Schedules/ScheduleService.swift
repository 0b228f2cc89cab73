internal import Logging
public import ServiceLifecycle
public import Workflow
internal import WorkflowStore

/// Runs schedules when their moment has come, as long as the program runs; catches up on what was missed.
public struct ScheduleService: Service {
    private let engine: WorkflowEngine
    private let actor: ActorRecord
    private let interval: Duration

    /// A service that looks at the clock at every interval.
    public init(engine: WorkflowEngine, actor: ActorRecord, interval: Duration = .seconds(30)) {
        self.engine = engine
        self.actor = actor
        self.interval = interval
    }

    /// Runs until it is cancelled or shut down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do throws(EngineError) {
                    for due in try await engine.overdueSchedules() where !Task.isCancelled {
                        let report = try await engine.run(due, as: actor, isDryRun: false)
                        engine.logger.notice(
                            report.isComplete ? "schedule ran" : "schedule stopped on its way",
                            metadata: [
                                "schedule": "\(due.schedule.id)", "period": "\(due.period)", "made": "\(report.made)",
                                "failed": "\(report.failures.count)",
                            ])
                    }
                } catch {
                    engine.logger.error("schedules unavailable", metadata: ["outcome": "\(error.outcome)"])
                }
                try? await Task.sleep(for: interval)
            }
        }
    }
}
