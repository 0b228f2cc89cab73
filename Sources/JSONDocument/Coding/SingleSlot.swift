/// Writes one value.
struct SingleSlot: SingleValueEncodingContainer {
    let slot: EncodedSlot
    let trail: CodingTrail

    var codingPath: [any CodingKey] { trail.keys }

    private func put(_ value: JSONValue) { slot.content = .value(value) }

    private func integer(_ value: some BinaryInteger) throws {
        put(try ValueEncoder.number(ExactNumber(exactly: value), of: value, trail))
    }

    mutating func encodeNil() { put(.null) }
    mutating func encode(_ value: Bool) { put(.bool(value)) }
    mutating func encode(_ value: String) { put(.string(value)) }
    mutating func encode(_ value: Int) { put(.number(ExactNumber(value))) }
    mutating func encode(_ value: Double) throws { put(try ValueEncoder.number(ExactNumber(value), of: value, trail)) }
    mutating func encode(_ value: Float) throws { put(try ValueEncoder.number(ExactNumber(value), of: value, trail)) }
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
    mutating func encode(_ value: some Encodable) throws {
        put(try ValueEncoder.item(value, path: trail).resolved())
    }
}
