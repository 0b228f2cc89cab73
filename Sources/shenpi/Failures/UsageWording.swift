internal import ShenpiMessages

/// Puts the argument parser's complaints, which speak English alone, into the user's language.
struct UsageWording {
    private let messages: Messages

    init(_ messages: Messages) {
        self.messages = messages
    }

    /// The complaint in the user's language, and where help is; what is not known here stays as it is.
    func text(_ english: String) -> String {
        guard messages.language == .chinese else { return english }
        let lines = english.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.map(line).joined(separator: "\n")
    }

    private func line(_ english: String) -> String {
        for (prefix, code) in Self.known where english.hasPrefix(prefix) {
            let rest = english.dropFirst(prefix.count).replacing(". Did you mean ", with: "，是否想输入 ")
                .replacing(" is invalid for ", with: " → ")
            return messages(code, ["rest": String(rest)])
        }
        if english.hasPrefix("  See '"), let end = english.dropFirst(7).firstIndex(of: "'") {
            return messages("usage.see", ["rest": String(english.dropFirst(7)[..<end])])
        }
        return english
    }

    /// How the parser's lines begin, and what they mean; longer beginnings first.
    private static let known: KeyValuePairs<String, String> = [
        "Error: Missing expected argument ": "usage.missing-argument",
        "Error: Missing value for ": "usage.missing-value",
        "Error: Unknown option ": "usage.unknown-option", "Error: Unexpected argument ": "usage.unexpected",
        "Error: The value ": "usage.invalid", "Error: ": "usage.error", "Usage: ": "usage.usage",
        "Help:  ": "usage.help",
    ]
}
