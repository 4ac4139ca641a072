import FeatureModel

/// An export that lives: it goes on as time passes.
struct WorldExport: Sendable {
    private static let stages: [RetrievalStage] = RetrievalStage.allCases
    private(set) var export: Export
    /// Rows joined per second.
    private let rate: Double
    private let baseRows: Int64
    private let baseTime: Timestamp
    private(set) var cancelAskedAt: Timestamp?

    init(_ export: Export, rate: Double, at now: Timestamp) {
        self.export = export
        self.rate = rate
        baseRows = export.rowsDone
        baseTime = now
    }

    /// Carries on with the work, as far as time has passed. The export that was found cancelling stays so.
    mutating func settle(_ now: Timestamp) {
        let elapsed = now.wholeSeconds(since: baseTime)
        switch export.status {
        case .pending where rate > 0 && elapsed >= 2: begin(at: baseTime.advanced(by: .seconds(2)))
        case .running: advance(elapsed, now)
        case .cancelling:
            guard let asked = cancelAskedAt, now.wholeSeconds(since: asked) >= 3 else { return }
            end(.cancelled, at: asked.advanced(by: .seconds(3)))
        default: return
        }
        if export.status == .running { advance(elapsed, now) }
    }

    /// Asks the export to end; false when it has ended.
    mutating func cancel(at now: Timestamp) -> Bool {
        guard !export.status.isTerminal else { return false }
        guard export.status != .cancelling else { return true }
        if export.status == .pending {
            end(.cancelled, at: now)
        } else {
            export.status = .cancelling
            cancelAskedAt = now
        }
        return true
    }

    private mutating func begin(at time: Timestamp) {
        export.status = .running
        export.stage = .loading
        export.startedAt = time
        export.worker = WorkerIdentity(host: "worker-2", pid: 40_118)
        export.rows = export.rows ?? 812_440
    }

    private mutating func advance(_ elapsed: Int64, _ now: Timestamp) {
        guard let rows = export.rows else { return }
        let done = baseRows + Int64(Double(elapsed) * rate)
        export.rowsDone = min(rows, done)
        export.heartbeatAt = now
        export.stage = done < rows / 20 ? .loading : done < rows * 9 / 10 ? .joining : .writing
        guard done >= rows else { return }
        export.files = [export.request.outputPath]
        end(.done, at: now)
    }

    private mutating func end(_ status: ExportStatus, at time: Timestamp) {
        export.status = status
        export.stage = nil
        export.finishedAt = time
        export.worker = nil
    }
}
