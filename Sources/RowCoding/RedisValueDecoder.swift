public import FeatureModel

/// Reads some features of one feature set out of Redis values, whichever encoding they have: without names, with
/// hashed names, or a whole row as Feast before 0.4.7 stored it (spec section 3.2).
///
/// What all values share is prepared once; keep one decoder per question.
public struct RedisValueDecoder: Sendable {
    private let storedCount: Int
    private let requested: [Feature]
    /// The types of the requested features: copying a whole feature per value would cost more than reading the value.
    private let types: [ValueType]
    /// Per stored place of a row without names: where in the answer it goes.
    private let slots: [Int?]
    private let hashes: [String]
    private let nameless: NamelessRowDecoder

    /// Prepares the reading of some features.
    ///
    /// - Parameters:
    ///   - featureSet: as it is now.
    ///   - features: the requested features' places in ``FeatureModel/FeatureSet/features``, each at most once.
    public init(featureSet: FeatureSet, features: [Int]) {
        let all = featureSet.features
        storedCount = all.count
        requested = features.map { all[$0] }
        types = requested.map(\.type)
        hashes = requested.map { MurmurHash3.name($0.name) }
        let stored = all.indices.sorted { all[$0].name < all[$1].name }
        let slots = stored.map { features.firstIndex(of: $0) }
        nameless = NamelessRowDecoder(types: stored.map { all[$0].type }, slots: slots)
        self.slots = slots
    }

    /// Prepares the reading of all features, in their order.
    public init(featureSet: FeatureSet) {
        self.init(featureSet: featureSet, features: Array(featureSet.features.indices))
    }

    /// How many features are read.
    public var featureCount: Int { requested.count }

    /// Reads a value.
    ///
    /// - Throws: where the bytes are cut off, malformed, hold text that is not UTF-8, or mix fields with and without
    ///   names.
    public func decode(_ bytes: [UInt8]) throws(RowDecodingError) -> RedisValueOutcome {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(RowDecodingError) in try decode(buffer) }
        }
        return try result.get()
    }

    /// Reads a value into memory that rows share.
    ///
    /// - Parameters:
    ///   - bytes: memory that the caller keeps, such as a reply of the client library.
    ///   - values: memory for a value per requested feature, in the order asked. It holds none yet, and they are made where
    ///     the bytes are a row.
    /// - Returns: the row's event time; nil, and no value made, for a row of another shape than the feature set has now.
    /// - Throws: as ``decode(_:)-(UnsafeRawBufferPointer)``, with no value made.
    public func decode(
        _ bytes: UnsafeRawBufferPointer, into values: UnsafeMutablePointer<FeatureValue?>
    ) throws(RowDecodingError) -> Timestamp? {
        if let time = nameless.read(bytes, into: values) { return time }
        guard case .row(let features, let time) = try anyRow(bytes) else { return nil }
        for (slot, value) in features.enumerated() { (values + slot).initialize(to: value) }
        return time
    }

    /// Reads a value from memory that the caller keeps.
    public func decode(_ bytes: UnsafeRawBufferPointer) throws(RowDecodingError) -> RedisValueOutcome {
        if let row = namelessRow(bytes) { return row }
        return try anyRow(bytes)
    }

    /// Reads a value of whatever layout, in more than one pass.
    private func anyRow(_ bytes: UnsafeRawBufferPointer) throws(RowDecodingError) -> RedisValueOutcome {
        let outline = try RedisValueOutline(bytes)
        let values: [FeatureValue?]
        switch outline.layout {
        case .nameless:
            guard outline.fieldCount == storedCount else {
                let mismatch = RedisValueMismatch.fieldCount(stored: outline.fieldCount, expected: storedCount)
                return .mismatch(mismatch, eventTimestamp: outline.eventTimestamp)
            }
            values = try valuesByPlace(bytes)
        case .hashed: values = try valuesByName(bytes, hashed: true)
        case .plain: values = try valuesByName(bytes, hashed: false)
        case .mixed: throw .mixedNames
        }
        if let mismatch = typeMismatch(values) { return .mismatch(mismatch, eventTimestamp: outline.eventTimestamp) }
        return .row(features: values, eventTimestamp: outline.eventTimestamp)
    }

    /// Reads no more than a stored value's event time; ``FeatureModel/Timestamp/zero`` where it has none.
    ///
    /// - Throws: where the bytes are no row.
    public static func eventTimestamp(of bytes: UnsafeRawBufferPointer) throws(RowDecodingError) -> Timestamp {
        try RedisValueOutline(bytes).eventTimestamp
    }

    private func namelessRow(_ bytes: UnsafeRawBufferPointer) -> RedisValueOutcome? {
        var time: Timestamp?
        let values = [FeatureValue?](unsafeUninitializedCapacity: types.count) { memory, count in
            guard let start = memory.baseAddress else { return }
            time = nameless.read(bytes, into: start)
            count = time == nil ? 0 : types.count
        }
        return time.map { .row(features: values, eventTimestamp: $0) }
    }

    private func valuesByPlace(_ bytes: UnsafeRawBufferPointer) throws(RowDecodingError) -> [FeatureValue?] {
        var values = [FeatureValue?](repeating: nil, count: requested.count)
        var reader = WireReader(bytes)
        var place = 0
        while let tag = try reader.tag() {
            guard tag == WireTag.rowFields else {
                try reader.skip(tag)
                continue
            }
            var field = try reader.lengthDelimited()
            if let slot = slots[place] { values[slot] = try field.fieldValue() }
            place += 1
        }
        return values
    }

    /// The first field of a name counts. With hashed names a plain one is taken too: rows without a feature set
    /// were returned as stored before names were hashed.
    private func valuesByName(
        _ bytes: UnsafeRawBufferPointer, hashed: Bool
    ) throws(RowDecodingError) -> [FeatureValue?] {
        var values = [FeatureValue?](repeating: nil, count: requested.count)
        var isFound = [Bool](repeating: false, count: requested.count)
        var reader = WireReader(bytes)
        while let tag = try reader.tag() {
            guard tag == WireTag.rowFields else {
                try reader.skip(tag)
                continue
            }
            var field = try reader.lengthDelimited()
            var copy = field
            guard let name = try copy.fieldName(), let slot = slot(of: name, hashed: hashed), !isFound[slot] else {
                continue
            }
            isFound[slot] = true
            values[slot] = try field.fieldValue()
        }
        return values
    }

    private func slot(of name: WireReader, hashed: Bool) -> Int? {
        if hashed, let slot = hashes.firstIndex(where: { name.equals($0) }) { return slot }
        return requested.firstIndex { name.equals($0.name) }
    }

    private func typeMismatch(_ values: [FeatureValue?]) -> RedisValueMismatch? {
        for place in values.indices {
            guard let stored = values[place]?.type, stored != types[place] else { continue }
            return .type(feature: requested[place].name, stored: stored, expected: types[place])
        }
        return nil
    }
}
