/// A role of a workflow: its name and for which cases a grant of it counts.
public struct RoleDefinition: Sendable, Hashable {
    /// For which cases a grant made at a unit counts.
    public enum Scope: Sendable, Hashable {
        /// `"self"`: cases of that very unit.
        case own
        /// `"subtree"`: cases of that unit and all below it.
        case subtree
        /// `"all"`: every case, wherever the role was granted.
        case all
        /// `{"ancestor": KIND}`: cases whose nearest unit of that kind, themselves included, is that unit.
        case ancestor(kind: String)
    }

    /// The role's name, e.g. `supervisor`.
    public let name: String
    /// For which cases it counts.
    public let scope: Scope
    /// What people read; the name where the file gives none.
    public let title: LocalizedText

    /// A role.
    public init(name: String, scope: Scope, title: LocalizedText) {
        self.name = name
        self.scope = scope
        self.title = title
    }
}
