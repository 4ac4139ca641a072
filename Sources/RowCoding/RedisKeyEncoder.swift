public import FeatureModel

/// Writes the Redis keys of one feature set: the bytes of `feast.storage.RedisKey` (spec section 3.1).
///
/// What all keys of the set share is made once; keep one encoder per feature set.
public struct RedisKeyEncoder: Sendable {
    private let prefix: [UInt8]
    /// Per entity, in key order: the field's name with its tag and length.
    private let names: [[UInt8]]

    /// Prepares the keys of `featureSet`.
    public init(featureSet: FeatureSet) {
        prefix = Self.text(featureSet.reference.description, tag: WireTag.keyFeatureSet)
        names = featureSet.keyEntities.map { Self.text($0.name, tag: WireTag.fieldName) }
    }

    /// The key's bytes: the feature set's reference, then the entities in ascending order of their names.
    ///
    /// - Parameter key: one value per entity in that order, which every ``FeatureModel/EntityKey`` has.
    public func bytes(of key: EntityKey) -> [UInt8] {
        WireWriter.bytes(count: size(of: key)) { write(key, with: &$0) }
    }

    /// How many bytes a key takes.
    public func size(of key: EntityKey) -> Int {
        var size = prefix.count
        for (name, value) in zip(names, key.values) {
            size += 1 + WireWriter.size(ofDelimited: Self.fieldSize(name, WireWriter.size(of: value)))
        }
        return size
    }

    /// Writes a key's bytes into memory of exactly their size.
    public func write(_ key: EntityKey, into memory: UnsafeMutableRawBufferPointer) {
        WireWriter.fill(memory) { write(key, with: &$0) }
    }

    private func write(_ key: EntityKey, with writer: inout WireWriter) {
        writer.raw(prefix)
        for (name, value) in zip(names, key.values) {
            let valueSize = WireWriter.size(of: value)
            writer.tag(WireTag.keyEntities)
            writer.varint(UInt64(Self.fieldSize(name, valueSize)))
            writer.raw(name)
            writer.tag(WireTag.fieldValue)
            writer.varint(UInt64(valueSize))
            writer.value(value)
        }
    }

    /// The size of a field whose name's bytes are made already.
    private static func fieldSize(_ name: [UInt8], _ valueSize: Int) -> Int {
        name.count + 1 + WireWriter.size(ofDelimited: valueSize)
    }

    private static func text(_ text: String, tag: UInt32) -> [UInt8] {
        WireWriter.bytes(count: WireWriter.size(ofText: text)) { $0.text(text, tag: tag) }
    }
}
