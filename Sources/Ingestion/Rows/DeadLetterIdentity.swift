public import FeatureModel

/// Gives a dead letter the same id however often its row is delivered, so that it is set aside once.
public enum DeadLetterIdentity {
    /// The id of a record that a store could not take.
    ///
    /// - Parameters:
    ///   - position: where the record stands.
    ///   - source: the source it stands in.
    ///   - store: the store it was meant for.
    public static func id(
        at position: SourcePosition, of source: SourceDefinition, for store: StoreName
    ) -> DeadLetterID {
        var digest = StableDigest()
        digest.add("record")
        digest.add(source.type)
        for (key, value) in source.config.sorted(by: { $0.key < $1.key }) {
            digest.add(key)
            digest.add(value)
        }
        digest.add(store.rawValue)
        digest.add(UInt64(bitPattern: Int64(position.partition)))
        digest.add(UInt64(bitPattern: position.offset))
        return DeadLetterID("dl-\(digest.text)")
    }

    /// The id of a row of a file that never got as far as a source.
    public static func id(ofRow number: Int64, of ingestion: IngestionID) -> DeadLetterID {
        var digest = StableDigest()
        digest.add("row")
        digest.add(ingestion.rawValue)
        digest.add(UInt64(bitPattern: number))
        return DeadLetterID("dl-\(digest.text)")
    }
}
