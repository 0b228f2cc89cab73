public import JSONDocument
public import JSONLogic

/// Something that an actor can ask for.
public struct ActionDefinition: Sendable {
    /// What the action says about the open approval step.
    public enum Decision: String, Sendable, CaseIterable { case pass, `return` }
    /// Until when an action is possible.
    public enum Before: String, Sendable, CaseIterable { case firstDecision = "first-decision" }
    /// Whether a comment goes with it.
    public enum CommentRule: String, Sendable, CaseIterable { case optional, required }
    /// Where a returned case comes in again.
    public enum Resume: String, Sendable, CaseIterable { case restart }

    /// The action's name, e.g. `declare`.
    public let name: String
    /// What people read; the name where the file gives none.
    public let title: LocalizedText
    /// The states in which it can be asked for (indexes).
    public let from: [Int]
    /// The state to which it leads (index).
    public let to: Int
    /// The roles that may ask for it (indexes); empty where the open step's signers decide.
    public let by: [Int]
    /// What it says about the open approval step.
    public let decides: Decision?
    /// Until when it is possible.
    public let before: Before?
    /// Whether a comment goes with it.
    public let comment: CommentRule
    /// Where a returned case comes in again.
    public let resume: Resume
    /// What must hold besides role and state.
    public let when: Rule?
    /// The validators that look at the case first.
    public let validate: [PluginUse]
    /// The scorers whose facts the rule reads.
    public let score: [PluginUse]
    /// Who is told afterwards.
    public let notify: [PluginUse]
}

/// A plugin by name with its configuration, as a workflow file uses it.
public struct PluginUse: Sendable, Hashable {
    /// The plugin's name, e.g. `required-fields`.
    public let name: String
    /// The JSON of `"with"`; an empty object where there is none.
    public let configuration: JSONValue
    /// Where in the file it stands, for messages.
    public let pointer: String

    /// A use of a plugin.
    public init(name: String, configuration: JSONValue, pointer: String) {
        self.name = name
        self.configuration = configuration
        self.pointer = pointer
    }
}
