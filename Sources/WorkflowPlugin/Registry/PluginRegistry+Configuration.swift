package import JSONDocument
public import Workflow

extension PluginRegistry {
    /// The settings where a workflow file gives none, as an object.
    package static func defaults<Plugin: ConfigurablePlugin>(_ type: Plugin.Type) -> JSONObject {
        (try? JSONValueEncoder().encode(type.defaultConfiguration))?.object ?? JSONObject()
    }

    /// The typed settings: the defaults, overridden by what the file gives. A key that does not survive decoding and
    /// encoding again, at whatever depth, is a typo.
    package static func configuration<Plugin: ConfigurablePlugin>(
        _ type: Plugin.Type, given: JSONValue
    ) throws -> Plugin.Configuration {
        guard let wanted = given.object else {
            throw ConfigurationError(
                setting: "with", reason: LocalizedText(chinese: "应为对象", english: "must be an object"))
        }
        let defaults = defaults(type)
        var merged = defaults
        for (key, value) in wanted { merged[key] = value }
        let decoded: Plugin.Configuration
        do {
            decoded = try JSONValueDecoder().decode(Plugin.Configuration.self, from: .object(merged))
        } catch let error as DecodingError {
            throw ConfigurationError(setting: error.settingName, reason: error.settingReason)
        }
        let survived = try JSONValueEncoder().encode(decoded)
        if let typo = typo(in: given, survived: survived, defaults: .object(defaults), at: []) { throw typo }
        return decoded
    }

    /// The first key that was given and did not survive. A `null` is not kept, and means nothing.
    private static func typo(
        in given: JSONValue, survived: JSONValue?, defaults: JSONValue?, at path: [String]
    ) -> ConfigurationError? {
        switch (given, survived) {
        case (.object(let given), .object(let survived)):
            for (key, value) in given where !value.isNull {
                guard let kept = survived[key] else {
                    let known = Set(survived.keys + (defaults?.object?.keys ?? [])).sorted()
                    return unknown((path + [key]).joined(separator: "."), key, known)
                }
                if let inner = typo(in: value, survived: kept, defaults: defaults?[key], at: path + [key]) {
                    return inner
                }
            }
            return nil
        case (.array(let given), .array(let survived)) where given.count == survived.count:
            for (index, pair) in zip(given, survived).enumerated() {
                if let inner = typo(in: pair.0, survived: pair.1, defaults: nil, at: path + [String(index)]) {
                    return inner
                }
            }
            return nil
        default: return nil
        }
    }

    private static func unknown(_ setting: String, _ key: String, _ known: [String]) -> ConfigurationError {
        let near = NearMiss.nearest(to: key, in: known)
        return ConfigurationError(
            setting: setting,
            reason: LocalizedText(
                chinese: near.map { "没有这个设置项，是否想写 \($0)？" }
                    ?? "没有这个设置项，可用：\(known.isEmpty ? "无" : known.joined(separator: "、"))",
                english: near.map { "there is no such setting; did you mean \($0)?" }
                    ?? "there is no such setting; known: \(known.isEmpty ? "none" : known.joined(separator: ", "))"))
    }
}

extension DecodingError {
    fileprivate var settingName: String {
        let path =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: [any CodingKey]()
            }
        return path.map(\.stringValue).joined(separator: ".")
    }

    fileprivate var settingReason: LocalizedText {
        switch self {
        case .typeMismatch(let type, _), .valueNotFound(let type, _):
            LocalizedText(chinese: "类型不对，应为 \(type)", english: "has the wrong type, \(type) is expected")
        case .keyNotFound: LocalizedText(chinese: "缺少该设置项", english: "is missing")
        case .dataCorrupted: LocalizedText(chinese: "取值不被接受", english: "has a value that is not accepted")
        @unknown default: LocalizedText(chinese: "无法读取", english: "cannot be read")
        }
    }
}

/// Why a plugin cannot be registered or made.
public enum RegistryError: Error, Sendable, Hashable {
    /// Another plugin of this kind has the name.
    case duplicate(name: String, capability: PluginRegistry.Capability)
    /// No plugin of this kind has the name.
    case unknown(name: String, capability: PluginRegistry.Capability, near: String?)
    /// The settings are wrong.
    case configuration(name: String, setting: String, reason: LocalizedText)
}
