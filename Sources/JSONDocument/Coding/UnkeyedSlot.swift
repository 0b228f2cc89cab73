/// Writes elements.
struct UnkeyedSlot: UnkeyedEncodingContainer {
    let slot: EncodedSlot
    let trail: CodingTrail

    var codingPath: [any CodingKey] { trail.keys }

    var count: Int {
        if case .elements(let items) = slot.content { items.count } else { 0 }
    }

    private var next: CodingTrail { trail.appending(PathKey(intValue: count)) }

    private func put(_ item: EncodedItem) {
        guard case .elements(var items) = slot.content else { return }
        slot.content = .nothing
        items.append(item)
        slot.content = .elements(items)
    }

    private func nested() -> ValueEncoder {
        let child = EncodedSlot()
        let trail = next
        put(.slot(child))
        return ValueEncoder(slot: child, trail: trail)
    }

    private func integer(_ value: some BinaryInteger) throws {
        put(.value(try ValueEncoder.number(ExactNumber(exactly: value), of: value, next)))
    }

    mutating func encodeNil() { put(.value(.null)) }
    mutating func encode(_ value: Bool) { put(.value(.bool(value))) }
    mutating func encode(_ value: String) { put(.value(.string(value))) }
    mutating func encode(_ value: Int) { put(.value(.number(ExactNumber(value)))) }
    mutating func encode(_ value: Double) throws {
        put(.value(try ValueEncoder.number(ExactNumber(value), of: value, next)))
    }
    mutating func encode(_ value: Float) throws {
        put(.value(try ValueEncoder.number(ExactNumber(value), of: value, next)))
    }
    mutating func encode(_ value: Int8) throws { try integer(value) }
    mutating func encode(_ value: Int16) throws { try integer(value) }
    mutating func encode(_ value: Int32) throws { try integer(value) }
    mutating func encode(_ value: Int64) throws { try integer(value) }
    mutating func encode(_ value: UInt) throws { try integer(value) }
    mutating func encode(_ value: UInt8) throws { try integer(value) }
    mutating func encode(_ value: UInt16) throws { try integer(value) }
    mutating func encode(_ value: UInt32) throws { try integer(value) }
    mutating func encode(_ value: UInt64) throws { try integer(value) }
    mutating func encode(_ value: Int128) throws { try integer(value) }
    mutating func encode(_ value: UInt128) throws { try integer(value) }
    mutating func encode(_ value: some Encodable) throws { put(try ValueEncoder.item(value, path: next)) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        nested().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }

    mutating func superEncoder() -> any Encoder { nested() }
}
