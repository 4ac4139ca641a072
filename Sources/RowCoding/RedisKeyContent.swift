public import FeatureModel

/// What a Redis key says, read back from its bytes; for showing and finding keys.
public struct RedisKeyContent: Sendable, Hashable {
    /// The feature set's reference as text: `project/name`, in keys of older versions `project/name:version`.
    public let featureSet: String
    /// The entities as they stand in the key.
    public let entities: [Field]

    /// Reads the bytes of `feast.storage.RedisKey`. Unknown fields are skipped.
    ///
    /// - Throws: where the bytes are cut off, malformed, or hold text that is not UTF-8.
    public init(bytes: [UInt8]) throws(RowDecodingError) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(RowDecodingError) in try Self.content(of: buffer) }
        }
        (featureSet, entities) = try result.get()
    }

    private static func content(
        of bytes: UnsafeRawBufferPointer
    ) throws(RowDecodingError) -> (featureSet: String, entities: [Field]) {
        var reader = WireReader(bytes)
        var featureSet = ""
        var entities: [Field] = []
        while let tag = try reader.tag() {
            switch tag {
            case WireTag.keyFeatureSet: featureSet = try reader.text("the feature set")
            case WireTag.keyEntities:
                var field = try reader.lengthDelimited()
                entities.append(try field.field())
            default: try reader.skip(tag)
            }
        }
        return (featureSet, entities)
    }
}
