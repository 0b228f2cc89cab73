/// Members by key, in the order in which they were put in.
///
/// Small objects are searched in order, large ones through an index. Keys are the same when their bytes are. Equality
/// and hashing ignore the order.
public struct JSONObject: Sendable {
    /// One key with its value.
    public typealias Element = (key: String, value: JSONValue)

    /// Objects with more members than this carry an index.
    static let indexedAbove = 12

    struct Member: Sendable {
        var key: String
        var value: JSONValue
    }

    struct ByteKey: Hashable, Sendable {
        let text: String

        static func == (left: ByteKey, right: ByteKey) -> Bool { sameBytes(left.text, right.text) }
        func hash(into hasher: inout Hasher) { hashBytes(text, into: &hasher) }
    }

    var members: [Member] = []
    /// Where each key is; nil while there are few members.
    var index: [ByteKey: Int]?

    /// An object without members.
    public init() {}

    /// An object of these members; of a key given twice the last value counts, at the first one's place.
    public init(_ members: some Sequence<(key: String, value: JSONValue)>) {
        for (key, value) in members { self[key] = value }
    }

    /// The value of a key; setting nil removes the member, setting a new key appends it.
    public subscript(_ key: String) -> JSONValue? {
        get { place(of: key).map { members[$0].value } }
        set {
            guard let newValue else {
                removeValue(forKey: key)
                return
            }
            if let place = place(of: key) { members[place].value = newValue } else { append(key, newValue) }
        }
    }

    /// Adds a member unless the key is there already.
    /// - Returns: whether it was added.
    @discardableResult
    public mutating func insert(_ value: JSONValue, forNewKey key: String) -> Bool {
        guard place(of: key) == nil else { return false }
        append(key, value)
        return true
    }

    /// Removes a member; the others keep their order.
    /// - Returns: the value that was removed.
    @discardableResult
    public mutating func removeValue(forKey key: String) -> JSONValue? {
        guard let place = place(of: key) else { return nil }
        let value = members.remove(at: place).value
        index = nil
        buildIndexIfLarge()
        return value
    }

    /// The keys in order.
    public var keys: [String] { members.map(\.key) }

    /// The values in order.
    public var values: [JSONValue] { members.map(\.value) }

    /// Makes room for this many members.
    public mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    func place(of key: String) -> Int? {
        if let index { return index[ByteKey(text: key)] }
        for place in members.indices where sameBytes(members[place].key, key) { return place }
        return nil
    }

    /// Appends a member whose key is known to be new.
    mutating func append(_ key: String, _ value: JSONValue) {
        members.append(Member(key: key, value: value))
        if index != nil { index?[ByteKey(text: key)] = members.count - 1 } else { buildIndexIfLarge() }
    }

    private mutating func buildIndexIfLarge() {
        guard members.count > Self.indexedAbove else { return }
        var built = [ByteKey: Int](minimumCapacity: members.count)
        for place in members.indices { built[ByteKey(text: members[place].key)] = place }
        index = built
    }
}

extension JSONObject: RandomAccessCollection {
    /// The place of the first member.
    public var startIndex: Int { 0 }

    /// The place after the last member.
    public var endIndex: Int { members.count }

    /// The member at a place.
    public subscript(position: Int) -> Element { (members[position].key, members[position].value) }
}

extension JSONObject: Hashable {
    /// Whether both have the same members, in whatever order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.members.count == right.members.count else { return false }
        for (place, member) in left.members.enumerated() {
            // Objects that were made alike have their members at the same places.
            let other = right.members[place]
            if sameBytes(member.key, other.key) {
                guard member.value == other.value else { return false }
            } else {
                guard let value = right[member.key], value == member.value else { return false }
            }
        }
        return true
    }

    /// Feeds the members to a hasher, independent of their order.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members {
            var own = Hasher()
            hashBytes(member.key, into: &own)
            own.combine(member.value)
            sum &+= own.finalize()
        }
        hasher.combine(members.count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object in the order written; of a key written twice the last value counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        for (key, value) in elements { self[key] = value }
    }
}
