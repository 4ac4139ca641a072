import FeastProtos
import FeatureModel
import RowCoding
import SwiftProtobuf
import Testing

@Suite("Redis keys")
struct RedisKeyEncoderTests {
    private func bytes(_ featureSet: FeatureSet, _ values: FeatureValue...) -> [UInt8] {
        RedisKeyEncoder(featureSet: featureSet).bytes(of: EntityKey(values))
    }

    @Test("keys have Feast's bytes")
    func golden() {
        let one = GoldenSets.set("fs", project: "myproject", entities: [Entity(name: "entity", type: .int64)])
        #expect(bytes(one, .int64(1)) == Hex.bytes("120c6d7970726f6a6563742f66731a0c0a06656e7469747912022001"))
        let versioned = GoldenSets.set("fs:1", project: "myproject", entities: [Entity(name: "entity", type: .int64)])
        #expect(
            bytes(versioned, .int64(1)) == Hex.bytes("120e6d7970726f6a6563742f66733a311a0c0a06656e7469747912022001"))
        let negative = GoldenSets.set("f", entities: [Entity(name: "e", type: .int64)])
        #expect(bytes(negative, .int64(-1)) == Hex.bytes("1203702f661a100a0165120b20ffffffffffffffffff01"))
    }

    @Test("entities stand in the order of their names, whatever the document's order was")
    func goldenOfTwoEntities() {
        let secondary = Entity(name: "entity_id_secondary", type: .string)
        let primary = Entity(name: "entity_id_primary", type: .int32)
        let set = GoldenSets.set("feature_set", project: "myproject", entities: [secondary, primary])
        #expect(
            bytes(set, .int32(1), .string("a"))
                == Hex.bytes(
                    """
                    12156d7970726f6a6563742f666561747572655f7365741a170a11656e746974795f69645f7072696d61727912021801\
                    1a1a0a13656e746974795f69645f7365636f6e646172791203120161
                    """))
        let other = GoldenSets.set(
            "featureSet", project: "project",
            entities: [Entity(name: "entity1", type: .int64), Entity(name: "entity2", type: .string)])
        #expect(
            bytes(other, .int64(2), .string("b"))
                == Hex.bytes(
                    """
                    121270726f6a6563742f666561747572655365741a0d0a07656e7469747931120220021a0e0a07656e7469747932\
                    1203120162
                    """))
    }

    @Test("the type of a value is part of the key")
    func typesDiffer() {
        let set = GoldenSets.set("f", entities: [Entity(name: "e", type: .int64)])
        #expect(bytes(set, .int32(5)) != bytes(set, .int64(5)))
    }

    @Test("keys of every type read back, by us and by Google's library")
    func roundTrip() throws {
        var random = RandomRows(seed: 12)
        for _ in 0..<300 {
            let types = (0..<3).map { _ in random.type() }
            let set = GoldenSets.set("f", entities: zip(["a", "b", "c"], types).map { Entity(name: $0, type: $1) })
            let key = EntityKey(types.map { random.value(of: $0) })
            let bytes = RedisKeyEncoder(featureSet: set).bytes(of: key)
            let content = try RedisKeyContent(bytes: bytes)
            #expect(content.featureSet == "p/f")
            #expect(content.entities.map(\.name) == ["a", "b", "c"])
            #expect(content.entities.compactMap(\.value) == key.values)
            let message = try Feast_Storage_RedisKey(serializedBytes: bytes)
            #expect(message.entities.map { FeatureValue($0.value) } == key.values)
            #expect(try message.serializedBytes() == bytes)
        }
    }

    @Test("a key that is cut off is refused")
    func refusesCut() {
        #expect(throws: RowDecodingError.truncated(offset: 4)) {
            try RedisKeyContent(bytes: Hex.bytes("120c6d79"))
        }
    }
}
