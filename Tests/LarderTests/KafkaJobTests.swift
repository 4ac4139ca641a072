import FaultKit
import Foundation
import SQLiteAccess
import Testing

/// Rows out of Kafka into a store by real workers: killed, joined by a worker of another host, and left again.
@Suite(.serialized) struct KafkaJobTests {
    private static let keys = 500
    private static let document = """
        kind: feature_set
        spec:
          project: p
          name: s
          entities: [{name: id, valueType: INT64}]
          features: [{name: a, valueType: INT64}, {name: b, valueType: STRING}]
        """

    /// `LARDER_SOAK=1` (`make soak`) makes it long.
    private static let isSoak = ProcessInfo.processInfo.environment["LARDER_SOAK"] == "1"
    private static let rows = isSoak ? 200_000 : 12_000
    private static let kills = isSoak ? 30 : 3
    private static let guests = 2
    private static let badRows = 25

    private static func configuration(_ cluster: KafkaMockCluster) -> String {
        """
        source:
          type: KAFKA
          config: {bootstrap_servers: "\(cluster.bootstrapServers)", topic: rows, partitions: 12, session_timeout_ms: 6000}
        stores:
          - {name: online, type: SQLITE, config: {path: online.db}, subscriptions: [{project: "*", name: "*"}]}
        jobs: {max_attempts: 1000, loss_rest: 0s}

        """
    }

    @Test(
        "workers killed, two of other hosts joining and leaving: every row is there once, every bad one is one dead letter",
        .timeLimit(.minutes(isSoak ? 20 : 4)))
    func nothingLostNothingDoubled() async throws {
        let cluster = try KafkaMockCluster()
        try cluster.createTopic("rows", partitions: 12)
        try await WorkspaceOfTest.lend(configuration: Self.configuration(cluster)) { workspace in
            try await workspace.apply(Self.document)
            _ = try await workspace.run("jobs", "reconcile", "--yes")
            let job = try #require(try await workspace.json("jobs", "list").items.first?["id"].text)
            let specification = try await workspace.run("jobs", "spec", job)
            // Of another host: it knows the store's file by its whole path.
            let path = try workspace.write(
                specification.output.replacingOccurrences(
                    of: "path: online.db", with: "path: \"\(workspace.directory)/online.db\""), to: "job.yaml")
            try await disturb(workspace, cluster, specification: path)
            try await checkStore(workspace)
            try await checkDeadLetters(workspace)
        }
    }

    /// Ingests in parts: the worker dies after each of the first; with the next ones guests come, until three workers share
    /// the twelve partitions, and go.
    ///
    /// The mock cluster aborts when members vanish in the midst of forming a group, so the worker is killed at a random
    /// moment after it has begun to write, and nobody is killed while guests are there.
    private func disturb(
        _ workspace: WorkspaceOfTest, _ cluster: KafkaMockCluster, specification: String
    ) async throws {
        var random = SeededRandom(seed: 51)
        let parts = Self.kills + Self.guests + 1
        for part in 0..<Self.kills {
            let known = try rowsInStore(workspace)
            // Not the leader any more: for a producer and for a consumer.
            try cluster.refuse(part % 2 == 0 ? .produce : .fetch, with: 6, times: 1)
            try await ingest(part, of: parts, workspace)
            while try rowsInStore(workspace) == known {
                _ = try await workspace.run("jobs", "reconcile", "--yes")
            }
            // The moment is random on purpose; nothing is expected to have happened by then.
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...300, using: &random)))
            for worker in workspace.workers { await worker.kill() }
        }
        var guests: [ChildProcess] = []
        for part in Self.kills..<Self.kills + Self.guests {
            guests.append(try workspace.start(["worker", "--spec", specification]))
            try await ingest(part, of: parts, workspace)
            while try rowsInStore(workspace) < Self.rows / parts * (part + 1) {
                _ = try await workspace.run("jobs", "reconcile", "--yes")
            }
        }
        for guest in guests {
            guest.send(SIGTERM)
            let (ending, errors) = (await guest.wait(), try guest.standardError)
            #expect(ending == .exited(0), "\(errors)")
            #expect(errors.contains("job runs"), "\(errors)")
        }
        try await ingest(parts - 1, of: parts, workspace)
        try await sendBadRows(cluster)
        try await settle(workspace)
    }

    private func ingest(_ part: Int, of parts: Int, _ workspace: WorkspaceOfTest) async throws {
        let file = try workspace.write(Self.file(part, of: parts), to: "part-\(part).csv")
        let result = try await workspace.run("ingest", file, "--feature-set", "p/s", "-o", "json")
        #expect(result.code == 0, "\(result.errors)")
    }

    /// Waits until the one worker that is left has answered for everything; jobs are reconciled meanwhile.
    private func settle(_ workspace: WorkspaceOfTest) async throws {
        while true {
            _ = try await workspace.run("jobs", "reconcile", "--yes")
            let letters = try await workspace.json("dead-letters", "list").items.count
            if letters >= Self.badRows, try rowsInStore(workspace) == Self.rows { return }
        }
    }

    private func sendBadRows(_ cluster: KafkaMockCluster) async throws {
        let lines = (0..<Self.badRows).map { "no feature row \($0)" }.joined(separator: "\n")
        let (ending, _, errors) = try await ChildProcess.run(
            "kcat", ["-b", cluster.bootstrapServers, "-t", "rows", "-P"], input: lines + "\n")
        try #require(ending == .exited(0), "\(errors)")
    }

    /// Rows of some keys over time, so that newer ones replace older ones.
    private static func file(_ part: Int, of parts: Int) -> String {
        var lines = ["id,event_timestamp,a,b"]
        let size = rows / parts
        let end = part == parts - 1 ? rows : (part + 1) * size
        for row in part * size..<end {
            let time = Date(timeIntervalSince1970: TimeInterval(1_704_067_200 + row)).ISO8601Format()
            lines.append("\(row % keys),\(time),\(row),text of \(row)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let table = "\"rows:p/s\""

    private func store(_ workspace: WorkspaceOfTest) throws -> Connection {
        try Connection(path: workspace.path("workspace/online.db"), access: .existing)
    }

    /// None while the table is not there.
    private func rowsInStore(_ workspace: WorkspaceOfTest) throws -> Int {
        try Task.checkCancellation()
        guard let store = try? store(workspace) else { return 0 }
        defer { store.close() }
        return Int((try? store.integer("SELECT count(*) FROM \(Self.table)")) ?? 0)
    }

    private func checkStore(_ workspace: WorkspaceOfTest) async throws {
        let (store, table) = (try store(workspace), Self.table)
        #expect(try store.integer("SELECT count(*) FROM \(table)") == Int64(Self.rows))
        #expect(try store.integer("SELECT count(DISTINCT a) FROM \(table)") == Int64(Self.rows))
        #expect(try store.integer("SELECT sum(b <> 'text of ' || a OR a % \(Self.keys) <> id) FROM \(table)") == 0)
        store.close()
        for id in [0, 123, Self.keys - 1] {
            let newest = (Self.rows - 1 - id) / Self.keys * Self.keys + id
            let value = try await workspace.json("online", "get", "id=\(id)", "--features", "p/s:a").items.first
            #expect(value?["value"] == .integer(Int64(newest)))
        }
    }

    private func checkDeadLetters(_ workspace: WorkspaceOfTest) async throws {
        let letters = try await workspace.json("dead-letters", "list").items
        #expect(letters.count == Self.badRows)
        #expect(Set(letters.map { $0["payload"] }).count == Self.badRows)
        #expect(letters.allSatisfy { $0["reason"] == .string("undecodable") })
    }

    @Test(
        "an operator sees a job run, its worker killed and started again, and stops it with a confirmation",
        .timeLimit(.minutes(3)))
    func operatorsView() async throws {
        let cluster = try KafkaMockCluster()
        try cluster.createTopic("rows", partitions: 3)
        try await WorkspaceOfTest.lend(configuration: Self.configuration(cluster)) { workspace in
            try await workspace.apply(Self.document)
            let file = try workspace.write(Self.file(0, of: 40), to: "rows.csv")
            let ingested = try await workspace.run("ingest", file, "--feature-set", "p/s", "--wait")
            try #require(ingested.code == 0, "\(ingested.errors)")
            let terminal = try PseudoTerminal(
                executable: WorkspaceOfTest.program, environment: workspace.environment, columns: 120, rows: 40)
            try await terminal.waitForText("Stores [1]")
            terminal.type("5")
            try await terminal.waitUntil("the running job") { $0.text.contains("RUNNING") && $0.text.contains("p/s") }
            let first = try #require(workspace.workers.first)
            await first.kill()
            terminal.type("\rv")
            try await terminal.waitUntil("its loss in the history") { $0.text.contains("lost heartbeat") }
            try await terminal.waitUntil("its new worker") { screen in
                screen.text.contains("RUNNING") && screen.text.contains("PENDING > RUNNING")
                    && screen.text.contains("restarts   1")
            }
            terminal.type("X")
            try await terminal.waitUntil("the question") { $0.text.contains("Stop ingestion job") }
            terminal.type("\t\r")
            try await terminal.waitUntil("its end") { $0.text.contains("ABORTED") }
            terminal.type(":q\r")
            #expect(try await terminal.waitForExit() == .exited(0))
            let job = try #require(try await workspace.json("jobs", "list").items.first)
            #expect(job["status"] == .string("ABORTED") && job["restarts"] == .integer(1))
        }
    }
}
