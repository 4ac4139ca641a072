import FeatureModel
import StorageAPI
import Synchronization

/// The feature rows of a memory store: by table and key, every row with a time of its own, oldest first.
final class MemoryTables: Sendable {
    private struct Table {
        var schema: MemorySchema
        var featureSet: FeatureSet
        var histories: [MemoryKey: [MemoryRow]] = [:]
    }

    private struct State {
        var tables: [String: Table] = [:]
        var judge: (@Sendable (ValidatedRow) -> String?)?
    }

    private let state = Mutex(State())
    private let rules: MemoryRules

    init(rules: MemoryRules) {
        self.rules = rules
    }

    var count: Int64 { state.withLock { Int64($0.tables.count) } }

    func setJudge(_ judge: (@Sendable (ValidatedRow) -> String?)?) {
        state.withLock { $0.judge = judge }
    }

    func prepare(_ featureSet: FeatureSet) {
        let name = rules.table(featureSet.reference)
        state.withLock { state in
            if let table = state.tables[name], table.featureSet == featureSet { return }
            let histories = state.tables[name]?.histories ?? [:]
            state.tables[name] = Table(
                schema: MemorySchema(featureSet), featureSet: featureSet, histories: histories)
        }
    }

    /// Takes rows; nil when the feature set was never prepared.
    func write(_ batch: RowBatch) -> WriteResult? {
        let name = rules.table(batch.featureSet.reference)
        return state.withLock { state in
            guard let prepared = state.tables[name] else { return nil }
            let schema = prepared.featureSet == batch.featureSet ? prepared.schema : MemorySchema(batch.featureSet)
            var failed: [FailedElement] = []
            for (index, row) in batch.rows.enumerated() {
                if let failure = fault(of: row, at: index, in: batch.featureSet, judge: state.judge) {
                    failed.append(failure)
                } else {
                    let held = MemoryRow(schema: schema, row: row)
                    insert(
                        held, into: &state.tables[name, default: prepared].histories[rules.key(row.key), default: []])
                }
            }
            return WriteResult(accepted: batch.rows.count - failed.count, failed: failed)
        }
    }

    /// The newest row of every key.
    func newest(_ request: OnlineRequest) -> [OnlineRow?] {
        let name = rules.table(request.featureSet.reference)
        return state.withLock { state in
            let histories = state.tables[name]?.histories ?? [:]
            return request.keys.map { key in
                histories[rules.key(key)]?.last.map { held in
                    OnlineRow(
                        eventTimestamp: held.row.eventTimestamp, createdTimestamp: held.row.createdTimestamp,
                        values: held.values(of: request.featureSet, at: request.features))
                }
            }
        }
    }

    /// The answers of one feature set as of the times of a batch.
    func join(_ request: HistoricalFeatureSetRequest, times: [Timestamp], keys: [EntityKey?]) -> [[FeatureValue?]] {
        let nulls = [FeatureValue?](repeating: nil, count: request.features.count)
        let name = rules.table(request.featureSet.reference)
        return state.withLock { state in
            let histories = state.tables[name]?.histories ?? [:]
            return zip(times, keys).map { time, key in
                guard let history = key.flatMap({ histories[rules.key($0)] }),
                    let held = current(in: history, at: time)
                else { return nulls }
                if let maxAge = request.maxAgeSeconds, !rules.isYoung(held.row.eventTimestamp, time, maxAge) {
                    return nulls
                }
                return held.values(of: request.featureSet, at: request.features)
            }
        }
    }

    func rows(of featureSet: FeatureSet) -> [ValidatedRow] {
        let all = Array(featureSet.features.indices)
        let histories = state.withLock { $0.tables[rules.table(featureSet.reference)]?.histories ?? [:] }
        return histories.sorted { $0.key < $1.key }.flatMap(\.value).map { held in
            var row = held.row
            row.features = held.values(of: featureSet, at: all)
            return row
        }
    }

    private func fault(
        of row: ValidatedRow, at index: Int, in featureSet: FeatureSet, judge: (@Sendable (ValidatedRow) -> String?)?
    ) -> FailedElement? {
        if let message = judge?(row) { return FailedElement(index: index, reason: .rejected, message: message) }
        guard row.features.count == featureSet.features.count else {
            return FailedElement(
                index: index, reason: .rejected,
                message: "the row has \(row.features.count) values, \(featureSet.reference) has "
                    + "\(featureSet.features.count) features")
        }
        guard row.eventTimestamp.isRepresentable else {
            return FailedElement(
                index: index, reason: .badTimestamp, message: "the event time is not in years 1 to 9999")
        }
        return nil
    }

    private func insert(_ new: MemoryRow, into history: inout [MemoryRow]) {
        guard let last = history.last, !rules.isOlder(last, new) else { return history.append(new) }
        let place = history.firstPlace { !rules.isOlder($0, new) }
        if rules.isOlder(new, history[place]) {
            history.insert(new, at: place)
        } else if rules.replaces(new, history[place]) {
            history[place] = new
        }
    }

    private func current(in history: [MemoryRow], at time: Timestamp) -> MemoryRow? {
        let after = history.firstPlace { !rules.isCurrent($0.row.eventTimestamp, time) }
        return after == 0 ? nil : history[after - 1]
    }
}

extension [MemoryRow] {
    /// The first place from which on a condition holds; the count where it never does. The elements are in order.
    func firstPlace(where condition: (MemoryRow) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
