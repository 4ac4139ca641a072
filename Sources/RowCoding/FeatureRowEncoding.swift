public import FeatureModel

/// Writes rows as `feast.types.FeatureRow`, the form in which they travel through sources (spec section 1.1).
public enum FeatureRowEncoding {
    /// The row's bytes: fields in their order, then event time, feature set and ingestion id, each where it is set.
    public static func bytes(of row: FeatureRow) -> [UInt8] {
        WireWriter.bytes(count: size(of: row)) { writer in
            for field in row.fields {
                writer.field(name: field.name, value: field.value, tag: WireTag.rowFields)
            }
            if let eventTimestamp = row.eventTimestamp {
                writer.timestamp(eventTimestamp, tag: WireTag.rowEventTimestamp)
            }
            writer.text(row.featureSet, tag: WireTag.rowFeatureSet)
            writer.text(row.ingestionID.rawValue, tag: WireTag.rowIngestionID)
        }
    }

    private static func size(of row: FeatureRow) -> Int {
        let fields = row.fields.reduce(0) { sum, field in
            let content = WireWriter.size(ofFieldNamed: field.name, valueSize: WireWriter.size(of: field.value))
            return sum + 1 + WireWriter.size(ofDelimited: content)
        }
        let time = row.eventTimestamp.map { 1 + WireWriter.size(ofDelimited: WireWriter.size(of: $0)) } ?? 0
        return fields + time + WireWriter.size(ofText: row.featureSet)
            + WireWriter.size(ofText: row.ingestionID.rawValue)
    }
}
