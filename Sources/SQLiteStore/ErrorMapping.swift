internal import GRDB
internal import WorkflowStore

extension StoreError {
    /// What an error of the database means in the words of the store. No message of the database is passed on: it could
    /// quote what is stored.
    init(_ error: any Error, busyTimeout: Double) {
        if let error = error as? StoreError {
            self = error
        } else if let error = error as? DatabaseError {
            self.init(code: error, busyTimeout: busyTimeout)
        } else {
            self = .failed(String(describing: type(of: error)))
        }
    }

    private init(code error: DatabaseError, busyTimeout: Double) {
        let name = "SQLite \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            // The file that processes share cannot grow.
            case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: .full
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(seconds: busyTimeout)
            case .SQLITE_FULL: .full
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .readOnly
            case .SQLITE_CORRUPT: .damaged(name)
            case .SQLITE_NOTADB: .notAStore(name)
            default: .failed(name)
            }
    }
}

extension DatabaseError {
    /// Whether one statement was refused for what it says, while the transaction around it is as good as before.
    var isRefusal: Bool {
        switch resultCode {
        case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH, .SQLITE_RANGE: true
        default: false
        }
    }
}
