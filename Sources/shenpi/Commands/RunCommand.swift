internal import UnixSignals
internal import ArgumentParser
internal import Foundation
internal import ShenpiMessages
internal import ServiceLifecycle
internal import Workflow
internal import WorkflowEngine

/// Runs as a service: delivers notices and runs schedules when their moment has come.
struct RunCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "run", abstract: abstract("run"))
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = try await Session.open(options, writes: true)
        let actor = ActorRecord(
            user: Person.system, identity: .system, assertedBy: session.actor.user.rawValue,
            client: session.actor.client)
        session.output.remark(session.messages("run.started"))
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: OutboxService(engine: session.engine)),
                    .init(service: ScheduleService(engine: session.engine, actor: actor)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: NoticeLog.logger(folder: session.settings.folder))
        )
        try await group.run()
        session.output.remark(session.messages("run.stopped"))
    }
}
