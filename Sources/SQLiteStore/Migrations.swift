internal import GRDB

/// The tables. Migrations are only ever added at the end; one that was published is never changed.
enum Migrations {
    /// Stands in the file's header: `shnp`.
    static let applicationID: Int32 = 0x7368_6E70

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 cases and events", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: documents)
            try database.execute(sql: cases)
            try database.execute(sql: events)
            try database.execute(sql: waiting)
            try database.execute(sql: ledgers)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        return migrator
    }

    /// Hashes are kept as their 32 bytes, moments as milliseconds since 1970.
    private static let documents = """
        CREATE TABLE parts (
            hash BLOB NOT NULL PRIMARY KEY,
            bytes BLOB NOT NULL
        ) STRICT;
        """

    /// `snapshot` is the canonical JSON of the case; it repeats what the events add up to, so that a command decodes one
    /// row. `digest` is SHA-256 of the head and the snapshot and is checked whenever the row is read. The columns beside
    /// them are for queries only.
    ///
    /// `cases_by_state` carries `unit`, so that a list for many units is filtered inside the index.
    private static let cases = """
        CREATE TABLE cases (
            id TEXT NOT NULL PRIMARY KEY,
            workflow TEXT NOT NULL,
            period TEXT NOT NULL,
            state TEXT NOT NULL,
            unit TEXT NOT NULL,
            subject TEXT NOT NULL,
            revision INTEGER NOT NULL,
            head BLOB NOT NULL,
            digest BLOB NOT NULL,
            snapshot BLOB NOT NULL
        ) STRICT;
        CREATE INDEX cases_by_state ON cases(workflow, period, state, id, unit);
        CREATE INDEX cases_by_unit ON cases(unit, workflow, period, state, id);
        CREATE INDEX cases_by_subject ON cases(subject, id);
        """

    /// With a rowid: events of about a kilobyte are appended at the end of the table, and only the small index is
    /// written in the middle. Without one, each event would go into the middle of a tree of large rows and split its pages.
    private static let events = """
        CREATE TABLE events (
            stream TEXT NOT NULL,
            revision INTEGER NOT NULL,
            previous BLOB NOT NULL,
            hash BLOB NOT NULL,
            bytes BLOB NOT NULL,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            user TEXT NOT NULL,
            PRIMARY KEY (stream, revision)
        ) STRICT;
        CREATE TABLE command_keys (
            actor TEXT NOT NULL,
            key TEXT NOT NULL,
            command_hash TEXT NOT NULL,
            case_id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            state TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (actor, key)
        ) STRICT, WITHOUT ROWID;
        """

    /// `unit` is empty where any unit will do, `due` is the largest number where nothing is due: both are then part of an
    /// index range. An assignment is in exactly one of the two inbox indexes.
    ///
    /// A partial index ends with the column of its condition: without that, SQLite looks each row up in the table.
    private static let waiting = """
        CREATE TABLE assignments (
            case_id TEXT NOT NULL REFERENCES cases(id),
            id TEXT NOT NULL,
            workflow TEXT NOT NULL,
            role TEXT NOT NULL,
            unit TEXT NOT NULL,
            user TEXT,
            due INTEGER NOT NULL,
            kind TEXT NOT NULL,
            label TEXT NOT NULL,
            reaches_down INTEGER NOT NULL,
            since INTEGER NOT NULL,
            due_day INTEGER,
            due_calendar TEXT,
            due_provisional INTEGER,
            PRIMARY KEY (case_id, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX inbox_by_seat ON assignments(workflow, role, unit, due, case_id, id, user) WHERE user IS NULL;
        CREATE INDEX inbox_by_user ON assignments(user, due, case_id, id) WHERE user IS NOT NULL;
        CREATE TABLE tasks (
            case_id TEXT NOT NULL REFERENCES cases(id),
            schedule TEXT NOT NULL,
            period TEXT NOT NULL,
            closed_at INTEGER,
            PRIMARY KEY (case_id, schedule, period)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE outbox (
            id TEXT NOT NULL PRIMARY KEY,
            notifier TEXT NOT NULL,
            content BLOB NOT NULL,
            stream TEXT NOT NULL,
            revision INTEGER NOT NULL,
            written_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            owner TEXT,
            reason TEXT,
            parked INTEGER NOT NULL DEFAULT 0,
            FOREIGN KEY (stream, revision) REFERENCES events(stream, revision)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX outbox_due ON outbox(due_at, id, written_at, parked) WHERE parked = 0;
        CREATE INDEX outbox_parked ON outbox(parked, id) WHERE parked = 1;
        """

    private static let ledgers = """
        CREATE TABLE organisation (
            singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1),
            revision INTEGER NOT NULL,
            head BLOB NOT NULL,
            digest BLOB NOT NULL,
            snapshot BLOB NOT NULL
        ) STRICT;
        CREATE TABLE definitions (
            number INTEGER NOT NULL PRIMARY KEY,
            id TEXT NOT NULL,
            version TEXT NOT NULL,
            hash BLOB NOT NULL,
            bytes BLOB NOT NULL,
            UNIQUE (id, version)
        ) STRICT;
        CREATE TABLE schedule_runs (
            workflow TEXT NOT NULL,
            schedule TEXT NOT NULL,
            period TEXT NOT NULL,
            ended_at INTEGER NOT NULL,
            made INTEGER NOT NULL,
            failed INTEGER NOT NULL,
            PRIMARY KEY (workflow, schedule, period)
        ) STRICT, WITHOUT ROWID;
        """
}
