public import FeatureModel

/// Writes the Redis keys of one feature set: the bytes of `feast.storage.RedisKey` (spec section 3.1).
///
/// What all keys of the set share is made once; keep one encoder per feature set.
public struct RedisKeyEncoder: Sendable {
    private let prefix: [UInt8]
    /// Per entity, in key order: the field's name with its tag and length, and its size.
    private let names: [[UInt8]]

    /// Prepares the keys of `featureSet`.
    public init(featureSet: FeatureSet) {
        var writer = WireWriter(capacity: 64)
        writer.tag(WireTag.keyFeatureSet)
        writer.delimited(featureSet.reference.description)
        prefix = writer.bytes
        names = featureSet.keyEntities.map { entity in
            var writer = WireWriter(capacity: 32)
            writer.tag(WireTag.fieldName)
            writer.delimited(entity.name)
            return writer.bytes
        }
    }

    /// The key's bytes: the feature set's reference, then the entities in ascending order of their names.
    ///
    /// - Parameter key: one value per entity in that order, which every ``FeatureModel/EntityKey`` has.
    public func bytes(of key: EntityKey) -> [UInt8] {
        var writer = WireWriter(capacity: prefix.count + key.values.count * 32)
        writer.raw(prefix)
        for (name, value) in zip(names, key.values) {
            let valueSize = WireWriter.size(of: value)
            writer.tag(WireTag.keyEntities)
            writer.varint(UInt64(name.count + 1 + WireWriter.size(ofDelimited: valueSize)))
            writer.raw(name)
            writer.tag(WireTag.fieldValue)
            writer.varint(UInt64(valueSize))
            writer.value(value)
        }
        return writer.bytes
    }
}
