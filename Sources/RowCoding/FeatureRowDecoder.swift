public import FeatureModel

/// Reads rows from the bytes of `feast.types.FeatureRow` (spec section 1.1).
///
/// Rows of one source mostly repeat the names of the row before, so the decoder remembers that row's texts and hands
/// out the same `String`s again instead of making new ones. Keep one decoder per stream of rows.
public struct FeatureRowDecoder: Sendable {
    private var names: [String] = []
    private var featureSet = ""
    private var ingestionID = ""

    /// Makes a decoder that has seen no row.
    public init() {}

    /// Reads one row. Unknown fields are skipped.
    ///
    /// - Throws: where the bytes are cut off, malformed, or hold text that is not UTF-8.
    public mutating func decode(_ bytes: [UInt8]) throws(RowDecodingError) -> FeatureRow {
        var row = FeatureRow(featureSet: "", eventTimestamp: nil, fields: [])
        try decode(bytes, into: &row)
        return row
    }

    /// Reads one row in the place of another, whose memory is used again. What is there after an error has no meaning.
    ///
    /// - Throws: where the bytes are cut off, malformed, or hold text that is not UTF-8.
    public mutating func decode(_ bytes: [UInt8], into row: inout FeatureRow) throws(RowDecodingError) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(RowDecodingError) in try decode(buffer, into: &row) }
        }
        try result.get()
    }

    private mutating func decode(
        _ bytes: UnsafeRawBufferPointer, into row: inout FeatureRow
    ) throws(RowDecodingError) {
        var reader = WireReader(bytes)
        row.fields.removeAll(keepingCapacity: true)
        row.fields.reserveCapacity(names.count)
        var time: (seconds: Int64, nanos: Int32)?
        var featureSetText = ""
        var ingestionText = ""
        while let tag = try reader.tag() {
            switch tag {
            case WireTag.rowFields:
                var field = try reader.lengthDelimited()
                row.fields.append(try self.field(&field, at: row.fields.count))
            case WireTag.rowEventTimestamp:
                var parts = time ?? (0, 0)
                var timestamp = try reader.lengthDelimited()
                try timestamp.mergeTimestamp(into: &parts)
                time = parts
            case WireTag.rowFeatureSet:
                featureSetText = try Self.text(reader.lengthDelimited(), like: &featureSet, "the feature set")
            case WireTag.rowIngestionID:
                ingestionText = try Self.text(reader.lengthDelimited(), like: &ingestionID, "the ingestion id")
            default: try reader.skip(tag)
            }
        }
        row.featureSet = featureSetText
        row.eventTimestamp = time.map { Timestamp(seconds: $0.seconds, nanoseconds: $0.nanos) }
        row.ingestionID = IngestionID(ingestionText)
    }

    private mutating func field(_ reader: inout WireReader, at position: Int) throws(RowDecodingError) -> Field {
        if position == names.count { names.append("") }
        var name = ""
        var value: FeatureValue?
        while let tag = try reader.tag() {
            switch tag {
            case WireTag.fieldName:
                name = try Self.text(reader.lengthDelimited(), like: &names[position], "a field's name")
            case WireTag.fieldValue:
                var message = try reader.lengthDelimited()
                try message.mergeValue(into: &value)
            default: try reader.skip(tag)
            }
        }
        return Field(name: name, value: value)
    }

    /// The text that the reader holds, as the remembered `String` where that is the same.
    private static func text(
        _ reader: WireReader, like remembered: inout String, _ what: StaticString
    ) throws(RowDecodingError) -> String {
        if !reader.equals(remembered) { remembered = try reader.wholeText(what) }
        return remembered
    }
}
