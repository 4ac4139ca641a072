public import FeastProtos
public import FeatureModel
internal import SwiftProtobuf

extension Feast_Types_FeatureRow {
    /// The message of a row.
    public init(_ row: FeatureRow) {
        self.init()
        featureSet = row.featureSet
        ingestionID = row.ingestionID.rawValue
        fields = row.fields.map { field in
            .with {
                $0.name = field.name
                $0.value = Feast_Types_Value(field.value)
            }
        }
        if let time = row.eventTimestamp {
            eventTimestamp = .with {
                $0.seconds = time.seconds
                $0.nanos = time.nanoseconds
            }
        }
    }
}

extension FeatureRow {
    /// The row of a message.
    public init(_ message: Feast_Types_FeatureRow) {
        let time = message.eventTimestamp
        self.init(
            featureSet: message.featureSet,
            eventTimestamp: message.hasEventTimestamp
                ? Timestamp(seconds: time.seconds, nanoseconds: time.nanos) : nil,
            fields: message.fields.map { Field(name: $0.name, value: FeatureValue($0.value)) },
            ingestionID: IngestionID(message.ingestionID))
    }
}
