import FeatureModel
import RowCoding
import Testing

@Suite("Writing Redis values")
struct RedisValueEncoderTests {
    private func hex(
        _ set: FeatureSet, _ encoding: RedisValueEncoding, _ values: [FeatureValue?], seconds: Int64,
        nanoseconds: Int32 = 0
    ) -> [UInt8] {
        RedisValueEncoder(featureSet: set, encoding: encoding)
            .bytes(features: values, eventTimestamp: Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    }

    @Test("values without names have Feast's bytes, sorted by feature name, and a time even at the epoch")
    func goldenV1() {
        let one = GoldenSets.set("fs", features: [("feature", .string)])
        #expect(hex(one, .v1, [.string("one")], seconds: 0) == Hex.bytes("1207120512036f6e651a00"))
        let two = GoldenSets.twoFeatures
        #expect(
            hex(two, .v1, [.int64(1001), .string("strValue1")], seconds: 10)
                == Hex.bytes("120d120b120973747256616c7565311205120320e9071a02080a"))
        #expect(
            hex(two, .v1, [nil, .string("strValue1")], seconds: 10)
                == Hex.bytes("120d120b120973747256616c756531120212001a02080a"))
    }

    @Test("lists, doubles and nanoseconds have Feast's bytes")
    func goldenOfManyTypes() {
        let set = GoldenSets.set(
            "fs",
            features: [
                ("a", .int32List), ("b", .stringList), ("c", .double), ("d", .bool), ("e", .floatList),
            ])
        let values: [FeatureValue?] = [
            .int32List([1, -1, 300]), .stringList(["a", ""]), .double(1.5), .bool(false), .floatList([1.5, -2.0]),
        ]
        #expect(
            hex(set, .v1, values, seconds: 10, nanoseconds: 5)
                == Hex.bytes(
                    """
                    121312116a0f0a0d01ffffffffffffffffff01ac021209120762050a01610a00120b120929000000000000f83f\
                    120412023800120f120d82010a0a080000c03f000000c01a04080a1005
                    """))
    }

    @Test("values with hashed names have the bytes of Feast 0.6.2")
    func goldenV2() {
        let two = GoldenSets.twoFeatures
        #expect(
            hex(two, .v2, [.int64(1001), .string("strValue1")], seconds: 10)
                == Hex.bytes(
                    """
                    12170a083966616233303034120b120973747256616c756531120f0a086164343530363762120320e9071a02080a
                    """))
        #expect(
            hex(two, .v2, [nil, .string("strValue1")], seconds: 10)
                == Hex.bytes(
                    "12170a083966616233303034120b120973747256616c756531120c0a08616434353036376212001a02080a"))
    }

    @Test("a validated row is written by its features and its event time")
    func writesValidatedRows() {
        let row = ValidatedRow(
            key: EntityKey([.int64(1)]), features: [nil, .string("strValue1")],
            eventTimestamp: Timestamp(seconds: 10), createdTimestamp: Timestamp(seconds: 99), ingestionID: "i",
            position: SourcePosition(partition: 0, offset: 7))
        #expect(
            RedisValueEncoder(featureSet: GoldenSets.twoFeatures, encoding: .v1).bytes(of: row)
                == Hex.bytes("120d120b120973747256616c756531120212001a02080a"))
    }
}
