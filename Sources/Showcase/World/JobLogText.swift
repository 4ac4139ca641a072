import FeatureModel
import Operations

/// The log of a job or an export: line `n` is the same whenever it is read.
struct JobLogText {
    let job: Job
    let start: Timestamp
    let seed: UInt64
    /// Lines that were written before the world began.
    private static let before: Int64 = 18_220

    /// The last lines, or those after a place.
    func chunk(from: Int64?, maxLines: Int, now: Timestamp) -> LogChunk {
        let end = Self.before + max(0, now.wholeSeconds(since: start))
        let first = max(0, from ?? end - Int64(maxLines))
        let last = min(end, first + Int64(maxLines))
        guard first < last else { return LogChunk(lines: [], next: max(first, 0), skippedBytes: 0) }
        let skipped = from == nil ? first * 61 : 0
        return LogChunk(lines: (first..<last).map(line), next: last, skippedBytes: skipped)
    }

    private func line(_ number: Int64) -> String {
        let at = start.advanced(by: .seconds(number - Self.before))
        let time = at.description.dropFirst(11).prefix(8)
        var random = SeededRandom(seed: seed &+ UInt64(bitPattern: number), for: job.id.rawValue)
        let took = 38 + random.below(9)
        let set = job.featureSets.first?.description ?? "-"
        if number == Self.before - 1, let error = job.lastError { return "\(time) ERROR \(error)" }
        switch random.below(40) {
        case 0: return "\(time) WARN  slow write, \(400 + took * 5) ms, retry 1 of 5 after 200 ms"
        case 1:
            return "\(time) WARN  row rejected \(set): entity customer_id missing (dead letter dl-\(80_000 + took))"
        case 2: return "\(time) INFO  checkpoint \(88_213 + number) committed"
        case 3: return "\(time) WARN  producer sent an odd header \"\u{1b}[2Jhello\u{7}\", ignored"
        default: return "\(time) INFO  flush \(job.store) rows=\(1_900 + random.below(149)) took=\(took)ms"
        }
    }
}
