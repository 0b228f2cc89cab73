internal import JSONDocument
public import Workflow

extension PluginRegistry {
    /// The typed settings: the defaults, overridden by what the file gives. A key that does not survive decoding and
    /// encoding again is a typo.
    static func configuration<Plugin: ConfigurablePlugin>(
        _ type: Plugin.Type, defaults: JSONValue, given: JSONValue
    ) throws -> Plugin.Configuration {
        guard let wanted = given.object else {
            throw ConfigurationError(
                setting: "with", reason: LocalizedText(chinese: "应为对象", english: "must be an object"))
        }
        var merged = defaults.object ?? JSONObject()
        for (key, value) in wanted { merged[key] = value }
        let decoded: Plugin.Configuration
        do {
            decoded = try JSONValueDecoder().decode(Plugin.Configuration.self, from: .object(merged))
        } catch let error as DecodingError {
            throw ConfigurationError(setting: error.settingName, reason: error.settingReason)
        }
        let survived = try JSONValueEncoder().encode(decoded).object ?? JSONObject()
        for (key, value) in wanted where survived[key] == nil && value != .null {
            let known = Array((defaults.object ?? JSONObject()).keys)
            let near = NearMiss.nearest(to: key, in: known)
            throw ConfigurationError(
                setting: key,
                reason: LocalizedText(
                    chinese: near.map { "没有这个设置项，是否想写 \($0)？" }
                        ?? "没有这个设置项，可用：\(known.isEmpty ? "无" : known.joined(separator: "、"))",
                    english: near.map { "there is no such setting; did you mean \($0)?" }
                        ?? "there is no such setting; known: \(known.isEmpty ? "none" : known.joined(separator: ", "))")
            )
        }
        return decoded
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
