public import FeatureModel
import RowFiles
public import StorageAPI
import Synchronization

/// The entity rows of an export, read from a CSV or JSON Lines file as they are asked for.
public final class EntityFile: EntityRowSource {
    private struct Reading {
        let reader: RowReader
        var batch: RowFiles.RowBatch?
        var row = 0
        var rowsRead: Int64 = 0
        var hasEnded = false
    }

    /// How a feature set's key is read from a row: the position and type of each entity's column.
    private struct KeyColumns {
        let columns: [(position: Int, type: ValueType)]
    }

    /// The file.
    public let path: String
    /// The columns that are passed into the answer unchanged, by their names there: the time first.
    public let passedColumns: [String]
    let passedRows: PassedRows

    private let timeColumn: Int
    private let keyColumns: [KeyColumns]
    private let reading: Mutex<Reading>

    /// Opens the file and finds the columns that the plan needs.
    ///
    /// - Parameters:
    ///   - path: the file; a name ending in `.gz` is read compressed.
    ///   - format: its format; nil to tell it by the name.
    ///   - timestampColumn: the column of times; nil for `event_timestamp`, or else `datetime`.
    ///   - plan: what is asked.
    /// - Throws: `RowFileError` when it cannot be read, ``PlanFault`` when its columns do not fit the plan.
    public init(path: String, format: RowFormat?, timestampColumn: String?, plan: HistoricalPlan) throws {
        let names = try RowReader.columns(ofFileAt: path, format: format)
        let reader = try RowReader(path: path, format: format)
        func position(_ name: String) -> Int? { names.contains(name) ? reader.position(ofColumn: name) : nil }

        let timeName = try Self.timeColumn(named: timestampColumn, among: names)
        timeColumn = position(timeName) ?? 0
        keyColumns = try plan.requests.map { request in
            KeyColumns(
                columns: try request.featureSet.keyEntities.map { entity in
                    guard let column = position(entity.name) else {
                        throw PlanFault.missingEntity(
                            entity: entity.name, neededBy: request.featureSet.reference, columns: names)
                    }
                    return (column, entity.type)
                })
        }
        let others = names.filter { $0 != timeName }
        passedColumns = [Self.answerTimeColumn] + others
        passedRows = PassedRows(columns: [timeColumn] + others.compactMap(position))
        try Self.refuseTakenColumns(plan, passedColumns)
        self.path = path
        reading = Mutex(Reading(reader: reader))
    }

    /// The name of the time's column in every answer.
    public static let answerTimeColumn = "event_timestamp"

    /// The column that counts as the time.
    ///
    /// - Throws: ``PlanFault/missingTime(column:columns:)`` when there is none.
    public static func timeColumn(named name: String?, among columns: [String]) throws(PlanFault) -> String {
        let candidates = name.map { [$0] } ?? ["event_timestamp", "datetime"]
        guard let found = candidates.first(where: columns.contains) else {
            throw .missingTime(column: name, columns: columns)
        }
        return found
    }

    /// How many rows there are, once all were read.
    public var rowCount: Int64? { reading.withLock { $0.hasEnded ? $0.rowsRead : nil } }

    /// The next rows; see `EntityRowSource`.
    public func next(limit: Int) throws -> EntityRowBatch? {
        try reading.withLock { reading -> EntityRowBatch? in
            guard let batch = try currentBatch(&reading, limit: limit) else { return nil }
            let rows = reading.row..<min(batch.count, reading.row + limit)
            let answer = try read(rows, of: batch)
            passedRows.append(batch, rows: rows)
            reading.row = rows.upperBound
            reading.rowsRead += Int64(rows.count)
            return answer
        }
    }

    private func currentBatch(_ reading: inout Reading, limit: Int) throws -> RowFiles.RowBatch? {
        if let batch = reading.batch, reading.row < batch.count { return batch }
        guard !reading.hasEnded else { return nil }
        let batch = try reading.reader.nextBatch(maxRows: max(1, limit))
        reading.batch = batch
        reading.row = 0
        reading.hasEnded = batch.isEmpty
        return batch.isEmpty ? nil : batch
    }

    private func read(_ rows: Range<Int>, of batch: RowFiles.RowBatch) throws -> EntityRowBatch {
        do {
            let times = try rows.map { try time(ofRow: $0, of: batch) }
            let keys = try keyColumns.map { columns in try rows.map { try key(ofRow: $0, of: batch, columns) } }
            return EntityRowBatch(timestamps: times, keys: keys)
        } catch let fault as RowFault {
            throw EntityRowFault(fault.description(inFileAt: path))
        }
    }

    private func time(ofRow row: Int, of batch: RowFiles.RowBatch) throws(RowFault) -> Timestamp {
        if let fault = batch.fault(ofRow: row) { throw fault }
        guard let time = try batch.timestamp(row: row, column: timeColumn, reading: TimestampReading()) else {
            throw batch.fault(row: row, column: timeColumn, expected: "a time", got: "nothing")
        }
        return time
    }

    private func key(
        ofRow row: Int, of batch: RowFiles.RowBatch, _ columns: KeyColumns
    ) throws(RowFault) -> EntityKey? {
        var values: [FeatureValue] = []
        values.reserveCapacity(columns.columns.count)
        for (position, type) in columns.columns {
            guard let value = try batch.value(row: row, column: position, as: type) else { return nil }
            values.append(value)
        }
        return EntityKey(values)
    }

    private static func refuseTakenColumns(_ plan: HistoricalPlan, _ passed: [String]) throws(PlanFault) {
        for (column, reference) in zip(plan.columnNames, plan.references) where passed.contains(column) {
            throw .columnOfRows(column: column, reference: reference)
        }
    }
}
