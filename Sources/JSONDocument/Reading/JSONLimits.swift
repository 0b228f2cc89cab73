/// How much a reader accepts.
public struct JSONLimits: Sendable, Hashable {
    /// Arrays and objects inside one another.
    public var depth: Int
    /// Bytes of the whole text.
    public var bytes: Int

    /// Limits: 128 levels and 64 MiB unless said otherwise. More than 512 levels are not granted, because every level
    /// needs room on the stack.
    public init(depth: Int = 128, bytes: Int = 64 << 20) {
        self.depth = min(max(depth, 0), 512)
        self.bytes = max(bytes, 0)
    }

    /// 128 levels and 64 MiB.
    public static let standard = JSONLimits()
}
