/// A text in the two languages that shenpi speaks. In JSON: `{ "en": "Draft", "zh-Hans": "草稿" }`.
public struct LocalizedText: Sendable, Hashable, Codable {
    /// Simplified Chinese.
    public var chinese: String
    /// English.
    public var english: String

    /// A text in both languages.
    public init(chinese: String, english: String) {
        self.chinese = chinese
        self.english = english
    }

    enum CodingKeys: String, CodingKey {
        case english = "en"
        case chinese = "zh-Hans"
    }
}
