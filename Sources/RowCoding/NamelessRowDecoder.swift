internal import FeatureModel

/// Reads rows without names in one pass, each value straight into its place in the answer: by far the most stored values
/// are one.
struct NamelessRowDecoder: Sendable {
    private struct Place: Sendable {
        let type: ValueType
        /// Where the value goes in the answer; nil where nobody asked for it.
        let slot: Int?
    }

    /// In the order in which values are stored.
    private let places: [Place]

    /// - Parameters:
    ///   - types: per stored place.
    ///   - slots: per stored place, where in the answer its value goes; each place of the answer once.
    init(types: [ValueType], slots: [Int?]) {
        places = zip(types, slots).map { Place(type: $0, slot: $1) }
    }

    /// Reads a row.
    ///
    /// - Parameter values: memory for as many values, without any; they are made where the bytes are such a row.
    /// - Returns: the event time; nil, and no value made, for anything else and for whatever is wrong with it: then the slower
    ///   way says what it is.
    func read(_ bytes: UnsafeRawBufferPointer, into values: UnsafeMutablePointer<FeatureValue?>) -> Timestamp? {
        var time: (seconds: Int64, nanos: Int32) = (0, 0)
        var place = 0
        do throws(RowDecodingError) {
            if try read(bytes, into: values, &time, &place) {
                return Timestamp(seconds: time.seconds, nanoseconds: time.nanos)
            }
        } catch {
            // The slower way meets it again, and tells.
        }
        for made in places[..<place] {
            if let slot = made.slot { (values + slot).deinitialize(count: 1) }
        }
        return nil
    }

    /// - Parameter place: up to which stored place values were made.
    private func read(
        _ bytes: UnsafeRawBufferPointer, into values: UnsafeMutablePointer<FeatureValue?>,
        _ time: inout (seconds: Int64, nanos: Int32), _ place: inout Int
    ) throws(RowDecodingError) -> Bool {
        var reader = WireReader(bytes)
        while !reader.isAtEnd {
            let expected = place < places.count ? places[place] : nil
            if let expected, let slot = expected.slot,
                reader.readShortField(of: expected.type, into: values + slot)
            {
                place += 1
                continue
            }
            guard let tag = try reader.tag() else { break }
            var message = try reader.lengthDelimited()
            switch tag {
            case WireTag.rowFields:
                guard let expected, try read(&message, expected, into: values) else { return false }
                place += 1
            case WireTag.rowEventTimestamp: try message.mergeTimestamp(into: &time)
            default: return false
            }
        }
        return place == places.count
    }

    private func read(
        _ field: inout WireReader, _ expected: Place, into values: UnsafeMutablePointer<FeatureValue?>
    ) throws(RowDecodingError) -> Bool {
        guard let slot = expected.slot else { return try field.fieldName() == nil }
        var value: FeatureValue?
        guard try field.readNamelessValue(of: expected.type, into: &value) else { return false }
        (values + slot).initialize(to: value)
        return true
    }
}
