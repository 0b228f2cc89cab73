/// Counts lines and columns, going on from the place asked for last.
struct PlaceCounter {
    private var line = 1
    private var column = 1
    private var offset = 0

    mutating func position(_ target: Int, in bytes: [UInt8]) -> TextPosition {
        if target < offset { self = PlaceCounter() }
        let end = min(target, bytes.count)
        while offset < end {
            let byte = bytes[offset]
            offset += 1
            if byte == 0x0A || (byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                // Bytes that continue a scalar add no column.
                column += 1
            }
        }
        return TextPosition(line: line, column: column, offset: offset)
    }
}
