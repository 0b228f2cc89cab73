internal import Foundation

/// What was encoded so far at one place.
final class EncodedSlot {
    enum Content {
        case nothing
        case value(JSONValue)
        case members([(key: String, item: EncodedItem)])
        case elements([EncodedItem])
    }

    var content = Content.nothing

    func resolved() -> JSONValue {
        switch content {
        case .nothing: return .object([:])
        case .value(let value): return value
        case .elements(let items): return .array(items.map { $0.resolved() })
        case .members(let members):
            var object = JSONObject()
            object.reserveCapacity(members.count)
            for member in members { object[member.key] = member.item.resolved() }
            return .object(object)
        }
    }
}

/// A finished value, or a nested container that may still be written to.
enum EncodedItem {
    case value(JSONValue)
    case slot(EncodedSlot)

    func resolved() -> JSONValue {
        switch self {
        case .value(let value): value
        case .slot(let slot): slot.resolved()
        }
    }
}

/// The encoder that is handed to `encode(to:)`.
final class ValueEncoder: Encoder {
    let slot: EncodedSlot
    let trail: CodingTrail

    init(slot: EncodedSlot, trail: CodingTrail) { (self.slot, self.trail) = (slot, trail) }

    var codingPath: [any CodingKey] { trail.keys }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func put(_ value: JSONValue) { slot.content = .value(value) }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .members = slot.content {} else { slot.content = .members([]) }
        return KeyedEncodingContainer(KeyedSlot<Key>(slot: slot, trail: trail))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .elements = slot.content {} else { slot.content = .elements([]) }
        return UnkeyedSlot(slot: slot, trail: trail)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleSlot(slot: slot, trail: trail) }

    /// Encodes any value.
    static func item<T: Encodable>(_ value: T, path trail: CodingTrail) throws -> EncodedItem {
        switch value {
        case let value as String: return .value(.string(value))
        case let value as Int: return .value(.number(ExactNumber(value)))
        case let value as Bool: return .value(.bool(value))
        case let value as JSONValue: return .value(value)
        case let value as JSONObject: return .value(.object(value))
        case let value as ExactNumber: return .value(.number(value))
        case let value as Decimal: return .value(try number(ExactNumber(value), of: value, trail))
        case let value as Date: return .value(.string(InstantText.text(value)))
        case let value as URL: return .value(.string(value.absoluteString))
        case let value as Data: return .value(.string(value.base64EncodedString()))
        case let value as any TextKeyedEncodable:
            var object = JSONObject()
            for (key, element) in value.sortedMembers {
                object[key] = try item(element, path: trail.appending(PathKey(stringValue: key))).resolved()
            }
            return .value(.object(object))
        default:
            let slot = EncodedSlot()
            try value.encode(to: ValueEncoder(slot: slot, trail: trail))
            return .value(slot.resolved())
        }
    }

    static func number(_ number: ExactNumber?, of value: Any, _ trail: CodingTrail) throws -> JSONValue {
        guard let number else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: trail.keys, debugDescription: "not a finite number in range"))
        }
        return .number(number)
    }
}
