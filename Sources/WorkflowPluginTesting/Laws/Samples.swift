internal import JSONDocument
internal import Workflow
internal import WorkflowPlugin

/// What plugins are asked about in the kit: one case of one unit, and documents made from a plugin's own examples.
enum Samples {
    static let subject = CaseSummary(
        id: "P-001-2025", subject: "P-001", period: "2025", unit: "archives", unitName: "云澜区档案馆（本级）",
        ancestors: ["budget-unit": "云澜区档案馆（本级）", "primary-budget-unit": "云澜区档案局"], state: "draft")

    /// The action about which plugins are asked. They must not depend on its name.
    static let action = "example"

    static let event = CaseEvent(
        case: subject.id, revision: 2, kind: .acted, at: Timestamp(milliseconds: 1_767_175_200_000),
        actor: ActorRecord(user: "li", role: "clerk", unit: "archives", identity: .osUser, client: "kit"),
        command: "command-1", definition: DefinitionReference(id: "sample", version: "1.0.0", hash: ""), action: action,
        from: "draft", to: "open", comment: "请审核")

    /// The parts of an example's document.
    static func parts(_ document: JSONValue) -> [String: JSONValue] {
        Dictionary(
            (document.object ?? JSONObject()).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same document with members, at every depth, and a part that nobody knows.
    static func withStrangers(_ document: JSONValue) -> JSONValue {
        let key = "x-unknown-member"
        switch document {
        case .object(let object):
            var result = JSONObject(object.map { (key: $0.key, value: withStrangers($0.value)) })
            result[key] = .object([key: .string("未知")])
            return .object(result)
        case .array(let array): return .array(array.map(withStrangers))
        default: return document
        }
    }
}
