import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

/// Feast's published bytes, written by the connector and read back with `redis-cli`.
@Suite struct GoldenVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let featureSet: FeatureSet
        let row: ValidatedRow
        let encoding: String
        let key: String
        let value: String

        init(
            _ name: String, set: String = "myproject/fs", entities: [(String, FeatureValue)] = [("entity", .int64(1))],
            features: [(String, ValueType, FeatureValue?)], at event: Timestamp, encoding: String = "v1",
            key: String = "120c6d7970726f6a6563742f66731a0c0a06656e7469747912022001", value: String
        ) {
            testDescription = name
            let parts = set.split(separator: "/")
            featureSet = FeatureSet(
                reference: FeatureSetReference(project: ProjectName(String(parts[0])), name: String(parts[1])),
                entities: entities.map { Entity(name: $0.0, type: $0.1.type) },
                features: features.map { Feature(name: $0.0, type: $0.1) })
            row = ValidatedRow(
                key: EntityKey(entities.map(\.1)), features: features.map(\.2), eventTimestamp: event,
                createdTimestamp: .zero, ingestionID: "", position: SourcePosition(partition: 0, offset: 0))
            self.encoding = encoding
            self.key = key
            self.value = value
        }
    }

    static let vectors = [
        Vector(
            "one string at time zero", features: [("feature", .string, .string("one"))], at: .zero,
            value: "1207120512036f6e651a00"),
        Vector(
            "two features", set: "myproject/feature_set",
            entities: [("entity_id_primary", .int32(1)), ("entity_id_secondary", .string("a"))],
            features: [("feature_1", .string, .string("strValue1")), ("feature_2", .int64, .int64(1001))],
            at: Timestamp(seconds: 10),
            key: "12156d7970726f6a6563742f666561747572655f7365741a170a11656e746974795f69645f7072696d6172"
                + "79120218011a1a0a13656e746974795f69645f7365636f6e646172791203120161",
            value: "120d120b120973747256616c7565311205120320e9071a02080a"),
        Vector(
            "a missing feature", set: "project/featureSet",
            entities: [("entity1", .int64(2)), ("entity2", .string("b"))],
            features: [("feature_1", .string, .string("strValue1")), ("feature_2", .int64, nil)],
            at: Timestamp(seconds: 10),
            key: "121270726f6a6563742f666561747572655365741a0d0a07656e7469747931120220021a0e0a07656e74697479"
                + "321203120162",
            value: "120d120b120973747256616c756531120212001a02080a"),
        Vector(
            "lists, a double, a bool and nanoseconds", set: "p/f", entities: [("e", .int64(-1))],
            features: [
                ("a", .int32List, .int32List([1, -1, 300])), ("b", .stringList, .stringList(["a", ""])),
                ("c", .double, .double(1.5)), ("d", .bool, .bool(false)), ("e", .floatList, .floatList([1.5, -2])),
            ], at: Timestamp(seconds: 10, nanoseconds: 5), key: "1203702f661a100a0165120b20ffffffffffffffffff01",
            value: "121312116a0f0a0d01ffffffffffffffffff01ac021209120762050a01610a00120b120929000000000000f83f12"
                + "0412023800120f120d82010a0a080000c03f000000c01a04080a1005"),
        Vector(
            "hashed names",
            features: [("feature_1", .string, .string("strValue1")), ("feature_2", .int64, .int64(1001))],
            at: Timestamp(seconds: 10), encoding: "v2",
            value: "12170a083966616233303034120b120973747256616c756531120f0a08616434353036376212"
                + "0320e9071a02080a"),
        Vector(
            "hashed names, a missing feature",
            features: [("feature_1", .string, .string("strValue1")), ("feature_2", .int64, nil)],
            at: Timestamp(seconds: 10), encoding: "v2",
            value: "12170a083966616233303034120b120973747256616c756531120c0a08616434353036376212001a02080a"),
    ]

    @Test("the stored bytes are Feast's", arguments: vectors)
    func storedBytes(_ vector: Vector) async throws {
        let fixture = try RedisFixture(settings: ["encoding": vector.encoding])
        let sink = try await fixture.sink()
        let result = try await sink.write(RedisFixture.batch([vector.row], of: vector.featureSet))
        #expect(result == WriteResult(accepted: 1))
        #expect(try fixture.server.cli(["-x", "GET"], input: [UInt8](hex: vector.key)).hex == vector.value)
        #expect(try fixture.server.cli(["DBSIZE"]) == Array("1".utf8))
        #expect(try fixture.server.cli(["-x", "TTL"], input: [UInt8](hex: vector.key)) == Array("-1".utf8))

        let retriever = try await fixture.retriever()
        let places = Array(vector.featureSet.features.indices)
        let request = OnlineRequest(featureSet: vector.featureSet, keys: [vector.row.key], features: places)
        let expected = OnlineRow(
            eventTimestamp: vector.row.eventTimestamp, createdTimestamp: nil, values: vector.row.features)
        #expect(try await retriever.read(request) == [expected])
        await sink.close()
        await retriever.close()
    }
}
