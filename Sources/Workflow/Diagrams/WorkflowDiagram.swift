/// Draws a definition as text that diagram tools understand.
public struct WorkflowDiagram: Sendable {
    /// The languages of diagram tools.
    public enum Format: String, Sendable, CaseIterable {
        /// Mermaid's state diagram.
        case mermaid
        /// Graphviz.
        case dot
    }

    private let definition: WorkflowDefinition
    private let inChinese: Bool

    /// A diagram of a definition with its titles in one language.
    public init(_ definition: WorkflowDefinition, inChinese: Bool) {
        self.definition = definition
        self.inChinese = inChinese
    }

    /// The diagram's text, ending with a line break.
    public func text(_ format: Format) -> String {
        switch format {
        case .mermaid: mermaid()
        case .dot: dot()
        }
    }

    private func title(_ text: LocalizedText) -> String {
        (inChinese ? text.chinese : text.english).replacing("\"", with: "'")
            .split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private func mermaid() -> String {
        var lines = ["stateDiagram-v2"]
        for (index, state) in definition.states.enumerated() {
            lines.append("    s\(index): \(title(state.title))")
        }
        lines.append("    [*] --> s\(definition.initialState)")
        for action in definition.actions {
            for from in action.from { lines.append("    s\(from) --> s\(action.to): \(title(action.title))") }
        }
        for (index, state) in definition.states.enumerated() where state.isFinal {
            lines.append("    s\(index) --> [*]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func dot() -> String {
        var lines = [
            "digraph workflow {", "    rankdir=LR;",
            "    node [shape=box, style=rounded, fontname=\"Noto Sans CJK SC, sans-serif\"];",
        ]
        for (index, state) in definition.states.enumerated() {
            lines.append("    s\(index) [label=\"\(escaped(state.title))\"\(state.isFinal ? ", peripheries=2" : "")];")
        }
        for action in definition.actions {
            for from in action.from {
                lines.append("    s\(from) -> s\(action.to) [label=\"\(escaped(action.title))\"];")
            }
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private func escaped(_ text: LocalizedText) -> String { title(text).replacing("\\", with: "\\\\") }
}
