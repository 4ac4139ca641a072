public import FeatureModel

/// Writes rows as `feast.types.FeatureRow`, the form in which they travel through sources (spec section 1.1).
public enum FeatureRowEncoding {
    /// The row's bytes: fields in their order, then event time, feature set and ingestion id, each where it is set.
    public static func bytes(of row: FeatureRow) -> [UInt8] {
        var capacity = 64 + row.featureSet.utf8.count + row.ingestionID.rawValue.utf8.count
        for field in row.fields { capacity += field.name.utf8.count + 24 }
        var writer = WireWriter(capacity: capacity)
        for field in row.fields {
            writer.field(name: field.name, value: field.value, tag: WireTag.rowFields)
        }
        if let eventTimestamp = row.eventTimestamp {
            writer.timestamp(eventTimestamp, tag: WireTag.rowEventTimestamp)
        }
        if !row.featureSet.isEmpty {
            writer.tag(WireTag.rowFeatureSet)
            writer.delimited(row.featureSet)
        }
        if !row.ingestionID.rawValue.isEmpty {
            writer.tag(WireTag.rowIngestionID)
            writer.delimited(row.ingestionID.rawValue)
        }
        return writer.bytes
    }
}
