/// Writes members.
struct KeyedSlot<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: EncodedSlot
    let trail: CodingTrail

    var codingPath: [any CodingKey] { trail.keys }

    private func put(_ item: EncodedItem, _ key: Key) {
        guard case .members(var members) = slot.content else { return }
        slot.content = .nothing
        members.append((key.stringValue, item))
        slot.content = .members(members)
    }

    private func put(_ value: JSONValue, _ key: Key) { put(.value(value), key) }

    private func integer(_ value: some BinaryInteger, _ key: Key) throws {
        put(try ValueEncoder.number(ExactNumber(exactly: value), of: value, trail.appending(key)), key)
    }

    private func nested(_ key: Key) -> ValueEncoder {
        let child = EncodedSlot()
        put(.slot(child), key)
        return ValueEncoder(slot: child, trail: trail.appending(key))
    }

    mutating func encodeNil(forKey key: Key) { put(.null, key) }
    mutating func encode(_ value: Bool, forKey key: Key) { put(.bool(value), key) }
    mutating func encode(_ value: String, forKey key: Key) { put(.string(value), key) }
    mutating func encode(_ value: Int, forKey key: Key) { put(.number(ExactNumber(value)), key) }
    mutating func encode(_ value: Double, forKey key: Key) throws {
        put(try ValueEncoder.number(ExactNumber(value), of: value, trail.appending(key)), key)
    }
    mutating func encode(_ value: Float, forKey key: Key) throws {
        put(try ValueEncoder.number(ExactNumber(value), of: value, trail.appending(key)), key)
    }
    mutating func encode(_ value: Int8, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: Int16, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: Int32, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: Int64, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: UInt, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: UInt8, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: UInt16, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: UInt32, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: UInt64, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: Int128, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: UInt128, forKey key: Key) throws { try integer(value, key) }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        put(try ValueEncoder.item(value, path: trail.appending(key)), key)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        nested(key).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        nested(key).unkeyedContainer()
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

    mutating func superEncoder() -> any Encoder {
        let child = EncodedSlot()
        if case .members(var members) = slot.content {
            members.append(("super", .slot(child)))
            slot.content = .members(members)
        }
        return ValueEncoder(slot: child, trail: trail.appending(PathKey(stringValue: "super")))
    }
}
