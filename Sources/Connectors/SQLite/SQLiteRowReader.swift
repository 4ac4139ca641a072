import FeatureModel
import SQLiteAccess

/// Seeks rows of one feature set through one prepared statement: the newest of a key, or the newest as of a time.
struct SQLiteRowReader {
    /// Which row of a key is meant.
    enum Question: Sendable {
        /// The newest.
        case newest
        /// The newest that is not later than a time.
        case asOf
    }

    /// What can be read of a feature set.
    enum Finding {
        /// It has no table: nothing was ever written.
        case absent
        /// Its table no longer fits: why, in a sentence.
        case misfit(String)
        /// Rows can be sought.
        case ready(SQLiteRowReader)
    }

    /// Where a feature stands in a row that was found.
    private struct Place {
        let type: ValueType
        let column: Int32?
    }

    private static let firstFeature: Int32 = 4

    private let statement: Statement
    private let entityTypes: [ValueType]
    private let features: [Place]
    private let names: [String]
    private let path: String

    /// Finds out what can be read.
    ///
    /// - Parameter features: the features wanted, as places in ``FeatureSet/features``.
    static func find(
        _ question: Question, in featureSet: FeatureSet, features: [Int], database: Connection
    ) throws(DatabaseError) -> Finding {
        let table = SQLiteTable(featureSet)
        guard let shape = try SQLiteTableShape(of: table, in: database) else { return .absent }
        let wanted = features.map { table.features[$0] }
        if let misfit = shape.misfit(of: table, features: wanted) { return .misfit(misfit) }
        return .ready(
            try SQLiteRowReader(
                question, table: table, featureSet: featureSet, features: features, stored: wanted.map(shape.has),
                database: database))
    }

    /// A feature that is newer than the table has no column, and is null.
    private init(
        _ question: Question, table: SQLiteTable, featureSet: FeatureSet, features: [Int], stored: [Bool],
        database: Connection
    ) throws(DatabaseError) {
        var next = Self.firstFeature
        var columns = SQLiteColumn.times.map(\.quoted)
        self.features = zip(features, stored).map { place, isStored in
            let type = featureSet.features[place].type
            guard isStored else { return Place(type: type, column: nil) }
            columns.append(table.features[place].quoted)
            defer { next += 1 }
            return Place(type: type, column: next)
        }
        names = features.map { featureSet.features[$0].name }
        entityTypes = featureSet.keyEntities.map(\.type)
        path = database.path
        statement = try database.statement(Self.seek(question, columns: columns, table: table))
    }

    /// The order is the primary key's, so that the first row found is the answer.
    static func seek(_ question: Question, columns: [String], table: SQLiteTable) -> String {
        var conditions = table.entities.enumerated().map { "\($0.element.quoted) = ?\($0.offset + 1)" }
        if case .asOf = question {
            let place = table.entities.count + 1
            conditions.append("(\"event_timestamp\", \"event_timestamp.ns\") <= (?\(place), ?\(place + 1))")
        }
        return """
            SELECT \(columns.joined(separator: ", ")) FROM \(table.quoted)
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY \(SQLiteColumn.times.map { "\($0.quoted) DESC" }.joined(separator: ", ")) LIMIT 1
            """
    }

    /// Seeks the row of a key.
    ///
    /// - Parameters:
    ///   - key: one of other types than the set's never matches.
    ///   - time: the time of the question, where the reader was made for one.
    /// - Returns: nil where there is none.
    func row(of key: EntityKey, asOf time: Timestamp? = nil) throws(DatabaseError) -> SQLiteStoredRow? {
        guard key.values.count == entityTypes.count, zip(key.values, entityTypes).allSatisfy({ $0.type == $1 })
        else { return nil }
        var place: Int32 = 1
        for value in key.values {
            try SQLiteRowCodec.bind(value, to: statement, at: place)
            place += 1
        }
        if let time {
            try statement.bind(time.seconds, at: place)
            try statement.bind(Int64(time.nanoseconds), at: place + 1)
        }
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        return SQLiteStoredRow(
            eventTimestamp: timestamp(at: 0), createdTimestamp: timestamp(at: 2), values: try values())
    }

    private func timestamp(at column: Int32) -> Timestamp {
        Timestamp(
            seconds: statement.int64(column), nanoseconds: Int32(truncatingIfNeeded: statement.int64(column + 1)))
    }

    private func values() throws(DatabaseError) -> [FeatureValue?] {
        var values: [FeatureValue?] = []
        values.reserveCapacity(features.count)
        for (index, feature) in features.enumerated() {
            guard let column = feature.column else {
                values.append(nil)
                continue
            }
            switch SQLiteRowCodec.read(feature.type, from: statement, column: column) {
            case .null: values.append(nil)
            case .value(let value): values.append(value)
            case .unreadable:
                throw DatabaseError(
                    .damaged, message: "a value of \(names[index]) is not stored as \(feature.type.name)", path: path)
            }
        }
        return values
    }
}
