internal import Foundation
internal import GRDB
public import WorkflowStore

extension SQLiteStore {
    /// Makes an empty store in a folder, which is made where it is missing (mode 0700; the file has 0600).
    ///
    /// The file appears under its name only when it is complete.
    ///
    /// - Throws: ``StoreError/exists(_:)`` where the folder has a store already.
    public static func create(in folder: String) throws(StoreError) {
        let path = folder + "/" + fileName
        guard !FileManager.default.fileExists(atPath: path) else { throw .exists(folder) }
        let draft = folder + "/.\(fileName).\(getpid()).\(UInt32.random(in: 0 ... .max))"
        do {
            try makeFolder(folder)
            defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
            try makeFile(draft)
            var configuration = Configuration()
            configuration.label = "shenpi.create"
            let database = try DatabaseQueue(path: draft, configuration: configuration)
            try Migrations.migrator.migrate(database)
            try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try database.close()
            guard link(draft, path) == 0 else {
                throw errno == EEXIST ? .exists(folder) : StoreError(errno: errno)
            }
            try synchronise(folder)
        } catch {
            throw StoreError(error, busyTimeout: 0)
        }
    }

    /// Opens the store in a folder.
    ///
    /// - Parameter readOnly: Promises to write nothing; then a folder on a medium that cannot be written will do.
    /// - Parameter busyTimeout: How long to wait for other processes, in seconds.
    /// - Throws: ``StoreError/notAStore(_:)``, ``StoreError/newer(found:)``, ``StoreError/readOnly`` where writing was
    ///   asked for and is not allowed.
    public static func open(
        folder: String, readOnly: Bool = false, busyTimeout: Double = 5, durability: Durability = .full
    ) throws(StoreError) -> SQLiteStore {
        let path = folder + "/" + fileName
        try checkHeader(path)
        if !readOnly, access(path, W_OK) != 0 || access(folder, W_OK) != 0 { throw .readOnly }
        let configuration = configuration(readOnly: readOnly, busyTimeout: busyTimeout)
        do {
            if readOnly {
                let reader = try openForReading(path, configuration)
                try reader.read { database in
                    guard try Migrations.migrator.hasCompletedMigrations(database) else { throw StoreError.readOnly }
                }
                return SQLiteStore(folder: folder, reader: reader, writer: nil, busyTimeout: busyTimeout)
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            if try !pool.read(Migrations.migrator.hasCompletedMigrations) { try Migrations.migrator.migrate(pool) }
            // GRDB sets NORMAL for a write-ahead log; our default is FULL.
            try pool.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA synchronous = \(durability.rawValue.uppercased())")
            }
            return SQLiteStore(folder: folder, reader: pool, writer: pool, busyTimeout: busyTimeout)
        } catch {
            throw StoreError(error, busyTimeout: busyTimeout)
        }
    }

    private static func configuration(readOnly: Bool, busyTimeout: Double) -> Configuration {
        var configuration = Configuration()
        configuration.label = "shenpi"
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(busyTimeout)
        configuration.prepareDatabase { database in
            // Before anything is written: a newer file is left as it is.
            let known = Set(Migrations.migrator.migrations)
            let unknown = try Migrations.migrator.appliedIdentifiers(database).subtracting(known)
            if !unknown.isEmpty { throw StoreError.newer(found: unknown.sorted().joined(separator: ", ")) }
            // For readers too, which would otherwise wait twice as long as GRDB sees fit.
            try database.execute(sql: "PRAGMA busy_timeout = \(Int(busyTimeout * 1000))")
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    /// A write-ahead log needs a file beside it even for reading. Where that cannot be made, and no log is left to read,
    /// the file is read as one that nobody changes.
    private static func openForReading(_ path: String, _ configuration: Configuration) throws -> any DatabaseReader {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
            return pool
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR].contains(error.resultCode)
        {
            let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
            guard (log ?? 0) == 0, access((path as NSString).deletingLastPathComponent, W_OK) != 0,
                let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
            else { throw error }
            return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
        }
    }

    /// Looks at the first bytes of the file, so that a file of somebody else is not even opened as a database.
    private static func checkHeader(_ path: String) throws(StoreError) {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .notAStore("missing") : StoreError(errno: errno)
        }
        defer { Foundation.close(descriptor) }
        var header = [UInt8](repeating: 0, count: 72)
        guard Foundation.read(descriptor, &header, header.count) == header.count,
            header.starts(with: Array("SQLite format 3\0".utf8))
        else { throw .notAStore("no database") }
        let identity = header[68..<72].reduce(0) { $0 << 8 | Int32($1) }
        guard identity == Migrations.applicationID else { throw .notAStore("another program's database") }
    }

    private static func makeFolder(_ folder: String) throws(StoreError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw .notAStore("no folder") }
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError(errno: errno)
        }
    }

    private static func makeFile(_ path: String) throws(StoreError) {
        let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno) }
        Foundation.close(descriptor)
    }

    /// Makes the new name in the folder durable.
    private static func synchronise(_ folder: String) throws(StoreError) {
        let descriptor = Foundation.open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(errno: errno) }
        defer { Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError(errno: errno) }
    }
}

extension StoreError {
    /// What a number of the operating system means in the words of the store.
    fileprivate init(errno number: Int32) {
        self =
            switch number {
            case EROFS, EACCES, EPERM, ENOENT, ENOTDIR: .readOnly
            case ENOSPC, EDQUOT: .full
            default: .failed("errno \(number)")
            }
    }
}
