import FeatureModel
import RowCoding
import StorageAPI

/// A small feature set and rows of it, for the tests.
enum Weather {
    static let reference = FeatureSetReference(project: "nyc", name: "weather")

    static let featureSet = FeatureSet(
        reference: reference,
        entities: [Entity(name: "origin", type: .string), Entity(name: "hour", type: .int32)],
        features: [
            Feature(name: "temp", type: .double), Feature(name: "wind", type: .int64),
            Feature(name: "note", type: .string),
        ])

    static let plan = IngestionPlanFixture.plan([featureSet])

    static func fields(
        origin: FeatureValue? = .string("JFK"), hour: FeatureValue? = .int32(6), temp: FeatureValue? = .double(39.5)
    ) -> [Field] {
        [
            Field(name: "origin", value: origin), Field(name: "hour", value: hour), Field(name: "temp", value: temp),
            Field(name: "wind", value: .int64(12)), Field(name: "note", value: nil),
        ]
    }

    static func row(
        _ fields: [Field] = fields(), at timestamp: Timestamp? = Timestamp(seconds: 1_357_020_000),
        featureSet: String = "nyc/weather", ingestion: IngestionID = "ing-1"
    ) -> FeatureRow {
        FeatureRow(featureSet: featureSet, eventTimestamp: timestamp, fields: fields, ingestionID: ingestion)
    }

    static func record(_ offset: Int64, _ row: FeatureRow = row()) -> SourceRecord {
        SourceRecord(
            position: SourcePosition(partition: 0, offset: offset),
            createdTimestamp: Timestamp(seconds: 2_000 + offset), payload: FeatureRowEncoding.bytes(of: row))
    }

    /// Records whose rows have different keys: `hour` is the offset.
    static func records(_ offsets: ClosedRange<Int64>) -> [SourceRecord] {
        offsets.map { record($0, row(fields(hour: .int32(Int32($0))))) }
    }
}
