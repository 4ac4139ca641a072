import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// A row of the list of stores.
struct StoreRow: Identifiable, Equatable, Sendable {
    let summary: StoreSummary

    var id: StoreName { summary.name }

    /// Jobs that run, of all that have not ended.
    var jobs: String { "\(summary.jobsRunning)/\(summary.jobsTotal)" }

    /// What it holds: `84.1 M keys`; `?` where it could not be asked.
    var holdings: String {
        guard let count = summary.holdings else { return summary.health.state == .down ? "?" : "-" }
        return [MetricText.of(count), summary.holdingsUnit].compactMap(\.self).joined(separator: " ")
    }

    /// What it subscribes to: `risk:*, fraud:* +1`.
    var subscriptions: String {
        let shown = summary.subscriptions.prefix(2).map(\.description).joined(separator: ", ")
        let more = summary.subscriptions.count - 2
        return more > 0 ? "\(shown) +\(more)" : shown
    }

    /// The most troubled first.
    var rank: [SortKey] { [.number(Double(summary.health.state.rank)), .text(id.rawValue)] }

    /// Why it cannot be deleted; nil when it can.
    var deletionObstacle: String? {
        summary.definedAt.map { "defined in \($0), and can only be removed there" }
    }
}
