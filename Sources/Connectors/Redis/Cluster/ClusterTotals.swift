import StorageAPI

/// What a cluster's masters told of themselves, put together: sums, extremes, and what is not the same everywhere with the
/// masters' names.
struct ClusterTotals: Sendable {
    /// A master that told something.
    struct Master: Sendable {
        let node: ClusterNode
        let report: ServerReport
        var slowLog: Int64?
    }

    /// In the order of the cluster's masters.
    let masters: [Master]

    /// What an operator wants to know, in the order worth reading; what no master tells is left out.
    var facts: [StoreProbe.Fact] {
        let known: [(String, String?)] = [
            ("mode", each { $0["redis_mode"] }), ("memory used", memoryUsed), ("memory limit", memoryLimit),
            ("eviction", each(\.eviction)), ("persistence", each(\.persistenceKind)), ("hit rate", hitRate),
            ("clients", sum(\.clients).map { "\($0)" }), ("uptime", uptime), ("slow log", slowLog),
        ]
        return known.compactMap { name, value in value.map { StoreProbe.Fact(name, $0) } }
    }

    /// The sum, and the most that one master uses.
    private var memoryUsed: String? {
        guard let sum = sum(\.memoryUsed), let most = extreme(\.memoryUsed, by: <) else { return nil }
        return ServerReport.size(sum)
            + (masters.count == 1 ? "" : ", most on \(most.node): \(ServerReport.size(most.value))")
    }

    /// The sum and the master that is nearest to its own limit, or who has none.
    private var memoryLimit: String? {
        let limited = masters.filter { $0.report.memoryLimit ?? 0 > 0 }
        guard limited.count == masters.count, let sum = sum(\.memoryLimit) else { return each(\.limit) }
        guard let fullest = extreme(\.memoryShare, by: <) else { return ServerReport.size(sum) }
        return "\(ServerReport.size(sum)), fullest \(fullest.node): \(ServerReport.percent(fullest.value))"
    }

    private var hitRate: String? {
        guard let hits = sum(\.hits), let misses = sum(\.misses) else { return nil }
        return ServerReport.hitRate(hits: hits, misses: misses)
    }

    /// The shortest: who was restarted has lost its rows, or was replaced.
    private var uptime: String? {
        guard let shortest = extreme(\.uptimeSeconds, by: >) else { return nil }
        return "at least \(ServerReport.time(shortest.value)) (\(shortest.node))"
    }

    private var slowLog: String? {
        let told = masters.compactMap { master in master.slowLog.map { (master.node, $0) } }
        guard let most = told.max(by: { $0.1 < $1.1 }) else { return nil }
        let sum = told.reduce(0) { $0 + $1.1 }
        return "\(sum) entries" + (sum == 0 || told.count == 1 ? "" : ", most on \(most.0): \(most.1)")
    }

    /// A value that all masters should share: once where they do, else with who has which.
    private func each(_ value: (ServerReport) -> String?) -> String? {
        Self.grouped(masters.compactMap { master in value(master.report).map { (master.node, $0) } })
    }

    /// Values with the nodes that have them, in the order of the nodes; without nodes where there is one value only.
    static func grouped(_ values: [(node: ClusterNode, value: String)]) -> String? {
        var groups: [(value: String, nodes: [ClusterNode])] = []
        for (node, value) in values {
            if let place = groups.firstIndex(where: { $0.value == value }) {
                groups[place].nodes.append(node)
            } else {
                groups.append((value, [node]))
            }
        }
        guard groups.count > 1 else { return groups.first?.value }
        return groups.map { "\($0.nodes.map(\.description).joined(separator: ", ")): \($0.value)" }
            .joined(separator: "; ")
    }

    private func sum(_ value: (ServerReport) -> Int64?) -> Int64? {
        let told = masters.compactMap { value($0.report) }
        return told.isEmpty ? nil : told.reduce(0, +)
    }

    private func extreme<Value>(
        _ value: (ServerReport) -> Value?, by areInIncreasingOrder: (Value, Value) -> Bool
    ) -> (node: ClusterNode, value: Value)? {
        masters.compactMap { master in value(master.report).map { (master.node, $0) } }
            .max { areInIncreasingOrder($0.1, $1.1) }
    }
}
