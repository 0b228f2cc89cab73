public import Workflow

/// One part of a document, e.g. `declaration`.
public struct DocumentPart: Sendable, Hashable {
    /// The part's name in workflow files.
    public var name: String
    /// What people read.
    public var title: LocalizedText

    /// A part.
    public init(name: String, title: LocalizedText) {
        self.name = name
        self.title = title
    }
}

/// A value that lists and inbox show.
public struct ListedField: Sendable, Hashable {
    /// Where it is, e.g. `document.declaration.projectName`.
    public var path: String
    /// The column's head.
    public var title: LocalizedText
    /// Whether it is an amount: set to the right.
    public var isAmount: Bool

    /// A listed value.
    public init(path: String, title: LocalizedText, isAmount: Bool = false) {
        self.path = path
        self.title = title
        self.isAmount = isAmount
    }
}

/// A single value that can be given by a name of its own on a command line.
public struct DocumentInput: Sendable, Hashable {
    /// The names under which it may be given, the first being the one that help shows, e.g. `executed`, `全年执行数`.
    public var names: [String]
    /// The part into which it goes.
    public var part: String
    /// JSON pointer into that part, e.g. `/funds/total/executed`.
    public var pointer: String
    /// What it is, with its unit.
    public var title: LocalizedText

    /// An input.
    public init(names: [String], part: String, pointer: String, title: LocalizedText) {
        self.names = names
        self.part = part
        self.pointer = pointer
        self.title = title
    }
}
