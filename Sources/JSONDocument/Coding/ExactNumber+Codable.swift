internal import Foundation

extension ExactNumber: Codable {
    /// Reads a JSON number, through `Decimal` where the decoder is not ours.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let decoder = decoder as? ValueDecoder {
            self = try decoder.number()
        } else if let integer = try? container.decode(Int.self) {
            self.init(integer)
        } else if let number = ExactNumber(try container.decode(Decimal.self)) {
            self = number
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a finite decimal number")
        }
    }

    /// Writes a JSON number, as `Decimal` where the encoder is not ours.
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? ValueEncoder {
            encoder.put(.number(self))
            return
        }
        var container = encoder.singleValueContainer()
        if let int { try container.encode(int) } else { try container.encode(decimal) }
    }
}
