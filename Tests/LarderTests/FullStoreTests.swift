import FaultKit
import Foundation
import SQLiteAccess
import Testing

/// A store without room: the job waits, says why, and goes on by itself when there is room again.
@Suite struct FullStoreTests {
    private static let rows = 4_000
    private static let document = """
        kind: feature_set
        spec:
          project: p
          name: s
          entities: [{name: id, valueType: INT64}]
          features: [{name: text, valueType: STRING}]
        """

    /// About eight megabytes of rows.
    private static func file() -> String {
        let text = String(repeating: "x", count: 2_000)
        let lines = (0..<rows).map { "\($0),2024-01-01T00:00:00Z,\(text)\($0)" }
        return (["id,event_timestamp,text"] + lines).joined(separator: "\n") + "\n"
    }

    private func ingest(_ workspace: WorkspaceOfTest) async throws {
        try await workspace.apply(Self.document)
        let path = try workspace.write(Self.file(), to: "rows.csv")
        let result = try await workspace.run("ingest", path, "--feature-set", "p/s")
        try #require(result.code == 0, "\(result.errors)")
    }

    /// Waits for what the job says of itself.
    private func waitForJob(
        _ workspace: WorkspaceOfTest, until isReached: (JSONTree) -> Bool
    ) async throws -> JSONTree {
        while true {
            try Task.checkCancellation()
            _ = try await workspace.run("jobs", "reconcile", "--yes")
            if let job = try await workspace.json("jobs", "list").items.first, isReached(job) { return job }
        }
    }

    private func isWaiting(_ job: JSONTree) -> Bool {
        if case .string = job["lastError"] { true } else { false }
    }

    private func isDone(_ job: JSONTree) -> Bool {
        job["rowsWritten"] == .integer(Int64(Self.rows))
    }

    @Test("Redis at its maxmemory", .timeLimit(.minutes(2)))
    func fullRedis() async throws {
        let server = try RedisServer(arguments: ["--maxmemory", "4mb", "--maxmemory-policy", "noeviction"])
        let configuration = """
            stores:
              - name: online
                type: REDIS
                config: {host: 127.0.0.1, port: \(server.port)}
                subscriptions: [{project: "*", name: "*"}]

            """
        try await WorkspaceOfTest.lend(configuration: configuration) { workspace in
            try await ingest(workspace)
            let waiting = try await waitForJob(workspace) { isWaiting($0) }
            #expect("\(waiting["lastError"])".contains("maxmemory"))
            #expect(waiting["status"] == .string("RUNNING"))
            try server.cli(["CONFIG", "SET", "maxmemory", "0"])
            let done = try await waitForJob(workspace, until: isDone)
            #expect(done["restarts"] == .integer(0))
            #expect(try String(decoding: server.cli(["DBSIZE"]), as: UTF8.self) == "\(Self.rows)")
            #expect(try await workspace.json("dead-letters", "list").items.isEmpty)
        }
    }

    @Test("SQLite on a disk that gets full", .timeLimit(.minutes(2)))
    func fullDisk() async throws {
        let disk = try await TinyFileSystem.orSkip(kilobytes: 65_536)
        // Room for about half of the rows.
        try Data(count: 60 << 20).write(to: URL(fileURLWithPath: "\(disk.path)/filler"))
        let configuration = """
            stores:
              - name: online
                type: SQLITE
                config: {path: "\(disk.path)/online.db"}
                subscriptions: [{project: "*", name: "*"}]

            """
        try await WorkspaceOfTest.lend(configuration: configuration) { workspace in
            try await ingest(workspace)
            let waiting = try await waitForJob(workspace) { isWaiting($0) }
            #expect("\(waiting["lastError"])".contains("no room left"))
            #expect(waiting["status"] == .string("RUNNING"))
            disk.empty()
            _ = try await waitForJob(workspace, until: isDone)
            let store = try Connection(path: "\(disk.path)/online.db", access: .existing)
            #expect(try store.integer("SELECT count(*) FROM \"rows:p/s\"") == Int64(Self.rows))
            store.close()
            await workspace.end()
        }
    }
}
