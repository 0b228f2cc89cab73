internal import WorkflowStore
internal import ArgumentParser
internal import JSONDocument
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine

/// Units of the organisation.
struct UnitCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unit", abstract: abstract("unit"), subcommands: [UnitAddCommand.self, UnitListCommand.self])
    }

    struct UnitAddCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "add", abstract: abstract("unit.add"))
        }

        @Argument(help: help("unit.id")) var id: String
        @Option(name: .long, help: help("unit.name")) var name: String
        @Option(name: .long, help: help("unit.kind")) var kind = "unit"
        @Option(name: .long, help: help("unit.parent")) var parent: String?
        @OptionGroup var options: GlobalOptions
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let session = try await Session.open(options, writes: true)
            var above: UnitID?
            if let parent { above = try await session.unit(parent).id }
            try await checkKind(session)
            let unit = OrganisationUnit(id: UnitID(id), name: name, kind: kind, parent: above)
            try await session.change(.unitAdded(unit), writing, "unit.added", ["id": id, "name": name])
        }

        /// Kinds are data, but one that is nearly a known one is a slip that nobody would notice before somebody must sign.
        private func checkKind(_ session: Session) async throws {
            var known = Set(try await session.organisation().units.values.map(\.kind) + ["unit", "finance-bureau"])
            let roles = try await session.asking { () async throws(EngineError) in try await session.engine.roles() }
            for role in roles.values.joined() {
                if case .ancestor(let kind) = role.scope { known.insert(kind) }
            }
            guard !known.contains(kind), let near = NearMiss.nearest(to: kind, in: known.sorted()) else { return }
            let values = ["kind": kind, "near": near, "known": known.sorted().joined(separator: ", ")]
            throw CommandFailure(
                exit: .badInput, text: session.messages("unit.kind-near", values), code: "unit.kind-near")
        }
    }

    struct UnitListCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: abstract("unit.list"))
        }

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let session = try await Session.open(options, writes: false)
            let organisation = try await session.organisation()
            let units = organisation.units.values.sorted { organisation.treeOrder($0) < organisation.treeOrder($1) }
            let messages = session.messages
            var table = TableView([
                .init(title: messages("column.id")), .init(title: messages("column.name"), limit: 50),
                .init(title: messages("column.kind")), .init(title: messages("column.parent")),
            ])
            for unit in units {
                let depth = organisation.path(from: unit.id).count - 1
                let indent = String(repeating: "  ", count: depth)
                table.add([indent + unit.id.rawValue, unit.name, unit.kind, unit.parent?.rawValue ?? ""])
            }
            table.print(to: session.output)
            session.output.json(.array(units.map { CaseJSON.encoded($0) }))
        }
    }
}

/// People and their roles.
struct UserCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "user", abstract: abstract("user"),
            subcommands: [UserAddCommand.self, UserListCommand.self, GrantCommand.self, RevokeCommand.self])
    }

    struct UserAddCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "add", abstract: abstract("user.add"))
        }

        @Argument(help: help("user.id")) var id: String
        @Option(name: .long, help: help("user.name")) var name: String
        @OptionGroup var options: GlobalOptions
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let session = try await Session.open(options, writes: true)
            let person = Person(id: UserID(id), name: name)
            try await session.change(.personAdded(person), writing, "user.added", ["id": id, "name": name])
        }
    }

    struct UserListCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: abstract("user.list"))
        }

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let session = try await Session.open(options, writes: false)
            let organisation = try await session.organisation()
            let people = organisation.people.values.sorted { $0.id < $1.id }
            let messages = session.messages
            var table = TableView([
                .init(title: messages("column.id")), .init(title: messages("column.name")),
                .init(title: messages("column.roles"), limit: 100, whenNarrow: .wraps),
            ])
            for person in people {
                let roles = organisation.grants.filter { $0.user == person.id }
                    .map { grant in grant.role + (grant.unit.map { "@\($0)" } ?? "") }
                table.add([person.id.rawValue, person.name, roles.joined(separator: ", ")])
            }
            table.print(to: session.output)
            session.output.json(
                .array(
                    people.map { person in
                        [
                            "id": .string(person.id.rawValue), "name": .string(person.name),
                            "grants": CaseJSON.encoded(organisation.grants.filter { $0.user == person.id }),
                        ]
                    }))
        }
    }

    struct GrantCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "grant", abstract: abstract("user.grant"))
        }

        @OptionGroup var grant: GrantArguments
        @OptionGroup var options: GlobalOptions
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let session = try await Session.open(options, writes: true)
            let value = try await grant.value(session)
            try await session.change(.granted(value), writing, "user.granted", grant.words(value))
        }
    }

    struct RevokeCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "revoke", abstract: abstract("user.revoke"))
        }

        @OptionGroup var grant: GrantArguments
        @OptionGroup var options: GlobalOptions
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let session = try await Session.open(options, writes: true)
            let value = try await grant.value(session)
            try await session.change(.revoked(value), writing, "user.revoked", grant.words(value))
        }
    }

    struct GrantArguments: ParsableArguments {
        @Argument(help: help("user.id")) var user: String
        @Argument(help: help("user.role")) var role: String
        @Option(name: .long, help: help("user.unit")) var unit: String?

        func value(_ session: Session) async throws -> Grant {
            var place: UnitID?
            if let unit { place = try await session.unit(unit).id }
            return Grant(user: UserID(user), role: role, unit: place)
        }

        func words(_ grant: Grant) -> [String: String] {
            ["user": user, "role": role, "unit": grant.unit?.rawValue ?? "*"]
        }
    }
}

extension Session {
    func organisation() async throws -> Organisation {
        try await asking { () async throws(EngineError) in try await engine.organisation() }.value
    }

    fileprivate func change(
        _ change: OrganisationChange, _ writing: WritingOptions, _ code: String, _ values: [String: String]
    ) async throws {
        try await doing { () async throws(ApplicationError) in
            try await application.change(change, isDryRun: writing.isDryRun)
        }
        output.say(code, values)
        if writing.isDryRun { output.say("dry-run") }
        var object = JSONObject()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { object[name] = .string(value) }
        object["dryRun"] = .bool(writing.isDryRun)
        output.json(.object(object))
    }
}

extension Organisation {
    /// Sorts units as a tree: each below the one above it.
    fileprivate func treeOrder(_ unit: OrganisationUnit) -> String {
        path(from: unit.id).reversed().map(\.id.rawValue).joined(separator: "\u{1}")
    }
}
