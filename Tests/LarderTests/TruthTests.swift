import FaultKit
import Foundation
import Testing

/// The real data through the whole program, against answers that pandas made.
@Suite(.serialized) struct TruthTests {
    private static let features = [
        "nyc/weather:temp", "nyc/weather:wind_speed", "nyc/weather:wind_dir", "nyc/weather:wind_gust",
        "nyc/weather:visib", "nyc/carrier_delays:departures", "nyc/carrier_delays:mean_dep_delay",
        "nyc/carrier_delays:max_dep_delay", "nyc/carrier_delays:worst_tailnum",
    ]
    private static let texts: Set<String> = ["origin", "carrier", "tailnum", "worst_tailnum"]

    @Test("every January departure gets the values that pandas found", .timeLimit(.minutes(3)))
    func everyRowOfTheExport() async throws {
        try await WorkspaceOfTest.lend { workspace in
            try await fill(workspace, stores: ["online", "historical"])
            let export = try await workspace.json(
                "exports", "start", "--rows", TestData.nycflights("departures_2013_01.csv.gz"), "--features",
                Self.features.joined(separator: ","), "--store", "historical", "--out", workspace.path("out.csv"),
                "--wait")
            #expect(export["status"].text == "done")
            #expect(export["rows"].integer == 26_865)
            #expect(export["rowsDone"].integer == 26_865)
            try await compareWithOracle(workspace.folder.text(of: "out.csv"))
        }
    }

    @Test("online values are the same on SQLite and on Redis", .timeLimit(.minutes(3)))
    func onlineValuesOnBothStores() async throws {
        let redis = try MissingBackend.orSkip { try RedisServer() }
        let configuration = """
            project: nyc
            as_of: 2013-07-01T00:30:00Z
            source: {type: LOCAL, config: {path: log.db}}
            stores:
              - name: remote
                type: REDIS
                config: {host: 127.0.0.1, port: \(redis.port)}
                subscriptions: [{project: "*", name: "*"}]
              - name: embedded
                type: SQLITE
                config: {path: embedded.db}
                subscriptions: [{project: "*", name: "*"}]
            """
        try await WorkspaceOfTest.lend(configuration: configuration) { workspace in
            try await fill(workspace, stores: ["remote", "embedded"])
            try await compareStores(
                workspace, set: "weather", entities: ["origin"], features: 9, keys: [["EWR"], ["JFK"], ["LGA"]])
            let lines = try await TestData.lines(ofCompressed: "carrier_delays.csv.gz").dropFirst()
            let keys = Set(lines.map { $0.split(separator: ",").prefix(2).map(String.init) })
            try await compareStores(
                workspace, set: "carrier_delays", entities: ["carrier", "origin"], features: 4,
                keys: keys.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    /// Registers both sets and brings all their rows in.
    private func fill(_ workspace: WorkspaceOfTest, stores: [String]) async throws {
        let applied = try await workspace.json(
            "feature-sets", "apply", "-f", TestData.nycflights("feature_sets.yaml"), "--yes")
        #expect(applied.items.map { $0["result"].text } == ["created", "created"])
        for (name, rows) in [("weather", Int64(13_002)), ("carrier_delays", 56_086)] {
            let result = try await workspace.json(
                "ingest", TestData.nycflights("\(name).csv.gz"), "--feature-set", "nyc/\(name)", "--wait")
            #expect(result["rowsProduced"].integer == rows)
            #expect(result["rowsBad"].integer == 0)
            #expect(result["stores"].items.map { $0["name"].text } == stores)
            #expect(result["stores"].items.map { $0["written"].integer } == [rows, rows])
        }
    }

    private func compareWithOracle(_ text: String) async throws {
        let expected = try await TestData.lines(ofCompressed: "expected_2013_01.csv.gz")
        let actual = text.split(whereSeparator: \.isNewline)
        try #require(actual.count == expected.count)
        #expect(actual[0] == expected[0])
        let columns = expected[0].split(separator: ",").map { String($0).replacing(/^.*__/, with: "") }
        var differences: [String] = []
        for (line, (left, right)) in zip(actual, expected).enumerated().dropFirst() {
            let cells = left.split(separator: ",", omittingEmptySubsequences: false)
            let wanted = right.split(separator: ",", omittingEmptySubsequences: false)
            let isEqual =
                cells.count == wanted.count
                && zip(columns, zip(cells, wanted)).allSatisfy { Self.isEqual($0, $1.0, $1.1) }
            if !isEqual { differences.append("line \(line + 1): \(left), expected \(right)") }
        }
        #expect(differences.isEmpty, "\(differences.count) rows differ; \(differences.prefix(5))")
    }

    /// Texts to the letter, numbers by value, empty only like empty.
    private static func isEqual(_ column: String, _ cell: Substring, _ wanted: Substring) -> Bool {
        guard cell != wanted else { return true }
        guard !texts.contains(column), let left = Double(cell), let right = Double(wanted) else { return false }
        return left == right
    }

    private func compareStores(
        _ workspace: WorkspaceOfTest, set: String, entities: [String], features: Int, keys: [[String]]
    ) async throws {
        // A key that no store knows, and one twice: answers keep the order of the questions.
        let questions = keys + [entities.map { _ in "nowhere" }] + keys.prefix(1)
        let lines = [entities.joined(separator: ",")] + questions.map { $0.joined(separator: ",") }
        let file = try workspace.write(lines.joined(separator: "\n") + "\n", to: "\(set).keys.csv")
        var answers: [[JSONTree]] = []
        for store in ["embedded", "remote"] {
            let answer = try await workspace.json(
                "online", "get", "--keys", file, "--features", "nyc/\(set):*", "--store", store)
            #expect(answer.items.allSatisfy { $0["store"].text == store })
            answers.append(answer.items)
        }
        try #require(answers[0].count == questions.count * features)
        #expect(answers[1].count == answers[0].count)
        for (embedded, remote) in zip(answers[0], answers[1]) {
            for field in ["entities", "feature", "value", "state", "eventTimestamp", "ageSeconds", "served"] {
                #expect(embedded[field] == remote[field], "\(field) of \(embedded["entities"]) \(embedded["feature"])")
            }
        }
        let asked = answers[0].map { answer in entities.map { answer["entities"][$0].text ?? "" } }
        #expect(asked == questions.flatMap { Array(repeating: $0, count: features) })
        let states = Set(answers[0].compactMap { $0["state"].text })
        #expect(states.contains("no key") && (states.contains("present") || states.contains("too old")))
    }
}
