import FeatureModel
import StorageAPI
import Testing

@testable import Ingestion

@Suite("A batch is decoded, routed and validated")
struct BatchDecoderTests {
    private static let other = FeatureSet(
        reference: FeatureSetReference(project: "nyc", name: "taxi"),
        entities: [Entity(name: "zone", type: .int64)], features: [Feature(name: "rides", type: .int64)])

    private static func taxi(_ offset: Int64) -> SourceRecord {
        Weather.record(
            offset,
            FeatureRow(
                featureSet: "nyc/taxi", eventTimestamp: Timestamp(seconds: 5),
                fields: [Field(name: "zone", value: .int64(offset))]))
    }

    @Test("rows are grouped by feature set, in the order of the source")
    func groups() {
        var decoder = BatchDecoder()
        let records = [Weather.record(0), Self.taxi(1), Weather.record(2), Self.taxi(3)]
        let batch = decoder.decode(records, by: IngestionPlanFixture.plan([Weather.featureSet, Self.other]))
        #expect(batch.groups.map(\.featureSet.reference.name) == ["weather", "taxi"])
        #expect(batch.groups.map(\.recordIndices) == [[0, 2], [1, 3]])
        #expect(batch.groups[1].rows.map(\.position.offset) == [1, 3])
        #expect(batch.rejected.isEmpty && batch.ignored.isEmpty)
    }

    @Test("a set that the store does not subscribe to is ignored, not refused")
    func ignored() {
        var decoder = BatchDecoder()
        let plan = IngestionPlanFixture.plan(
            [Weather.featureSet, Self.other],
            subscriptions: [.everything, Subscription(project: "nyc", name: "taxi", exclude: true)])
        let batch = decoder.decode([Self.taxi(0), Weather.record(1)], by: plan)
        #expect(batch.ignored.map(\.recordIndex) == [0])
        #expect(batch.groups.map(\.recordIndices) == [[1]])
        #expect(batch.rejected.isEmpty)
    }

    @Test(
        "Feast's older ways to name a set are understood",
        arguments: ["nyc/weather", "weather", "nyc/weather:3", "weather:1"])
    func names(text: String) {
        var decoder = BatchDecoder()
        let batch = decoder.decode([Weather.record(0, Weather.row(featureSet: text))], by: Weather.plan)
        #expect(batch.groups.map(\.rows.count) == [1])
    }

    @Test("unknown sets and undecodable bytes are refused, each alone", arguments: ["nyc/whether", "", "a/b/c", "/x"])
    func refused(text: String) {
        var decoder = BatchDecoder()
        let garbage = SourceRecord(
            position: SourcePosition(partition: 0, offset: 1), createdTimestamp: .zero, payload: [0xff, 0xff, 0x07])
        let records = [Weather.record(0, Weather.row(featureSet: text)), garbage, Weather.record(2)]
        let batch = decoder.decode(records, by: Weather.plan)
        #expect(batch.rejected.map(\.rejection.reason) == [.unknownFeatureSet, .undecodable])
        #expect(batch.rejected.map(\.rejection.transform) == [.decode, .decode])
        #expect(batch.groups.map(\.recordIndices) == [[2]])
    }

    @Test("a changed plan counts from the next batch on")
    func changedPlan() {
        var decoder = BatchDecoder()
        let nobody = IngestionPlanFixture.plan([Weather.featureSet], subscriptions: [])
        #expect(decoder.decode([Weather.record(0)], by: nobody).ignored.count == 1)
        #expect(decoder.decode([Weather.record(1)], by: Weather.plan).groups.count == 1)
        #expect(decoder.decode([Weather.record(2)], by: nobody).ignored.count == 1)
    }

    @Test("the last position of every partition is what will be committed")
    func lastPositions() {
        let records = [(0, 4), (2, 9), (0, 5), (2, 11), (1, 1)].map { partition, offset in
            SourceRecord(
                position: SourcePosition(partition: Int32(partition), offset: Int64(offset)), createdTimestamp: .zero,
                payload: [])
        }
        #expect(
            DecodedBatch(records: records).lastPositions.map { [Int64($0.partition), $0.offset] }
                == [[0, 5], [1, 1], [2, 11]])
    }
}
