internal import ArgumentParser
internal import BundledWorkflows
internal import Foundation
internal import JSONDocument
internal import ShenpiApplication
internal import SQLiteStore
internal import Workflow
internal import WorkflowEngine
internal import WorkflowStore

/// Makes a data folder.
struct InitCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "init", abstract: abstract("init"))
    }

    @Flag(name: .customLong("allow-asserted-identity"), help: help("init.asserted")) var allowsAssertedIdentity = false
    @Option(name: .long, help: help("init.workflow"), completion: .file(extensions: ["json"])) var workflow: String?
    @OptionGroup var options: GlobalOptions
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        let (settings, output, wording) = await Session.bare(options)
        let bytes =
            try workflow.map { try InputFile.bytes($0, limit: 1 << 20, wording.messages) }
            ?? BundledWorkflows.expenditurePerformance.bytes
        // The definition is checked before anything is made.
        let rehearsal = try Session.makeEngine(InMemoryStore(), settings, forDemo: allowsAssertedIdentity)
        let reading = rehearsal.check(bytes)
        guard reading.definition != nil else {
            throw wording.failure(reading.errors, file: workflow ?? "")
        }
        if writing.isDryRun {
            output.say("dry-run")
            output.json(["folder": .string(settings.folder), "dryRun": .bool(true)])
            return
        }
        let store: SQLiteStore
        do throws(StoreError) {
            try SQLiteStore.create(in: settings.folder)
            store = try SQLiteStore.open(folder: settings.folder, busyTimeout: settings.wait)
            OpenStores.current?.add(store)
        } catch {
            throw wording.failure(error)
        }
        let engine = try Session.makeEngine(store, settings, forDemo: allowsAssertedIdentity)
        let user = UserID(OperatingSystemUser.current)
        let actor = ActorRecord(user: user, identity: .osUser, client: "shenpi \(Session.version)")
        let reference: DefinitionReference
        do throws(ApplicationError) {
            reference = try await Application(engine: engine, actor: actor)
                .initialise(name: OperatingSystemUser.fullName, workflow: bytes)
        } catch {
            throw wording.failure(error)
        }
        try writeSettings(settings.folder)
        ActionNames.remember(bytes, in: settings.folder)
        let login = user.rawValue
        output.say(
            "init.done",
            ["folder": settings.folder, "user": login, "workflow": reference.id, "version": reference.version])
        output.say("init.next")
        output.json([
            "folder": .string(settings.folder), "administrator": .string(login), "workflow": .string(reference.id),
            "version": .string(reference.version), "hash": .string(reference.hash),
            "dryRun": .bool(false),
        ])
    }

    private func writeSettings(_ folder: String) throws {
        let values: JSONValue = ["allowAssertedIdentity": .bool(allowsAssertedIdentity)]
        let url = URL(fileURLWithPath: folder + "/" + Settings.fileName)
        try Data((values.prettyText() + "\n").utf8).write(to: url, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    }
}
