internal import BundledWorkflows
internal import Foundation
internal import JSONDocument
internal import Logging
internal import ShenpiApplication
internal import ShenpiMessages
internal import SQLiteStore
internal import StandardPlugins
internal import Workflow
internal import WorkflowEngine
internal import WorkflowPlugin
internal import WorkflowStore

/// Everything a command needs, put together: settings, store, engine, actor, output. The one place where parts meet.
struct Session {
    /// The program's version.
    static let version = "0.1.0"

    let settings: Settings
    let output: Output
    let messages: Messages
    let application: Application
    let wording: Wording

    var engine: WorkflowEngine { application.engine }
    var actor: ActorRecord { application.actor }

    /// Settings and output for commands that need no data.
    static func bare(_ options: GlobalOptions) async -> (settings: Settings, output: Output, wording: Wording) {
        let settings = await Settings(folder: options.data, language: options.lang, wait: options.wait)
        let messages = Messages(settings.language)
        let output = Output(
            format: options.format, messages: messages, environment: ProcessInfo.processInfo.environment)
        return (settings, output, Wording(messages: messages, folder: settings.folder))
    }

    /// Opens the data folder and establishes who acts.
    ///
    /// - Parameter anybody: Whether somebody who is not known here may do this: whoever may read the file may verify it.
    static func open(_ options: GlobalOptions, writes: Bool, anybody: Bool = false) async throws -> Session {
        let (settings, output, wording) = await bare(options)
        let store: any WorkflowStore
        do throws(StoreError) {
            store = try openStore(settings, writes: writes)
        } catch {
            throw wording.failure(error)
        }
        let engine = try makeEngine(store, settings, forDemo: settings.allowsAssertedIdentity)
        let actor = try await identity(options.actingAs, engine, settings, wording, anybody: anybody)
        var session = Session(
            settings: settings, output: output, messages: wording.messages,
            application: Application(engine: engine, actor: actor), wording: wording)
        session = try await session.knowingTitles()
        return session
    }

    private static func openStore(_ settings: Settings, writes: Bool) throws(StoreError) -> any WorkflowStore {
        let store = try opened(settings, writes: writes)
        OpenStores.current?.add(store)
        return store
    }

    private static func opened(_ settings: Settings, writes: Bool) throws(StoreError) -> SQLiteStore {
        let durability = SQLiteStore.Durability(rawValue: settings.durability) ?? .full
        do throws(StoreError) {
            // Whoever only reads waits for nobody who writes, and reads on a medium that cannot be written.
            return try SQLiteStore.open(
                folder: settings.folder, readOnly: !writes, busyTimeout: settings.wait, durability: durability)
        } catch {
            // Data of an earlier version is brought up to date first.
            guard !writes, error == .readOnly else { throw error }
            return try SQLiteStore.open(
                folder: settings.folder, readOnly: false, busyTimeout: settings.wait, durability: durability)
        }
    }

    static func makeEngine(
        _ store: any WorkflowStore, _ settings: Settings, forDemo isDemo: Bool
    ) throws -> WorkflowEngine {
        let logger = NoticeLog.logger(folder: settings.folder)
        let now = try settings.clock(forDemo: isDemo)
        return WorkflowEngine(
            store: store, registry: try StandardPlugins.registry(logger: logger), calendar: try Calendars.shipped(),
            logger: logger, now: now, newID: { UUID().uuidString.lowercased() })
    }

    private static func identity(
        _ asserted: String?, _ engine: WorkflowEngine, _ settings: Settings, _ wording: Wording, anybody: Bool
    ) async throws -> ActorRecord {
        let login = OperatingSystemUser.current
        let organisation: Organisation
        do throws(EngineError) {
            organisation = try await engine.organisation().value
        } catch {
            throw wording.failure(error)
        }
        let client = "shenpi \(version)" + (settings.pretendedTime == nil ? "" : " (pretended clock)")
        guard let asserted, asserted != login else {
            guard anybody || organisation.people[UserID(login)] != nil else {
                throw wording.failure(.refused(code: "identity.unknown", values: ["user": login]))
            }
            return ActorRecord(user: UserID(login), identity: .osUser, client: client)
        }
        guard settings.allowsAssertedIdentity || organisation.isAdministrator(UserID(login)) else {
            throw wording.failure(.refused(code: "identity.assertion-refused", values: ["user": asserted]))
        }
        guard organisation.people[UserID(asserted)] != nil else {
            var wording = wording
            wording.names.add(organisation)
            throw wording.failure(.engine(.organisation(.unknownPerson(UserID(asserted)))))
        }
        return ActorRecord(user: UserID(asserted), identity: .asserted, assertedBy: login, client: client)
    }

    private func knowingTitles() async throws -> Session {
        var names = Names()
        do throws(EngineError) {
            for reference in try await engine.workflows() {
                do throws(EngineError) {
                    names.add(try await engine.definition(reference))
                    names.add(try await engine.documentType(of: reference))
                } catch {
                    // A workflow whose plugins are missing keeps its bare names: what is stored can still be verified.
                    guard case .definition = error else { throw error }
                }
            }
            names.add(try await engine.organisation().value)
        } catch {
            throw wording.failure(error)
        }
        var words = wording
        words.names = names
        return Session(
            settings: settings, output: output, messages: messages, application: application, wording: words)
    }

    /// Opens the data folder for reading and finds the case that a text means.
    static func open(_ options: GlobalOptions, for text: String) async throws -> (session: Session, id: CaseID) {
        let session = try await open(options, writes: false)
        let id = try await session.doing { () async throws(ApplicationError) in
            try await session.application.resolve(text)
        }
        return (session, id)
    }

    /// Delivers what the command put into the outbox, for two seconds at most, after the answer has been printed.
    func deliverNotices() async {
        _ = try? await engine.deliverNotices(owner: "cli-\(UUID().uuidString)", for: .seconds(2))
    }

    /// Runs a use case and puts its error into words.
    func doing<Value>(_ work: () async throws(ApplicationError) -> Value) async throws -> Value {
        do throws(ApplicationError) {
            return try await work()
        } catch {
            throw wording.failure(error)
        }
    }

    /// Asks the engine and puts its error into words.
    func asking<Value>(_ work: () async throws(EngineError) -> Value) async throws -> Value {
        do throws(EngineError) {
            return try await work()
        } catch {
            throw wording.failure(error)
        }
    }
}
