import FaultKit
import Foundation
import SQLiteAccess
import Testing

/// Processes killed at random moments of one ingestion: nothing is lost, nothing is doubled.
@Suite struct KillTests {
    private static let rows = 90_000
    private static let badEvery = 6_000
    private static let kills = 26
    private static let document = """
        kind: feature_set
        spec:
          project: p
          name: s
          entities: [{name: id, valueType: INT64}]
          features: [{name: a, valueType: INT64}, {name: b, valueType: DOUBLE}, {name: c, valueType: STRING}]
        """
    /// What differs between two runs by its nature: which job wrote, and when the log took the row.
    private static let differing: Set<String> = ["job_id", "created_timestamp", "created_timestamp.ns"]

    @Test("killed at random moments, the stores end as after an undisturbed run", .timeLimit(.minutes(4)))
    func killedAtRandomMoments() async throws {
        let text = Self.file()
        try await WorkspaceOfTest.lend { calm in
            try await calm.apply(Self.document)
            let undisturbed = try await calm.run(Self.ingest(try await compressed(text, in: calm)))
            #expect(undisturbed.code == 1, "bad rows were told")
            await calm.end()
            // A job that rests after a loss would leave no worker to be killed.
            let configuration = "jobs: {max_attempts: 1000, loss_rest: 0s}\n"
            try await WorkspaceOfTest.lend(configuration: configuration) { disturbed in
                try await disturbed.apply(Self.document)
                let path = try await compressed(text, in: disturbed)
                let kills = try await disturb(disturbed, file: path)
                #expect(kills.ingest + kills.workers >= 20, "the ingestion was over after \(kills)")
                #expect(kills.ingest >= 5 && kills.workers >= 5, "\(kills)")
                let last = try await disturbed.run(Self.ingest(path))
                try checkResult(last, like: undisturbed)
                try await checkCounters(disturbed)
                try await checkDeadLetters(disturbed, like: calm)
                try await checkStores(disturbed, like: calm)
                try await checkAgainstUndisturbedJobs(disturbed)
            }
        }
    }

    // MARK: Killing

    /// Rows of a few hundred keys over time, so that newer rows replace older ones; some rows are bad.
    private static func file() -> String {
        var lines = ["id,event_timestamp,a,b,c"]
        for row in 0..<rows {
            let (hour, minute, second) = (row / 3600, row / 60 % 60, row % 60)
            let time = "2024-01-0\(1 + hour / 24)T\(two(hour % 24)):\(two(minute)):\(two(second))Z"
            let number = row % badEvery == badEvery - 1 ? "bad" : "\(row)"
            lines.append("\(row % 331),\(time),\(number),\(row).5,\"text of \(row)\"")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func ingest(_ path: String) -> [String] {
        ["ingest", path, "--feature-set", "p/s", "--wait", "-o", "json"]
    }

    /// Without a time in the archive: the ingestion's identity is that of the file's bytes.
    private func compressed(_ text: String, in workspace: WorkspaceOfTest) async throws -> String {
        let path = try workspace.write(text, to: "rows.csv")
        let (ending, _, _) = try await ChildProcess.run("gzip", ["-n", path])
        try #require(ending == .exited(0))
        return path + ".gz"
    }

    /// Starts the ingestion again and again, and kills it, and often its workers, at random moments.
    ///
    /// How long a round may take follows what the rounds before achieved: on a slow machine nothing would happen
    /// between two kills else, on a fast one everything.
    private func disturb(_ workspace: WorkspaceOfTest, file: String) async throws -> (ingest: Int, workers: Int) {
        var random = SeededRandom(seed: 2013)
        var kills = (ingest: 0, workers: 0)
        var (limit, known, round) = (0.4, Int64(0), 0)
        while kills.ingest + kills.workers < Self.kills, round < 60 {
            round += 1
            let command = try workspace.start(Self.ingest(file))
            // The moment is random on purpose; nothing is expected to have happened by then.
            try await Task.sleep(for: .seconds(limit * Double.random(in: 0.3...1, using: &random)))
            if round % 3 != 1 {
                for worker in workspace.workers {
                    await worker.kill()
                    kills.workers += 1
                }
            }
            if command.ending == nil { kills.ingest += 1 }
            command.send(SIGKILL)
            _ = await command.wait()
            let rows = Self.rowsInLog(of: workspace)
            if rows == Int64(Self.rows - Self.rows / Self.badEvery) { break }
            limit = rows == known ? min(3, limit * 1.25) : limit * 0.75
            known = rows
        }
        return kills
    }

    /// How many rows the log has taken; none while it is not there.
    private static func rowsInLog(of workspace: WorkspaceOfTest) -> Int64 {
        let log = try? Connection(path: workspace.path("workspace/state/log.db"), access: .existing)
        return (try? log?.integer("SELECT count(*) FROM records")) ?? 0
    }

    // MARK: Looking

    private func checkResult(_ last: CommandResult, like undisturbed: CommandResult) throws {
        let (found, wanted) = (try last.json, try undisturbed.json)
        #expect(last.code == undisturbed.code)
        for field in ["ingestionId", "rowsRead", "rowsProduced", "rowsBad", "stores"] {
            #expect(found[field] == wanted[field], "\(field)")
        }
        #expect(found["rowsBad"] == .integer(Int64(Self.rows / Self.badEvery)))
    }

    private func checkCounters(_ workspace: WorkspaceOfTest) async throws {
        let good = Int64(Self.rows - Self.rows / Self.badEvery)
        let jobs = try await workspace.json("jobs", "list").items
        #expect(jobs.count == 2)
        for job in jobs {
            #expect(job["rowsRead"] == .integer(good), "\(job)")
            #expect(job["rowsWritten"] == .integer(good), "\(job)")
            #expect(job["rowsFailed"] == .integer(0))
            #expect(job["rowsIgnored"] == .integer(0))
        }
    }

    private func checkDeadLetters(_ disturbed: WorkspaceOfTest, like calm: WorkspaceOfTest) async throws {
        let found = try await disturbed.json("dead-letters", "list").items
        let wanted = try await calm.json("dead-letters", "list").items
        #expect(found.count == Self.rows / Self.badEvery)
        #expect(found.map { $0["payload"].text ?? "" }.sorted() == wanted.map { $0["payload"].text ?? "" }.sorted())
        #expect(Set(found.map { $0["payload"] }).count == found.count)
    }

    /// Against a run that nobody disturbed, of the same file in another workspace.
    private func checkStores(_ disturbed: WorkspaceOfTest, like calm: WorkspaceOfTest) async throws {
        for database in ["online.db", "history.db"] {
            let comparison = try TableComparison(
                disturbed.path("workspace/state/\(database)"), calm.path("workspace/state/\(database)"),
                table: "rows:p/s")
            #expect(try comparison.counts == Array(repeating: Int64(Self.rows - Self.rows / Self.badEvery), count: 2))
            #expect(try comparison.differences(ignoring: Self.differing) == 0)
        }
        let keys = try disturbed.write((["id"] + (0..<331).map { "\($0)" }).joined(separator: "\n"), to: "keys.csv")
        var answers: [[JSONTree]] = []
        for workspace in [disturbed, calm] {
            let answer = try await workspace.json(
                "online", "get", "--keys", keys, "--features", "p/s:*", "--at", "2024-02-01T00:00:00Z")
            answers.append(answer.items)
        }
        #expect(answers[0].count == 331 * 3)
        #expect(answers[0] == answers[1])
    }

    /// Against a second pair of stores that undisturbed jobs fill from the same log: here every column must be equal
    /// but the job's.
    private func checkAgainstUndisturbedJobs(_ workspace: WorkspaceOfTest) async throws {
        let path = try workspace.write(
            """
            name: second
            type: SQLITE
            config: {path: second.db}
            subscriptions: [{project: "*", name: "*"}]
            """, to: "second.yaml")
        let applied = try await workspace.run("stores", "apply", "-f", path, "--yes")
        try #require(applied.code == 0, "\(applied.errors)")
        let again = try await workspace.run(Self.ingest(workspace.path("rows.csv.gz")))
        #expect(try again.json["stores"].items.count == 3, "\(again.errors)")
        for database in ["online.db", "history.db"] {
            let comparison = try TableComparison(
                workspace.path("workspace/state/\(database)"), workspace.path("workspace/second.db"),
                table: "rows:p/s")
            #expect(try comparison.differences(ignoring: ["job_id"]) == 0)
        }
    }
}
