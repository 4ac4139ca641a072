public import FeatureModel

/// Judges rows of one feature set (spec section 5.3 with its defects fixed) and turns them into rows whose values stand
/// by position. One bad row is rejected alone.
///
/// Fields that the feature set does not know are dropped, exact duplicates collapsed; a feature that is missing or null
/// is null. A row is rejected when an entity is missing or null, a value has another type than the feature set says,
/// one field stands in it twice with different values, or its event time lies outside of the years 1 to 9999. A row
/// without an event time has the epoch's, and is judged like any other.
///
/// Producers mostly send the fields of every row in one order, so the validator remembers the place of each field of
/// the row before and looks a name up only when it differs. Keep one validator per stream of rows.
public struct RowValidator: Sendable {
    private struct Slot {
        let name: String
        let type: ValueType
    }

    private struct Place {
        var name: String
        /// The place in ``slots``; nil for a field that is dropped.
        var slot: Int?
    }

    /// Rows with more fields than this have the rest of them looked up every time.
    private static let mostRemembered = 4096

    /// The feature set that is judged by.
    public let featureSet: FeatureSet
    private let keyCount: Int
    private let slots: [Slot]
    private let slotsByName: [String: Int]
    private var places: [Place] = []
    /// The number of the row in which each slot was filled last.
    private var filled: [UInt64]
    private var rowNumber: UInt64 = 0

    /// Makes a validator for a feature set.
    public init(_ featureSet: FeatureSet) {
        self.featureSet = featureSet
        let keys = featureSet.keyEntities
        keyCount = keys.count
        slots =
            keys.map { Slot(name: $0.name, type: $0.type) }
            + featureSet.features.map {
                Slot(name: $0.name, type: $0.type)
            }
        slotsByName = Dictionary(slots.enumerated().map { ($1.name, $0) }) { first, _ in first }
        filled = Array(repeating: 0, count: slots.count)
    }

    /// Judges one row.
    ///
    /// - Parameters:
    ///   - row: the decoded row; its feature set is taken to be this one.
    ///   - position: where it stood in the source.
    ///   - createdTimestamp: when the source accepted it.
    /// - Throws: why it has to be set aside.
    public mutating func validate(
        _ row: FeatureRow, position: SourcePosition, createdTimestamp: Timestamp
    ) throws(RowRejection) -> ValidatedRow {
        let eventTimestamp = row.eventTimestamp ?? .zero
        guard eventTimestamp.isRepresentable else {
            throw RowRejection(.validate, .badTimestamp, "the event time lies outside of the years 1 to 9999")
        }
        rowNumber += 1
        // Every place of the key is filled before it is used: a row with a gap is rejected.
        var key = [FeatureValue](repeating: .bool(false), count: keyCount)
        var features = [FeatureValue?](repeating: nil, count: slots.count - keyCount)
        var missingEntities = keyCount
        for index in row.fields.indices {
            guard let slot = slot(ofField: row.fields[index].name, at: index) else { continue }
            let value = row.fields[index].value
            try checkType(of: value, in: slot)
            let isRepeated = filled[slot] == rowNumber
            filled[slot] = rowNumber
            if slot >= keyCount {
                if isRepeated { try checkEqual(features[slot - keyCount], value, in: slot) }
                features[slot - keyCount] = value
            } else {
                guard let value else { throw missing(slot, "is null") }
                if isRepeated { try checkEqual(key[slot], value, in: slot) } else { missingEntities -= 1 }
                key[slot] = value
            }
        }
        guard missingEntities == 0 else { throw firstMissingEntity() }
        return ValidatedRow(
            key: EntityKey(key), features: features, eventTimestamp: eventTimestamp,
            createdTimestamp: createdTimestamp, ingestionID: row.ingestionID, position: position)
    }

    private mutating func slot(ofField name: String, at index: Int) -> Int? {
        if index < places.count, places[index].name == name { return places[index].slot }
        let place = Place(name: name, slot: slotsByName[name])
        if index < places.count {
            places[index] = place
        } else if index == places.count, index < Self.mostRemembered {
            places.append(place)
        }
        return place.slot
    }

    private func checkType(of value: FeatureValue?, in slot: Int) throws(RowRejection) {
        guard let value else { return }
        let type = value.type
        guard type != slots[slot].type else { return }
        throw RowRejection(
            .validate, .wrongType, "\(slots[slot].name): expected \(slots[slot].type.name), got \(type.name)")
    }

    private func checkEqual(
        _ first: FeatureValue?, _ second: FeatureValue?, in slot: Int
    ) throws(RowRejection) {
        switch (first, second) {
        case (nil, nil): return
        case (let first?, let second?) where first.isIdentical(to: second): return
        default:
            throw RowRejection(
                .validate, .conflictingField, "\(slots[slot].name) stands in the row twice with different values")
        }
    }

    private func firstMissingEntity() -> RowRejection {
        let slot = (0..<keyCount).first { filled[$0] != rowNumber } ?? 0
        return missing(slot, "is missing")
    }

    private func missing(_ slot: Int, _ how: String) -> RowRejection {
        RowRejection(.validate, .missingEntity, "the entity \(slots[slot].name) (\(slots[slot].type.name)) \(how)")
    }
}
