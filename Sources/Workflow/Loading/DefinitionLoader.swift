internal import JSONDocument

internal import struct Foundation.TimeZone

/// Reads workflow files strictly: an unknown or duplicate key, an unknown role or target, a rule that does not compile are
/// refused, all problems at once, each with its place. Loading runs nothing.
public struct DefinitionLoader: Sendable {
    /// The largest workflow file, in bytes.
    public static let sizeLimit = 1 << 20

    var problems: [DefinitionProblem] = []
    var roleNames: [String] = []
    var stateNames: [String] = []
    /// Where each path of the document is first read by a rule.
    var guardPlaces: [String: JSONPointer] = [:]

    /// Reads a file's bytes.
    public static func load(_ bytes: [UInt8]) -> DefinitionReading {
        var loader = DefinitionLoader()
        let (root, found) = JSONReader.node(bytes, limits: JSONLimits(depth: 64, bytes: sizeLimit))
        loader.problems = found.map {
            DefinitionProblem(rule: $0.code.rawValue, pointer: $0.pointer, position: $0.position, values: $0.values)
        }
        guard let root, !found.contains(where: { $0.code == .syntax }) else {
            return DefinitionReading(definition: nil, problems: loader.problems, root: root)
        }
        let definition = loader.workflow(Place(node: root, pointer: .root))
        let hasErrors = loader.problems.contains { $0.severity == .error }
        let problems = loader.problems.sorted {
            ($0.position?.offset ?? 0, $0.rule, $0.pointer.description)
                < ($1.position?.offset ?? 0, $1.rule, $1.pointer.description)
        }
        return DefinitionReading(
            definition: hasErrors ? nil : definition, problems: problems, root: root, draft: definition)
    }

    private mutating func workflow(_ root: Place) -> WorkflowDefinition? {
        guard
            let file = members(
                root,
                required: ["format", "id", "version", "title", "document", "roles", "states", "actions"],
                optional: ["$schema", "schedules", "timeZone"])
        else { return nil }
        if let schema = file["$schema"] { _ = text(schema) }
        if let format = file["format"], format.node.value.int != 1 {
            report("format.unsupported", format, ["value": format.node.value.prettyText(), "known": "1"])
        }
        let id = file["id"].flatMap { name($0) } ?? ""
        let version = file["version"].flatMap { name($0) } ?? ""
        let title = file["title"].map { self.title($0, fallback: id) } ?? LocalizedText(chinese: id, english: id)
        let documentType = file["document"].flatMap { name($0) } ?? ""
        let timeZone = file["timeZone"].flatMap { self.timeZone($0) } ?? DefinitionLoader.shanghai

        roleNames = file["roles"]?.node.members?.map(\.key) ?? []
        stateNames = file["states"]?.node.members?.map(\.key) ?? []
        let roles = file["roles"].map { self.roles($0) } ?? []
        let states = file["states"].map { self.states($0) } ?? []
        let actions = file["actions"].map { self.actions($0, states: states) } ?? []
        let schedules = file["schedules"].map { self.schedules($0) } ?? []
        let initial = file["states"].map { initialState($0) } ?? 0
        let definition = WorkflowDefinition(
            id: id, version: version, title: title, documentType: documentType, timeZone: timeZone, roles: roles,
            states: states, initialState: initial, actions: actions, schedules: schedules,
            guardPlaces: guardPlaces, canonicalBytes: root.node.value.canonicalBytes())
        if problems.allSatisfy({ $0.severity == .warning || !DefinitionLoader.blurring.contains($0.rule) }) {
            check(definition, file)
        }
        return definition
    }

    /// Errors after which names and ways are guesses: what follows from them would be noise.
    private static let blurring: Set<String> = [
        "json.duplicate-key", "key.unknown", "key.missing", "key.empty", "type.mismatch", "value.unknown",
        "role.unknown", "state.unknown", "state.no-initial", "state.several-initial",
    ]

    static let shanghai = TimeZone(identifier: "Asia/Shanghai") ?? TimeZone(secondsFromGMT: 28800) ?? .current

    private mutating func initialState(_ states: Place) -> Int {
        let initial = (states.node.members ?? []).enumerated().filter {
            $0.element.node.member("initial")?.node.value.bool == true
        }
        if initial.isEmpty { report("state.no-initial", states) }
        if initial.count > 1 {
            report("state.several-initial", states, ["names": initial.map(\.element.key).joined(separator: ", ")])
        }
        return initial.first?.offset ?? 0
    }
}

/// A value of the file and where it stands.
struct Place {
    let node: JSONNode
    let pointer: JSONPointer

    func appending(_ member: JSONNode.Member) -> Place {
        Place(node: member.node, pointer: pointer.appending(member.key))
    }
}
