internal import Foundation
internal import GRDB
internal import Workflow
public import WorkflowStore

extension SQLiteStore {
    // MARK: Schedules

    /// The last run of each schedule and period.
    public func scheduleRuns() async throws(StoreError) -> [ScheduleRun] {
        try read { database in
            let sql = """
                SELECT workflow, schedule, period, ended_at, made, failed FROM schedule_runs
                ORDER BY workflow, schedule, period
                """
            return try Row.fetchAll(database, sql: sql).map { row in
                let columns = Columns(row, of: "schedule runs")
                return ScheduleRun(
                    workflow: try columns.text(0), schedule: try columns.text(1), period: try columns.text(2),
                    endedAt: Timestamp(milliseconds: Int64(try columns.integer(3))), made: try columns.integer(4),
                    failed: try columns.integer(5))
            }
        }
    }

    /// Remembers a run; a later run of the same schedule and period replaces it.
    public func record(_ run: ScheduleRun) async throws(StoreError) {
        try await write { database in
            try database.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO schedule_runs (workflow, schedule, period, ended_at, made, failed)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                run.workflow, run.schedule, run.period, run.endedAt.milliseconds, run.made, run.failed,
            ])
        }
    }

    // MARK: Health

    /// What the store is and how it is. Reads the whole file.
    public func health() async throws(StoreError) -> StoreHealth {
        let path = folder + "/" + SQLiteStore.fileName
        var health = try read { database in
            StoreHealth(
                product: "SQLite " + (try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? ""),
                schema: try Migrations.migrator.completedMigrations(database).last ?? "",
                problems: try String.fetchAll(database, sql: "PRAGMA quick_check(20)").filter { $0 != "ok" }
                    + (try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")).prefix(20).map { row in
                        "foreign key: \(String.fromDatabaseValue(row[0] as DatabaseValue) ?? "")"
                    })
        }
        health.bytes = ["", "-wal"].reduce(0) { sum, suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
            return sum + (attributes?[.size] as? Int ?? 0)
        }
        let system = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        health.freeBytes = (system?[.systemFreeSize] as? NSNumber)?.intValue
        return health
    }
}
