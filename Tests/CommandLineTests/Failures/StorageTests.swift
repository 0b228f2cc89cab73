import Foundation
import JSONDocument
import Testing

/// Folders and disks that do not do what is asked of them. A command that fails here leaves the store as it was.
@Suite struct StorageTests {
    private static let commands = ["approve \(Sample.small) --as li", "declare \(Sample.draft) --as zhang"]

    @Test(
        .enabled(if: Machine.canMakeReadOnly, "\(Machine.noReadOnly)"), arguments: DataFolder.Language.allCases)
    func `A folder that cannot be written can be read; writing is refused`(language: DataFolder.Language) async throws {
        let folder = try await DataFolder(.declared)
        let prepare =
            geteuid() == 0
            ? "mount --bind $SHENPI_DATA $SHENPI_DATA && mount -o remount,ro,bind $SHENPI_DATA"
            : "chmod -R a-w $SHENPI_DATA"
        let line = """
            \(prepare) || exit 99
            $SHENPI list --as zhang --format json > /dev/null || exit 98
            $SHENPI audit verify > /dev/null || exit 97
            $SHENPI approve \(Sample.small) --as li
            """
        try await folder.unchanged {
            let outcome = try await folder.shell(
                geteuid() == 0
                    ? "unshare --mount bash -c '\(line)'" : line + "\ncode=$?; chmod -R u+w $SHENPI_DATA; exit $code",
                language: language)
            #expect(outcome.status == 73, "\(outcome)")
            #expect(outcome.remarks.contains(language == .zh ? "无法建立或写入" : "cannot be made or written"), "\(outcome)")
        }
    }

    @Test(.enabled(if: Machine.mayMount, "\(Machine.noMount)"), arguments: DataFolder.Language.allCases, [0, 12])
    func `On a full disk nothing is written`(language: DataFolder.Language, kilobytesLeft: Int) async throws {
        let folder = try await DataFolder(.declared)
        let disk = (folder.path as NSString).deletingLastPathComponent + "/disk"
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        let outcome = try await folder.shell(
            """
            unshare --mount bash -c '
            mount -t tmpfs -o size=2m none $DISK && cp -r $SHENPI_DATA/. $DISK || exit 99
            export SHENPI_DATA=$DISK
            $SHENPI list --as zhang > /dev/null
            $SHENPI audit verify --format json > $BESIDE/before; $SHENPI list --format json >> $BESIDE/before
            dd if=/dev/zero of=$DISK/room bs=1k count=\(kilobytesLeft) status=none
            dd if=/dev/zero of=$DISK/filler bs=4k status=none 2> /dev/null; rm $DISK/room
            $SHENPI approve \(Sample.small) --as li; code=$?
            rm $DISK/filler
            $SHENPI audit verify --format json > $BESIDE/after || exit 98; $SHENPI list --format json >> $BESIDE/after
            cmp $BESIDE/before $BESIDE/after || exit 97
            $SHENPI approve \(Sample.small) --as li > /dev/null || exit 96
            exit $code'
            """, language: language,
            with: ["DISK": disk, "BESIDE": (folder.path as NSString).deletingLastPathComponent])
        #expect(outcome.status == 74, "\(outcome)")
        #expect(outcome.remarks.contains(language == .zh ? "磁盘已满" : "The disk is full"), "\(outcome)")
    }

    @Test func `Where files may not grow, the command fails without being killed`() async throws {
        let folder = try await DataFolder(.declared)
        try await folder.unchanged {
            let outcome = try await folder.shell(
                "ulimit -f 4; $SHENPI approve \(Sample.small) --as li 2>&1 | head -c 2000; exit ${PIPESTATUS[0]}")
            #expect(outcome.status == 74, "\(outcome)")
            #expect(outcome.output.split(separator: "\n").count == 1, "\(outcome)")
        }
    }

    @Test(.enabled(if: Machine.hasSQLite, "\(Machine.noSQLite)"), arguments: DataFolder.Language.allCases)
    func `Data of a newer shenpi is left as it is`(language: DataFolder.Language) async throws {
        let folder = try await DataFolder(.declared)
        let made = try await folder.shell("sqlite3 $STORE \"INSERT INTO grdb_migrations VALUES ('999 tomorrow')\"")
        try #require(made.status == 0, "\(made)")
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        for command in Self.commands + ["list", "audit verify", "doctor"] {
            let outcome = try await folder.shell("$SHENPI \(command)", language: language)
            #expect(outcome.status == 73, "\(outcome)")
            #expect(outcome.remarks.contains("999 tomorrow"), "\(outcome)")
            #expect(outcome.remarks.contains(language == .zh ? "请升级程序" : "Upgrade the program"), "\(outcome)")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == before)
    }

    @Test(.enabled(if: Machine.hasSQLite, "\(Machine.noSQLite)"), arguments: DataFolder.Language.allCases)
    func `Data that another process holds for longer than the limit is a reason to try again`(
        language: DataFolder.Language
    ) async throws {
        let folder = try await DataFolder(.declared)
        try await folder.unchanged {
            let outcome = try await folder.shell(
                """
                set -m
                { echo "BEGIN IMMEDIATE; SELECT 'held';"; sleep 60; } | sqlite3 $STORE > $STORE.held &
                until grep -q held $STORE.held 2> /dev/null; do sleep 0.05; done
                $SHENPI list --as zhang > /dev/null || { kill -9 %1; exit 99; }
                started=$(date +%s%N)
                $SHENPI approve \(Sample.small) --as li --wait 0.5; code=$?
                echo $(( ($(date +%s%N) - started) / 1000000 ))
                kill -9 %1
                rm -f $STORE.held; exit $code
                """, language: language, seconds: 30)
            #expect(outcome.status == 75, "\(outcome)")
            #expect(outcome.remarks.contains(language == .zh ? "等待 0.5 秒后放弃" : "more than 0.5 seconds"), "\(outcome)")
            let waited = outcome.output.split(separator: "\n").last.flatMap { Int($0) } ?? 0
            #expect((450..<20_000).contains(waited), "\(outcome)")
        }
        try await folder.done("approve", Sample.small, as: "li")
    }

    @Test(.enabled(if: Machine.hasSQLite, "\(Machine.noSQLite)"))
    func `One changed byte of an event is named by the audit`() async throws {
        let folder = try await DataFolder(.declared)
        let changed = try await folder.shell(
            """
            sqlite3 $STORE "UPDATE events SET bytes = CAST(replace(CAST(bytes AS TEXT), 'zhang', 'zhanh') AS BLOB)
              WHERE stream = 'case/\(Sample.small)' AND revision = 2"
            """)
        try #require(changed.status == 0, "\(changed)")
        for (language, words) in [(DataFolder.Language.zh, "第 2 个事件"), (.en, "event 2")] {
            let outcome = try await folder.run("audit", "verify", language: language)
            #expect(outcome.status == 1, "\(outcome)")
            #expect(outcome.output.contains("case/\(Sample.small)") && outcome.output.contains(words), "\(outcome)")
        }
        let problems = try await folder.run("audit", "verify", "--format", "json").json()["problems"]
        #expect(problems?.array?.contains { $0["code"]?.string == "event.hash" && $0["revision"]?.int == 2 } == true)
    }

    @Test(arguments: [
        ("nothing there", "$SHENPI list", 73, ["没有审批数据（没有数据文件）", "shenpi init"]),
        ("a file in place of the folder", ": > $SHENPI_DATA; $SHENPI init", 73, ["没有审批数据（不是文件夹）"]),
        (
            "a file above it", ": > $SHENPI_DATA; $SHENPI init --data $SHENPI_DATA/deeper", 73,
            ["无法建立或写入", "deeper", "权限"]
        ),
        ("a system folder", "$SHENPI init --data /proc/shenpi", 73, ["无法建立或写入（/proc/shenpi）"]),
        ("another kind of file", "mkdir -p $SHENPI_DATA; echo no > $STORE; $SHENPI list", 73, ["文件不是数据库"]),
        ("data already", "$SHENPI init > /dev/null; $SHENPI init", 73, ["已有审批数据"]),
    ])
    func `A folder that cannot be used says why`(
        name: String, line: String, status: Int, words: [String]
    ) async throws {
        let folder = try DataFolder()
        let outcome = try await folder.shell(line, language: .zh, with: ["SHENPI_CLOCK": ""])
        #expect(outcome.status == Int32(status), "\(outcome)")
        for words in words { #expect(outcome.remarks.contains(words), "\(outcome)") }
        #expect(!outcome.remarks.contains("errno"), "\(outcome)")
    }
}
