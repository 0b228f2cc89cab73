public import JSONDocument
public import Workflow

/// A document and what a plugin says of it: documentation and test in one. `WorkflowPluginTesting` holds plugins to theirs.
public struct PluginExample: Sendable {
    /// What the example shows.
    public var title: LocalizedText
    /// The settings (`"with"`), as JSON.
    public var configuration: JSONValue
    /// The document: an object of parts, as JSON.
    public var document: JSONValue
    /// The codes of the findings, in their order; empty where the plugin is silent. Of a document type: what it finds in
    /// the shape of the parts, in the order of its parts.
    public var expected: [String]
    /// Scorers: facts that the answer must have; where an object is expected, its members may be among others.
    public var facts: JSONObject

    /// An example.
    public init(
        title: LocalizedText, configuration: JSONValue = .object(JSONObject()), document: JSONValue, expected: [String],
        facts: JSONObject = JSONObject()
    ) {
        self.title = title
        self.configuration = configuration
        self.document = document
        self.expected = expected
        self.facts = facts
    }
}
