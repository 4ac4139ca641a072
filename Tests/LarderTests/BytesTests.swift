import FaultKit
import Testing

/// Rows that came in by file, as `redis-cli` finds them in a real redis-server: byte for byte what Feast writes.
@Suite struct BytesTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let set: String
        let entities: String
        let features: String
        let row: String
        var encoding = "v1"
        let key: String
        let value: String
    }

    private static let plainKey = "120c6d7970726f6a6563742f66731a0c0a06656e7469747912022001"

    static let vectors = [
        Vector(
            testDescription: "one string at time zero", set: "myproject/fs", entities: "entity INT64",
            features: "feature STRING",
            row: #"{"event_timestamp":"1970-01-01T00:00:00Z","entity":1,"feature":"one"}"#,
            key: plainKey, value: "1207120512036f6e651a00"),
        Vector(
            testDescription: "two features", set: "myproject/feature_set",
            entities: "entity_id_primary INT32,entity_id_secondary STRING",
            features: "feature_1 STRING,feature_2 INT64",
            row: #"{"event_timestamp":"1970-01-01T00:00:10Z","entity_id_primary":1,"entity_id_secondary":"a","#
                + #""feature_1":"strValue1","feature_2":1001}"#,
            key: "12156d7970726f6a6563742f666561747572655f7365741a170a11656e746974795f69645f7072696d6172"
                + "79120218011a1a0a13656e746974795f69645f7365636f6e646172791203120161",
            value: "120d120b120973747256616c7565311205120320e9071a02080a"),
        Vector(
            testDescription: "a missing feature", set: "project/featureSet",
            entities: "entity1 INT64,entity2 STRING", features: "feature_1 STRING,feature_2 INT64",
            row: #"{"event_timestamp":"1970-01-01T00:00:10Z","entity1":2,"entity2":"b","feature_1":"strValue1"}"#,
            key: "121270726f6a6563742f666561747572655365741a0d0a07656e7469747931120220021a0e0a07656e74697479"
                + "321203120162",
            value: "120d120b120973747256616c756531120212001a02080a"),
        Vector(
            testDescription: "lists, a double, a bool and nanoseconds", set: "p/f", entities: "e INT64",
            features: "a INT32_LIST,b STRING_LIST,c DOUBLE,d BOOL,g FLOAT_LIST",
            row: #"{"event_timestamp":"1970-01-01T00:00:10.000000005Z","e":-1,"a":[1,-1,300],"b":["a",""],"#
                + #""c":1.5,"d":false,"g":[1.5,-2]}"#,
            key: "1203702f661a100a0165120b20ffffffffffffffffff01",
            value: "121312116a0f0a0d01ffffffffffffffffff01ac021209120762050a01610a00120b120929000000000000f83f12"
                + "0412023800120f120d82010a0a080000c03f000000c01a04080a1005"),
        Vector(
            testDescription: "hashed names", set: "myproject/fs", entities: "entity INT64",
            features: "feature_1 STRING,feature_2 INT64",
            row: #"{"event_timestamp":"1970-01-01T00:00:10Z","entity":1,"feature_1":"strValue1","feature_2":1001}"#,
            encoding: "v2", key: plainKey,
            value: "12170a083966616233303034120b120973747256616c756531120f0a08616434353036376212"
                + "0320e9071a02080a"),
        Vector(
            testDescription: "hashed names, a missing feature", set: "myproject/fs", entities: "entity INT64",
            features: "feature_1 STRING,feature_2 INT64",
            row: #"{"event_timestamp":"1970-01-01T00:00:10Z","entity":1,"feature_1":"strValue1","feature_2":null}"#,
            encoding: "v2", key: plainKey,
            value: "12170a083966616233303034120b120973747256616c756531120c0a08616434353036376212001a02080a"),
    ]

    @Test("a row of a file is stored with Feast's bytes", .timeLimit(.minutes(2)), arguments: vectors)
    func storedBytes(_ vector: Vector) async throws {
        let redis = try MissingBackend.orSkip { try RedisServer() }
        let configuration = """
            stores:
              - name: online
                type: REDIS
                config: {host: 127.0.0.1, port: \(redis.port), encoding: \(vector.encoding)}
                subscriptions: [{project: "*", name: "*"}]
            """
        try await WorkspaceOfTest.lend(configuration: configuration) { workspace in
            try await workspace.apply(document(vector))
            let file = try workspace.write(vector.row + "\n", to: "row.jsonl")
            let result = try await workspace.json("ingest", file, "--feature-set", vector.set, "--wait")
            #expect(result["stores"].items.map { $0["written"] } == [.integer(1)])
            let value = try redis.cli(["-x", "GET"], input: HexText.bytes(vector.key))
            #expect(HexText.text(value) == vector.value)
            #expect(try redis.cli(["DBSIZE"]) == Array("1".utf8))
        }
    }

    private func document(_ vector: Vector) -> String {
        let parts = vector.set.split(separator: "/")
        return """
            kind: feature_set
            spec:
              project: \(parts[0])
              name: \(parts[1])
              entities: [\(columns(vector.entities))]
              features: [\(columns(vector.features))]
            """
    }

    private func columns(_ text: String) -> String {
        text.split(separator: ",").map { column in
            let words = column.split(separator: " ")
            return "{name: \(words[0]), valueType: \(words[1])}"
        }.joined(separator: ", ")
    }
}
