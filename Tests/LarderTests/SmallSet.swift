import Testing

/// A feature set of two features, which tests fill with rows of their own.
enum SmallSet {
    /// The document that registers `p/s`.
    static let document = """
        kind: feature_set
        spec:
          project: p
          name: s
          entities: [{name: id, valueType: INT64}]
          features: [{name: a, valueType: INT64}, {name: b, valueType: DOUBLE}]
          maxAge: 3600s
        """

    /// The header of its rows.
    static let header = "id,event_timestamp,a,b\n"

    /// A row of it; all rows have the same event time.
    static func row(_ id: Int, a: String = "1", b: String = "1.5") -> String {
        "\(id),2024-01-01T00:00:00Z,\(a),\(b)\n"
    }

    /// A workspace in which it is registered, lent to a test.
    static func lend(
        configuration: String? = nil, _ body: (WorkspaceOfTest) async throws -> Void
    ) async throws {
        try await WorkspaceOfTest.lend(configuration: configuration) { workspace in
            try await workspace.apply(document)
            try await body(workspace)
        }
    }
}

extension WorkspaceOfTest {
    /// Ingests a file of the small set's rows and waits for the stores.
    func ingest(_ file: String, _ more: String...) async throws -> CommandResult {
        try await run(["ingest", path(file), "--feature-set", "p/s", "--wait", "-o", "json"] + more)
    }

    /// The values of feature `a` of some keys, from a store.
    func values(of ids: [Int], store: String? = nil) async throws -> [JSONTree] {
        let keys = try write((["id"] + ids.map { "\($0)" }).joined(separator: "\n") + "\n", to: "keys.csv")
        let words = ["online", "get", "--keys", keys, "--features", "p/s:a", "-o", "json"]
        let result = try await run(words + (store.map { ["--store", $0] } ?? []))
        return try result.json.items.map { $0["value"] }
    }
}
