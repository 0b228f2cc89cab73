internal import Foundation
internal import GRDB
internal import JSONDocument
internal import WorkflowStore

/// Reads the columns of a row without trusting them: on a damaged file any column can hold anything.
struct Columns {
    let row: Row
    /// What is said to be damaged where a column does not hold what it should.
    let place: String

    init(_ row: Row, of place: String) {
        self.row = row
        self.place = place
    }

    func text(_ index: Int) throws(StoreError) -> String { try value(index) }

    func integer(_ index: Int) throws(StoreError) -> Int { try value(index) }

    func optionalText(_ index: Int) throws(StoreError) -> String? { isNull(index) ? nil : try text(index) }

    func optionalInteger(_ index: Int) throws(StoreError) -> Int? { isNull(index) ? nil : try integer(index) }

    func bytes(_ index: Int) throws(StoreError) -> [UInt8] {
        guard index < row.count, case .blob(let data) = (row[index] as DatabaseValue).storage else {
            throw .damaged(place)
        }
        return [UInt8](data)
    }

    /// A hash as text. One of a wrong length is given as it is: it equals no hash, and verification can name its row.
    func hash(_ index: Int) throws(StoreError) -> String { HashText.text(try bytes(index)) }

    func isNull(_ index: Int) -> Bool { index >= row.count || row.hasNull(atIndex: index) }

    private func value<T: DatabaseValueConvertible>(_ index: Int) throws(StoreError) -> T {
        guard index < row.count, let value = T.fromDatabaseValue(row[index] as DatabaseValue) else {
            throw .damaged(place)
        }
        return value
    }
}

/// Hashes are hexadecimal text outside and 32 bytes in the file.
enum HashText {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[index * 2] = digits[Int(byte >> 4)]
                buffer[index * 2 + 1] = digits[Int(byte & 15)]
            }
            return bytes.count * 2
        }
    }

    /// The bytes of a hash; `nil` for anything that is not 64 lower-case hexadecimal digits.
    static func data(_ text: String) -> Data? {
        let characters = Array(text.utf8)
        guard characters.count == 64 else { return nil }
        var data = Data(capacity: 32)
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = digit(characters[index]), let low = digit(characters[index + 1]) else { return nil }
            data.append(high << 4 | low)
        }
        return data
    }

    /// The bytes of a hash that is to be stored.
    static func required(_ text: String) throws(StoreError) -> Data {
        guard let data = data(text) else { throw .failed("change.event-hash") }
        return data
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

/// Values that are kept whole as canonical JSON, with a digest that binds them to the head of their stream.
enum Snapshot {
    static func encode(_ value: some Encodable) throws(StoreError) -> [UInt8] {
        do {
            return try JSONValueEncoder().encode(value).canonicalBytes()
        } catch {
            throw .failed("change.snapshot")
        }
    }

    static func decode<T: Decodable>(_ type: T.Type, _ bytes: [UInt8], of place: String) throws(StoreError) -> T {
        do {
            return try JSONValueDecoder().decode(type, from: try JSONReader.value(bytes))
        } catch {
            throw .damaged(place)
        }
    }

    static func digest(_ head: StreamHead, _ bytes: [UInt8]) throws(StoreError) -> Data {
        try HashText.required(Digest.chain(head.hash, bytes))
    }
}
