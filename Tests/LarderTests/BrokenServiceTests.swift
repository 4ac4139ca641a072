import FaultKit
import Foundation
import SQLiteAccess
import Testing

/// Stores, disks and databases that fail: what is said, and that nothing is lost.
@Suite(.serialized) struct BrokenServiceTests {
    private static let entityRows = "id,event_timestamp\n1,2024-01-01T00:00:00Z\n"
    private static let junk = (0..<9_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }

    @Test("rows for a store whose port is closed wait for it", .timeLimit(.minutes(2)))
    func closedPort() async throws {
        let redis = try MissingBackend.orSkip { try RedisServer() }
        redis.kill()
        let configuration = """
            stores:
              - name: online
                type: REDIS
                config: {host: 127.0.0.1, port: \(redis.port)}
                subscriptions: [{project: "*", name: "*"}]
              - name: historical
                type: SQLITE
                config: {path: history.db}
                subscriptions: [{project: "*", name: "*"}]
            """
        try await SmallSet.lend(configuration: configuration) { workspace in
            let check = try await workspace.run("stores", "check", "online")
            #expect(check.code == 3)
            #expect(check.errors.contains("online") && check.errors.contains("127.0.0.1:\(redis.port)"))
            try workspace.write(SmallSet.header + SmallSet.row(1) + SmallSet.row(2), to: "rows.csv")
            let down = try await workspace.ingest("rows.csv", "--timeout", "3s")
            #expect(down.code == 4)
            #expect(down.errors.contains("waiting for store online") && down.errors.contains("refused"))
            #expect(try down.error["code"].text == "timed out")
            #expect(try await workspace.values(of: [1], store: "historical") == [.integer(1)])
            let read = try await workspace.run("online", "get", "id=1", "--features", "p/s:a", "--store", "online")
            #expect(read.code == 3)

            try redis.restart()
            let up = try await workspace.ingest("rows.csv")
            #expect(up.code == 0, "\(up.errors)")
            #expect(try up.json["stores"].items.map { $0["written"] } == [.integer(2), .integer(2)])
            #expect(try await workspace.values(of: [1, 2], store: "online") == [.integer(1), .integer(1)])
        }
    }

    @Test("an export into a full file system fails, says so, and leaves nothing behind", .timeLimit(.minutes(2)))
    func fullFileSystem() async throws {
        let disk = try await TinyFileSystem.orSkip(kilobytes: 64)
        try await SmallSet.lend { workspace in
            let rows = (1...3_000).map { "\($0),2024-01-01T00:00:00Z\n" }.joined()
            try workspace.write("id,event_timestamp\n" + rows, to: "rows.csv")
            let full = try await export(workspace, to: "\(disk.path)/out.csv")
            #expect(full.code == 1)
            let failed = try full.json
            #expect(failed["status"].text == "failed")
            #expect(failed["error"].text?.contains("\(disk.path)/") == true, "\(failed["error"])")
            #expect(failed["error"].text?.lowercased().contains("space") == true, "\(failed["error"])")
            #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
            let elsewhere = try await export(workspace, to: workspace.path("out.csv"))
            #expect(elsewhere.code == 0)
            #expect(try elsewhere.json["rowsDone"] == .integer(3_000))
        }
    }

    @Test("a folder that is not there is named", .timeLimit(.minutes(1)))
    func missingFolder() async throws {
        try await SmallSet.lend { workspace in
            try workspace.write(Self.entityRows, to: "rows.csv")
            let result = try await export(workspace, to: workspace.path("nowhere/out.csv"))
            #expect(result.code == 1)
            #expect(result.errors.contains(workspace.path("nowhere")))
        }
    }

    @Test("rows wait while the store's database is locked, and arrive afterwards", .timeLimit(.minutes(2)))
    func lockedStore() async throws {
        try await SmallSet.lend { workspace in
            try workspace.write(SmallSet.header + SmallSet.row(1), to: "first.csv")
            try workspace.write(SmallSet.header + SmallSet.row(2), to: "second.csv")
            #expect(try await workspace.ingest("first.csv").code == 0)
            let path = workspace.path("workspace/state/online.db")
            try await whileLocked(path) {
                let result = try await workspace.ingest("second.csv", "--timeout", "7s")
                #expect(result.code == 4)
                #expect(result.errors.contains("waiting for store online"))
                #expect(result.errors.contains("\(path) is locked by another process"))
            }
            #expect(try await workspace.ingest("second.csv").code == 0)
            #expect(try await workspace.values(of: [1, 2]) == [.integer(1), .integer(1)])
        }
    }

    @Test("a job-state database that stays locked is told with its path", .timeLimit(.minutes(2)))
    func lockedState() async throws {
        try await SmallSet.lend { workspace in
            let path = workspace.path("workspace/state/larder.db")
            try workspace.write(SmallSet.header + SmallSet.row(1), to: "rows.csv")
            try await whileLocked(path) {
                let result = try await workspace.run("projects", "create", "other", "--yes")
                #expect(result.code == 3)
                #expect(result.errors.contains("\(path) locked"), "\(result.errors)")
            }
            #expect(try await workspace.run("projects", "create", "other", "--yes").code == 0)
        }
    }

    @Test("a damaged job-state database is named, and nothing is made over it", .timeLimit(.minutes(2)))
    func damagedState() async throws {
        try await filled { workspace in
            try damage("larder.db", of: workspace)
            for words in [["stores", "list"], ["online", "get", "id=1", "--features", "p/s:a"]] {
                let result = try await workspace.run(words)
                #expect(result.code == 1)
                #expect(result.errors.contains(workspace.path("workspace/state/larder.db")))
                #expect(result.errors.contains("damaged") && result.errors.contains("move it aside"))
            }
            #expect(try workspace.folder.bytes(of: "workspace/state/larder.db") == Self.junk)
            // As it says: the database moved aside, the rows are in the stores still.
            try FileManager.default.removeItem(atPath: workspace.path("workspace/state/larder.db"))
            try await workspace.apply(SmallSet.document)
            #expect(try await workspace.values(of: [1]) == [.integer(1)])
        }
    }

    @Test("a damaged store is named, and the other stores get their rows", .timeLimit(.minutes(2)))
    func damagedStore() async throws {
        try await filled { workspace in
            try damage("online.db", of: workspace)
            let path = workspace.path("workspace/state/online.db")
            let check = try await workspace.run("stores", "check", "online")
            #expect(check.code == 1)
            #expect(check.errors.contains("\(path) is damaged"))
            try workspace.write(SmallSet.header + SmallSet.row(2), to: "more.csv")
            let result = try await workspace.ingest("more.csv")
            #expect(result.code == 1)
            #expect(result.errors.contains("\(path) is damaged") && result.errors.contains("jobs restart"))
            #expect(try workspace.folder.bytes(of: "workspace/state/online.db") == Self.junk)
            #expect(try await workspace.values(of: [1, 2], store: "historical") == [.integer(1), .integer(1)])
            let online = try await workspace.json("jobs", "list").items.first { $0["store"].text == "online" }
            #expect(online?["status"].text == "ERROR")
            #expect(online?["lastError"].text?.contains("damaged") == true)
        }
    }

    @Test("a damaged log is named; what the stores hold can be read", .timeLimit(.minutes(2)))
    func damagedLog() async throws {
        try await filled { workspace in
            try damage("log.db", of: workspace)
            try workspace.write(SmallSet.header + SmallSet.row(2), to: "more.csv")
            let result = try await workspace.ingest("more.csv")
            #expect(result.code == 1)
            #expect(result.errors.contains("\(workspace.path("workspace/state/log.db")) is damaged"))
            #expect(try workspace.folder.bytes(of: "workspace/state/log.db") == Self.junk)
            #expect(try await workspace.values(of: [1]) == [.integer(1)])
        }
    }

    @Test("an export from a damaged store fails with the reason and writes no file", .timeLimit(.minutes(2)))
    func exportFromDamagedStore() async throws {
        try await filled { workspace in
            try damage("history.db", of: workspace)
            try workspace.write(Self.entityRows, to: "rows.csv")
            let result = try await export(workspace, to: workspace.path("out.csv"), "--store", "historical")
            #expect(result.code == 1)
            #expect(try result.json["status"].text == "failed")
            #expect(try result.json["error"].text?.contains("history.db is damaged") == true)
            #expect(try workspace.folder.names().filter { $0.contains("out") }.isEmpty)
        }
    }

    // MARK: Making trouble

    /// A workspace with one row in its stores and nothing running.
    private func filled(_ body: (WorkspaceOfTest) async throws -> Void) async throws {
        try await SmallSet.lend { workspace in
            try workspace.write(SmallSet.header + SmallSet.row(1), to: "first.csv")
            try #require(try await workspace.ingest("first.csv").code == 0)
            await workspace.end()
            try await body(workspace)
        }
    }

    private func damage(_ name: String, of workspace: WorkspaceOfTest) throws {
        try workspace.folder.write(Self.junk, to: "workspace/state/\(name)")
        for ending in ["-wal", "-shm"] where workspace.has("workspace/state/\(name)\(ending)") {
            try FileManager.default.removeItem(atPath: workspace.path("workspace/state/\(name)\(ending)"))
        }
    }

    /// Holds a database's write lock, as a stuck program would.
    private func whileLocked(_ path: String, _ body: () async throws -> Void) async throws {
        let connection = try Connection(path: path, access: .existing)
        try connection.execute("BEGIN EXCLUSIVE")
        try await body()
        try connection.execute("ROLLBACK")
        connection.close()
    }

    private func export(
        _ workspace: WorkspaceOfTest, to path: String, _ more: String...
    ) async throws -> CommandResult {
        try await workspace.run(
            [
                "exports", "start", "--rows", workspace.path("rows.csv"), "--features", "p/s:a", "--out", path,
                "--wait", "-o", "json",
            ] + more)
    }
}
