import FeatureModel
import GRDB

/// A query as SQL: the conditions that are set, and nothing else, so that the indexes can be used.
struct DeadLetterCriteria {
    private(set) var conditions: [String] = []
    private(set) var arguments = StatementArguments()

    init(_ query: DeadLetterQuery) throws {
        if let reason = query.reason { add("reason = ?", [reason.rawValue]) }
        if let set = query.featureSet { add("project = ? AND feature_set = ?", [set.project.rawValue, set.name]) }
        if let store = query.store { add("store = ?", [store.rawValue]) }
        if let job = query.job { add("job = ?", [job.rawValue]) }
        if let since = query.since { add("at >= ?", [StoredText.time(since)]) }
        if let ids = query.ids {
            add("id IN (SELECT value FROM json_each(?))", [try StoredText.json(ids.map(\.rawValue).sorted())])
        }
    }

    mutating func add(_ condition: String, _ values: StatementArguments) {
        conditions.append(condition)
        arguments += values
    }

    /// Adds values for what stands behind the clause.
    mutating func append(_ values: StatementArguments) {
        arguments += values
    }

    /// ` WHERE …`, or nothing.
    var clause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }
}
