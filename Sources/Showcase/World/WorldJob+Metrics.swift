import FeatureModel

extension WorldJob {
    /// Samples every ten seconds over half an hour: a rate that swings around the job's own, with a lag that follows it.
    func metrics(at now: Timestamp, seed: UInt64) -> JobMetrics {
        guard let rate, job.status == .running || job.status == .aborting else { return JobMetrics() }
        var random = SeededRandom(seed: seed, for: "metrics of \(job.id)")
        let lag = (job.lagSeconds ?? 1) * 1_000
        var counters = job.counters
        counters.rowsWritten -= Int64(rate * 1_800)
        var samples: [JobSample] = []
        for step in 0...180 {
            let swing = 0.7 + Double(random.below(60)) / 100
            counters.rowsWritten += Int64(rate * 10 * swing)
            if random.below(40) == 0 { counters.rowsFailed += 1 }
            let late = Int64(Double(lag) * (2 - swing))
            samples.append(
                JobSample(
                    at: now.advanced(by: .seconds(Int64(step - 180) * 10)), counters: counters,
                    lagRows: job.lagRows.map { Int64(Double($0) * (2 - swing)) }, eventLag50: late / 9, eventLag99: late
                ))
        }
        return JobMetrics(samples: samples, featureSets: sets(rate, lag, now, &random), partitions: partitions(&random))
    }

    private func sets(
        _ rate: Double, _ lag: Int64, _ now: Timestamp, _ random: inout SeededRandom
    ) -> [JobSetMeasure] {
        let count = Double(max(1, job.featureSets.count))
        return job.featureSets.map { set in
            let share = 0.4 + Double(random.below(100)) / 100
            return JobSetMeasure(
                featureSet: set, at: now, totalRows: Int64(Double(job.counters.rowsWritten) / count * share),
                rowsPerSecond: (rate / count * share).rounded(), eventLag50: Int64(Double(lag) / 9 * share),
                eventLag99: Int64(Double(lag) * share), missingShare: Double(random.below(300)) / 10_000)
        }
    }

    private func partitions(_ random: inout SeededRandom) -> [JobPartition] {
        guard job.source.type == "KAFKA" else { return [] }
        let behind = job.lagRows ?? 0
        return (Int32(0)..<6).map { number in
            let end = 88_213_000 + Int64(random.below(900_000))
            let lag = behind / 6 + Int64(random.below(Int(max(1, behind / 20))))
            return JobPartition(partition: number, committed: end - lag, end: end, lagRows: lag)
        }
    }
}
