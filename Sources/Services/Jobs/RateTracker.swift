import FeatureModel

/// Reckons rows per second from what jobs had written at the last looks.
actor RateTracker {
    private struct Sample {
        let at: Timestamp
        let rows: Int64
    }

    /// Looks that are nearer than this to the one before are not kept, so that two doors that look at once agree.
    private static let spacing = 0.5
    /// How many looks a rate is reckoned over.
    private static let window = 10
    private var samples: [JobID: [Sample]] = [:]

    /// Takes a look, and answers with the rate; nil until there are two looks.
    func rate(of job: Job, at now: Timestamp) -> Double? {
        guard job.status == .running else {
            samples[job.id] = nil
            return nil
        }
        var known = samples[job.id] ?? []
        if let last = known.last, Self.seconds(from: last.at, to: now) < 0 || last.rows > job.counters.rowsWritten {
            known = []
        }
        if known.last.map({ Self.seconds(from: $0.at, to: now) >= Self.spacing }) ?? true {
            known = known.suffix(Self.window - 1) + [Sample(at: now, rows: job.counters.rowsWritten)]
        }
        samples[job.id] = known
        guard let first = known.first, known.count > 1 else { return nil }
        let elapsed = Self.seconds(from: first.at, to: now)
        return elapsed > 0 ? Double(job.counters.rowsWritten - first.rows) / elapsed : nil
    }

    private static func seconds(from start: Timestamp, to end: Timestamp) -> Double {
        Double(end.seconds - start.seconds) + Double(end.nanoseconds - start.nanoseconds) / 1e9
    }
}
