import FeatureModel
import SQLiteAccess
import StorageAPI

/// Writes rows of one feature set through one prepared statement.
struct SQLiteRowWriter {
    /// The definition that the statement was made for.
    let featureSet: FeatureSet
    private let entityTypes: [ValueType]
    private let featureTypes: [ValueType]
    private let statement: Statement

    /// Prepares the statement; the table must be ready.
    init(_ featureSet: FeatureSet, table: SQLiteTable, database: Connection) throws(DatabaseError) {
        self.featureSet = featureSet
        entityTypes = featureSet.keyEntities.map(\.type)
        featureTypes = featureSet.features.map(\.type)
        statement = try database.prepare(Self.upsert(into: table))
    }

    /// Rows are one row when key, event time and created time are equal; then the greater source position stays,
    /// whichever came first, and a redelivery changes nothing.
    private static func upsert(into table: SQLiteTable) -> String {
        let names = table.columns.map(\.quoted)
        let places = (1...names.count).map { "?\($0)" }
        let assignments = names.dropFirst(table.key.count).map { "\($0) = excluded.\($0)" }
        return """
            INSERT INTO \(table.quoted)(\(names.joined(separator: ", "))) VALUES (\(places.joined(separator: ", ")))
            ON CONFLICT(\(table.key.map(\.quoted).joined(separator: ", "))) DO UPDATE
            SET \(assignments.joined(separator: ", "))
            WHERE (excluded."source.partition", excluded."source.offset") > ("source.partition", "source.offset")
            """
    }

    /// Writes one row.
    ///
    /// - Returns: why the store does not take this row; nil when it did.
    /// - Throws: what concerns the store as a whole.
    func write(_ row: ValidatedRow, jobID: JobID, index: Int) throws(DatabaseError) -> FailedElement? {
        if let fault = fault(of: row, index: index) { return fault }
        do throws(DatabaseError) {
            try bind(row, jobID: jobID)
            try statement.run()
            return nil
        } catch  where error.condition == .tooBig || error.condition == .constraint {
            return FailedElement(index: index, reason: .rejected, message: error.advice)
        }
    }

    private func bind(_ row: ValidatedRow, jobID: JobID) throws(DatabaseError) {
        var place: Int32 = 1
        for value in row.key.values {
            try SQLiteRowCodec.bind(value, to: statement, at: place)
            place += 1
        }
        for number in [
            row.eventTimestamp.seconds, Int64(row.eventTimestamp.nanoseconds), row.createdTimestamp.seconds,
            Int64(row.createdTimestamp.nanoseconds),
        ] {
            try statement.bind(number, at: place)
            place += 1
        }
        try statement.bind(row.ingestionID.rawValue, at: place)
        try statement.bind(jobID.rawValue, at: place + 1)
        try statement.bind(Int64(row.position.partition), at: place + 2)
        try statement.bind(row.position.offset, at: place + 3)
        place += 4
        for value in row.features {
            if let value {
                try SQLiteRowCodec.bind(value, to: statement, at: place)
            } else {
                try statement.bindNull(at: place)
            }
            place += 1
        }
    }

    /// What is wrong with a row by itself. Rows come validated; this store does not lose one that is not.
    private func fault(of row: ValidatedRow, index: Int) -> FailedElement? {
        guard row.key.values.count == entityTypes.count, row.features.count == featureTypes.count else {
            return FailedElement(index: index, reason: .rejected, message: "the row does not have the set's fields")
        }
        guard row.eventTimestamp.isRepresentable, row.createdTimestamp.isRepresentable else {
            return FailedElement(
                index: index, reason: .badTimestamp, message: "a time is outside of the years 1 to 9999")
        }
        for place in entityTypes.indices where row.key.values[place].type != entityTypes[place] {
            let entity = featureSet.keyEntities[place]
            return wrongType(index, "entity \(entity.name)", row.key.values[place].type, entity.type)
        }
        for place in row.features.indices {
            guard let type = row.features[place]?.type, type != featureTypes[place] else { continue }
            return wrongType(index, "feature \(featureSet.features[place].name)", type, featureTypes[place])
        }
        return nil
    }

    private func wrongType(_ index: Int, _ field: String, _ got: ValueType, _ expected: ValueType) -> FailedElement {
        FailedElement(index: index, reason: .wrongType, message: "\(field) is \(got.name), expected \(expected.name)")
    }
}
