public import Foundation
public import JSONDocument

/// A workflow as its file describes it, checked and resolved: names that refer to something are indexes here.
///
/// Made by ``DefinitionLoader``; kept, never edited in place.
public struct WorkflowDefinition: Sendable {
    /// The workflow's name, e.g. `expenditure-performance`.
    public let id: String
    /// The version as the file states it, e.g. `1.0.0`.
    public let version: String
    /// What people read.
    public let title: LocalizedText
    /// The name of the document type of its cases, e.g. `expenditure-project`.
    public let documentType: String
    /// The clock of its deadlines.
    public let timeZone: TimeZone
    /// Roles in file order.
    public let roles: [RoleDefinition]
    /// States in file order.
    public let states: [StateDefinition]
    /// The index of the state in which cases begin.
    public let initialState: Int
    /// Actions in file order.
    public let actions: [ActionDefinition]
    /// Schedules in file order.
    public let schedules: [ScheduleDefinition]
    /// The paths that guards read, e.g. `document.declaration.annualAmountWan`, sorted: they are stored with each case.
    public var guardPaths: [String] { guardPlaces.keys.sorted() }
    /// Where in the file each of these paths is read first.
    public let guardPlaces: [String: JSONPointer]
    /// The definition's canonical JSON; its SHA-256 is the definition's identity.
    public let canonicalBytes: [UInt8]

    let stateIndex: [String: Int]
    let actionIndex: [String: Int]
    let roleIndex: [String: Int]

    init(
        id: String, version: String, title: LocalizedText, documentType: String, timeZone: TimeZone,
        roles: [RoleDefinition], states: [StateDefinition], initialState: Int, actions: [ActionDefinition],
        schedules: [ScheduleDefinition], guardPlaces: [String: JSONPointer], canonicalBytes: [UInt8]
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.documentType = documentType
        self.timeZone = timeZone
        self.roles = roles
        self.states = states
        self.initialState = initialState
        self.actions = actions
        self.schedules = schedules
        self.guardPlaces = guardPlaces
        self.canonicalBytes = canonicalBytes
        func index(_ names: [String]) -> [String: Int] {
            Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        }
        stateIndex = index(states.map(\.name))
        actionIndex = index(actions.map(\.name))
        roleIndex = index(roles.map(\.name))
    }

    /// The state of that name.
    public func state(_ name: String) -> StateDefinition? { stateIndex[name].map { states[$0] } }
    /// The action of that name.
    public func action(_ name: String) -> ActionDefinition? { actionIndex[name].map { actions[$0] } }
    /// The role of that name.
    public func role(_ name: String) -> RoleDefinition? { roleIndex[name].map { roles[$0] } }
    /// The schedule of that name.
    public func schedule(_ id: String) -> ScheduleDefinition? { schedules.first { $0.id == id } }

    /// The actions that can be asked for in a state, in file order.
    public func actions(from state: Int) -> [ActionDefinition] { actions.filter { $0.from.contains(state) } }
}
