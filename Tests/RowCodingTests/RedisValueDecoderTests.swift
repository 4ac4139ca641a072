import FeatureModel
import RowCoding
import Testing

@Suite("Reading Redis values")
struct RedisValueDecoderTests {
    private let two = GoldenSets.twoFeatures
    private let ten = Timestamp(seconds: 10)

    private func legacy(featureSet: String, _ fields: [Field]) -> [UInt8] {
        FeatureRowEncoding.bytes(of: FeatureRow(featureSet: featureSet, eventTimestamp: ten, fields: fields))
    }

    @Test("both encodings read back to the feature set's order", arguments: RedisValueEncoding.allCases)
    func readsBoth(encoding: RedisValueEncoding) throws {
        let values: [FeatureValue?] = [.int64(1001), .string("strValue1")]
        let bytes = RedisValueEncoder(featureSet: two, encoding: encoding).bytes(features: values, eventTimestamp: ten)
        #expect(try RedisValueDecoder(featureSet: two).decode(bytes) == .row(features: values, eventTimestamp: ten))
        let second = RedisValueDecoder(featureSet: two, features: [1])
        #expect(try second.decode(bytes) == .row(features: [.string("strValue1")], eventTimestamp: ten))
    }

    @Test("random rows of every type read back, any choice of features", arguments: RedisValueEncoding.allCases)
    func roundTrip(encoding: RedisValueEncoding) throws {
        var random = RandomRows(seed: 62)
        for _ in 0..<300 {
            let features = (0..<10).map { ("f\($0)_\(random.next())", random.type()) }
            let set = GoldenSets.set("fs", features: features)
            let values = features.map { Bool.random(using: &random) ? random.value(of: $0.1) : nil }
            let time = Timestamp(seconds: Int64.random(in: 0...9_999_999, using: &random), nanoseconds: 7)
            let bytes = RedisValueEncoder(featureSet: set, encoding: encoding)
                .bytes(features: values, eventTimestamp: time)
            let asked = Array(Array(0..<10).shuffled(using: &random).prefix(4))
            let outcome = try RedisValueDecoder(featureSet: set, features: asked).decode(bytes)
            #expect(outcome == .row(features: asked.map { values[$0] }, eventTimestamp: time))
            #expect(try bytes.withUnsafeBytes { try RedisValueDecoder.eventTimestamp(of: $0) } == time)
        }
    }

    @Test("a value that is cut off is no row, and one with a changed byte is read or refused like any other")
    func damaged() throws {
        let features: [(String, ValueType)] = [
            ("a", .double), ("b", .float), ("c", .int64), ("d", .int32), ("e", .bool), ("f", .string), ("g", .bytes),
        ]
        let set = GoldenSets.set("fs", features: features)
        let values: [FeatureValue?] = [
            .double(1.5), .float(2.5), .int64(-3), .int32(1 << 20), .bool(true), .string("short"), .bytes([1, 2]),
        ]
        let decoder = RedisValueDecoder(featureSet: set)
        let bytes = RedisValueEncoder(featureSet: set, encoding: .v1).bytes(features: values, eventTimestamp: ten)
        for end in bytes.indices.dropLast(4) {
            if case .row? = try? decoder.decode(Array(bytes[..<end])) { Issue.record("\(end) bytes are a row") }
        }
        for place in bytes.indices {
            for change in UInt8(1)...255 {
                var changed = bytes
                changed[place] ^= change
                guard case .row(let read, _)? = try? decoder.decode(changed) else { continue }
                #expect(read.count == values.count && zip(read, features).allSatisfy { $0 == nil || $0?.type == $1.1 })
            }
        }
    }

    @Test("a row without names that has another number of fields is a mismatch")
    func fieldCountDiffers() throws {
        let grown = GoldenSets.set("fs", features: [("feature_1", .string), ("feature_2", .int64), ("new", .bool)])
        let bytes = Hex.bytes("120d120b120973747256616c7565311205120320e9071a02080a")
        #expect(
            try RedisValueDecoder(featureSet: grown).decode(bytes)
                == .mismatch(.fieldCount(stored: 2, expected: 3), eventTimestamp: ten))
        #expect(
            try RedisValueDecoder(featureSet: grown).decode([])
                == .mismatch(.fieldCount(stored: 0, expected: 3), eventTimestamp: .zero))
    }

    @Test("a row with hashed names survives features that come and go")
    func hashedNamesSurvive() throws {
        let bytes = RedisValueEncoder(featureSet: two, encoding: .v2)
            .bytes(features: [.int64(5), .string("a")], eventTimestamp: ten)
        let changed = GoldenSets.set("fs", features: [("new", .bool), ("feature_2", .int64)])
        #expect(
            try RedisValueDecoder(featureSet: changed).decode(bytes)
                == .row(features: [nil, .int64(5)], eventTimestamp: ten))
    }

    @Test("a whole row of an old version is read by its plain names")
    func readsLegacy() throws {
        let fields = [
            Field(name: "entity", value: .int64(1)), Field(name: "feature_2", value: .int64(5)),
            Field(name: "feature_1", value: .string("a")), Field(name: "feature_1", value: .string("b")),
        ]
        #expect(
            try RedisValueDecoder(featureSet: two).decode(legacy(featureSet: "p/fs:1", fields))
                == .row(features: [.int64(5), .string("a")], eventTimestamp: ten))
        #expect(
            try RedisValueDecoder(featureSet: two).decode(legacy(featureSet: "", fields))
                == .row(features: [.int64(5), .string("a")], eventTimestamp: ten))
    }

    @Test("a value of another type than its feature is a mismatch, named")
    func typeDiffers() throws {
        let outcome = try RedisValueDecoder(featureSet: two).decode(
            legacy(featureSet: "p/fs", [Field(name: "feature_2", value: .string("5"))]))
        let mismatch = RedisValueMismatch.type(feature: "feature_2", stored: .string, expected: .int64)
        #expect(outcome == .mismatch(mismatch, eventTimestamp: ten))
        #expect(mismatch.description == "the stored row has STRING for feature_2, but the feature is INT64")
    }

    @Test("names for some fields only are no encoding")
    func refusesMixedNames() {
        let bytes = legacy(
            featureSet: "", [Field(name: "feature_1", value: nil), Field(name: "", value: .bool(true))])
        #expect(throws: RowDecodingError.mixedNames) { try RedisValueDecoder(featureSet: two).decode(bytes) }
    }

    @Test("bytes that are no row are refused")
    func refusesGarbage() {
        #expect(throws: RowDecodingError.self) { try RedisValueDecoder(featureSet: two).decode(Array("hello".utf8)) }
    }

    @Test("a row without a time has the time zero")
    func missingTime() throws {
        let bytes = Hex.bytes("1207120512036f6e65")
        let set = GoldenSets.set("fs", features: [("feature", .string)])
        #expect(
            try RedisValueDecoder(featureSet: set).decode(bytes)
                == .row(features: [.string("one")], eventTimestamp: .zero))
    }
}
