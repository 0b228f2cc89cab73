/// Every text that people read, made from a code and values.
public struct Messages: Sendable {
    /// The language.
    public let language: Language

    /// Texts in one language.
    public init(_ language: Language) {
        self.language = language
    }

    /// One text in both languages. `{name}` stands for a value; `[name: …{name}…]` is left out where the value is empty.
    struct Entry: Sendable {
        let chinese: String
        let english: String

        init(_ chinese: String, _ english: String) {
            self.chinese = chinese
            self.english = english
        }
    }

    static let entries: [String: Entry] = refusals.merging(failures) { first, _ in first }
        .merging(definitions) { first, _ in first }.merging(reading) { first, _ in first }
        .merging(labels) { first, _ in first }.merging(help) { first, _ in first }
        .merging(scoring) { first, _ in first }

    /// The codes for which there is a text.
    public static var codes: Set<String> { Set(entries.keys) }

    /// The text for a code. An unknown code is shown as it is, with its values, so that nothing is hidden.
    public func callAsFunction(_ code: String, _ values: [String: String] = [:]) -> String {
        guard let entry = Self.entries[code] else {
            let details = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            return details.isEmpty ? code : "\(code) (\(details))"
        }
        return Self.fill(language == .chinese ? entry.chinese : entry.english, values)
    }

    /// The name of a grade: 优, 良, 中, 差 in the user's language; another one as it is.
    public func grade(_ grade: String) -> String {
        let code = "score.grade." + grade
        return knows(code) ? self(code) : grade
    }

    /// Whether there is a text for a code.
    public func knows(_ code: String) -> Bool { Self.entries[code] != nil }

    static func fill(_ template: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = template[...]
        while let mark = rest.firstIndex(where: { $0 == "{" || $0 == "[" }) {
            result += rest[..<mark]
            let closing: Character = rest[mark] == "{" ? "}" : "]"
            guard let end = rest[mark...].firstIndex(of: closing) else { return result + rest[mark...] }
            let inside = rest[rest.index(after: mark)..<end]
            if closing == "}" {
                result += values[String(inside)] ?? ""
            } else if let colon = inside.firstIndex(of: ":") {
                let name = String(inside[..<colon])
                if !(values[name] ?? "").isEmpty {
                    result += fill(String(inside[inside.index(after: colon)...]), values)
                }
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
