import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// What can be ordered of jobs.
enum JobOrder: Sendable, Hashable {
    case stop
    case restart
    case suspend
    case resume

    /// What the key for pausing means for some jobs: those that all pause go on, else those that run pause.
    static func pausing(_ targets: [JobSummary]) -> JobOrder {
        let pause = targets.filter { $0.job.status == .suspended || $0.job.status == .suspending }
        return !pause.isEmpty && pause.count == targets.count ? .resume : .suspend
    }

    /// Why a job cannot take the order; nil when it can.
    func obstacle(_ summary: JobSummary) -> String? {
        let status = summary.job.status
        switch self {
        case .stop:
            if status.isTerminal { return "already ended (\(status.rawValue))" }
            return status == .aborting || summary.job.desired == .stopped ? "already stopping" : nil
        case .restart:
            return status == .aborting || status == .suspending ? "still stopping; wait until it has ended" : nil
        case .suspend: return status == .running ? nil : "not running (\(status.rawValue))"
        case .resume: return status == .suspended ? nil : "not suspended (\(status.rawValue))"
        }
    }

    /// The question before it is carried out, with the targets as they are now.
    func confirmation(_ summaries: [JobSummary], now: WallTime) -> ChangeConfirmation {
        let able = summaries.filter { obstacle($0) == nil }
        let jobs = CountText.of(Int64(able.count), "job")
        let ids = able.map(\.job.id.rawValue)
        let name = able.count == 1 ? "ingestion job \(ids.first ?? "")" : "\(able.count) ingestion jobs"
        return ChangeConfirmation(
            able.count > 1 ? .typed : (isUndoable ? .line : .dialog), title: "\(word) \(name)",
            targets: summaries.map { line($0, now) },
            consequence: consequence(able), command: ShellCommand("jobs", word.lowercased()).adding(ids).text,
            button: "\(word) \(jobs)", expected: "\(able.count)",
            request: "Type the number of jobs to \(word.lowercased()):")
    }

    /// True when the opposite order brings everything back.
    private var isUndoable: Bool { self == .suspend || self == .resume }

    /// What it is called on a button.
    var word: String {
        switch self {
        case .suspend: "Suspend"
        case .resume: "Resume"
        case .stop: "Stop"
        case .restart: "Restart"
        }
    }

    /// What was done, in the past.
    var past: String {
        switch self {
        case .stop: "stopped"
        case .restart: "restarted"
        case .suspend: "suspended"
        case .resume: "resumed"
        }
    }

    private func line(_ summary: JobSummary, _ now: WallTime) -> [TextRun] {
        let row = JobRow(summary: summary)
        let head = [
            TextRun(TextFitting.fitted(row.id.rawValue, to: 16, mark: "~") + " ", .strong),
            TextRun(TextFitting.fitted(row.status, to: 12, mark: "~") + " ", row.role(now)),
        ]
        if let obstacle = obstacle(summary) { return head + [TextRun("\(obstacle), will be skipped", .muted)] }
        let sets = CountText.of(Int64(summary.job.featureSets.count), "set")
        return head + [TextRun("feeds \(summary.job.store)  \(sets)")]
    }

    private func consequence(_ able: [JobSummary]) -> String {
        let stores = Set(able.map(\.job.store.rawValue)).sorted().joined(separator: ", ")
        switch self {
        case .stop:
            return "While stopped, new rows do not reach \(stores); online values there turn \"too old\" once they "
                + "pass their max age. Rows wait in the source; nothing is lost."
        case .suspend:
            return "While suspended, new rows do not reach \(stores). Rows wait in the source; nothing is lost."
        case .resume:
            return "The job goes on from the committed position; \(stores) catches up with what waited in the source."
        case .restart:
            return "The worker ends and begins anew from the committed position: rows not yet committed are written "
                + "again onto themselves. Nothing is lost or doubled; \(stores) lags a moment."
        }
    }
}
