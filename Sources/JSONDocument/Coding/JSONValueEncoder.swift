/// Turns `Encodable` values into JSON values, without JSON text in between.
///
/// Members stand in the order of the encode calls; dictionaries with text keys are sorted by key, so that their order is
/// repeatable. `Decimal` and `ExactNumber` become numbers, `Date` a text such as `2026-12-31T10:00:00Z` (with
/// milliseconds when there are any), `URL` its text, `Data` base64.
public struct JSONValueEncoder: Sendable {
    /// An encoder.
    public init() {}

    /// The JSON value of an encodable one.
    /// - Throws: `EncodingError`, with its coding path, for numbers that are not finite and for what the type refuses.
    public func encode(_ value: some Encodable) throws -> JSONValue {
        try ValueEncoder.item(value, path: .root).resolved()
    }
}

/// A way through coding keys, cheap to extend.
indirect enum CodingTrail {
    case root
    case child(CodingTrail, any CodingKey)

    func appending(_ key: any CodingKey) -> CodingTrail { .child(self, key) }

    var keys: [any CodingKey] {
        var keys: [any CodingKey] = []
        var trail = self
        while case .child(let parent, let key) = trail {
            keys.append(key)
            trail = parent
        }
        return keys.reversed()
    }
}

/// A key or an index in a coding path.
struct PathKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
    init(intValue: Int) { (stringValue, self.intValue) = ("Index \(intValue)", intValue) }
}

/// A dictionary whose keys are text.
protocol TextKeyedEncodable {
    /// The members, sorted by key.
    var sortedMembers: [(String, any Encodable)] { get }
}

extension Dictionary: TextKeyedEncodable where Key == String, Value: Encodable {
    var sortedMembers: [(String, any Encodable)] {
        sorted { isBefore($0.key, $1.key) }.map { ($0.key, $0.value) }
    }
}
