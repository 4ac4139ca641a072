import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// A row of the list of jobs.
struct JobRow: Identifiable, Equatable, Sendable {
    /// How long a job may take to start or to end before it is drawn as stuck.
    private static let patience: Int64 = 60

    let summary: JobSummary

    var id: JobID { summary.job.id }

    /// Its status in a word; what has not been heard of for longer than its lease says so.
    var status: String {
        summary.hasLostHeartbeat ? "\(summary.job.status.rawValue) LOST" : summary.job.status.rawValue
    }

    /// What the status means, where waiting too long is a warning.
    func role(_ now: WallTime) -> Role {
        if summary.hasLostHeartbeat { return .error }
        let isStuck = summary.job.status.isTransitional && now.seconds - summary.statusSince.seconds > Self.patience
        return isStuck ? .warn : summary.job.status.role
    }

    /// The first feature set, and how many more.
    var featureSets: String {
        guard let first = summary.job.featureSets.first else { return "-" }
        let more = summary.job.featureSets.count - 1
        return more > 0 ? "\(first) (+\(more))" : first.description
    }

    /// Troubled ones first: errors, those that end, lost ones, running ones by lag, the rest.
    var rank: [SortKey] {
        let place: Double =
            switch summary.job.status {
            case .error: 0
            case .aborting, .suspending: 1
            case _ where summary.hasLostHeartbeat: 2
            case .unknown: 2
            case .running: 3
            case .pending: 4
            case .suspended: 5
            case .completed: 6
            case .aborted: 7
            }
        return [.number(place), .number(-Double(summary.job.lagSeconds ?? 0)), .text(id.rawValue)]
    }
}
