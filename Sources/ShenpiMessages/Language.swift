/// The languages that shenpi speaks.
public enum Language: String, Sendable, CaseIterable {
    /// Simplified Chinese, the first.
    case chinese = "zh"
    /// English, complete.
    case english = "en"

    /// The language of a locale's name, e.g. `zh_CN.UTF-8`, `en_GB`, `C`; Chinese where it says neither.
    public init(locale: String?) {
        let name = (locale ?? "").lowercased()
        self = name.hasPrefix("en") ? .english : .chinese
    }

    /// Reads `zh`, `en` and their longer names; `nil` for anything else.
    public init?(name: String) {
        let name = name.lowercased()
        if name.hasPrefix("zh") || name == "chinese" || name == "中文" {
            self = .chinese
        } else if name.hasPrefix("en") || name == "英文" {
            self = .english
        } else {
            return nil
        }
    }

    /// One of two texts.
    public func callAsFunction(_ chinese: String, _ english: String) -> String {
        self == .chinese ? chinese : english
    }
}
