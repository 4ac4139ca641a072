import RowCoding
import StorageAPI

/// Some of a server's keys, by feature set: how many of them there are, about, and how large their values are.
struct KeySample: Sendable {
    private struct Tally {
        var keys: Double = 0
        var bytes: Double = 0

        mutating func add(_ more: Tally, weight: Double) {
            keys += more.keys * weight
            bytes += more.bytes * weight
        }
    }

    /// Feature sets that are told of; the others are counted together.
    private static let mostShown = 5

    /// How many keys the database has.
    let total: Int64
    private(set) var sampled: Int64 = 0
    private var tallies: [String: Tally] = [:]

    init(total: Int64) {
        self.total = total
    }

    /// Takes a key with the size of its value.
    mutating func add(_ key: [UInt8], bytes: Int64) {
        sampled += 1
        // A key that is none of ours has no feature set.
        guard let content = try? RedisKeyContent(bytes: key), content.featureSet.contains("/") else { return }
        tallies[content.featureSet, default: Tally()].add(Tally(keys: 1, bytes: Double(bytes)), weight: 1)
    }

    /// What an operator reads of the samples of one or more servers, the largest sets first.
    static func facts(of samples: [KeySample]) -> [StoreProbe.Fact] {
        let isWhole = samples.allSatisfy(\.isWhole)
        var sets: [String: Tally] = [:]
        var all = 0.0
        for sample in samples {
            all += Double(sample.sampled) * sample.weight
            for (name, tally) in sample.tallies { sets[name, default: Tally()].add(tally, weight: sample.weight) }
        }
        let shown = sets.sorted { ($1.value.keys, $0.key) < ($0.value.keys, $1.key) }.prefix(mostShown)
        var facts = shown.map { name, tally in
            StoreProbe.Fact(
                name, "\(words(tally.keys, isWhole)) of \(Int64(tally.bytes / max(1, tally.keys))) bytes")
        }
        let others = shown.reduce(all) { $0 - $1.value.keys }.rounded()
        if others > 0 { facts.append(StoreProbe.Fact("other keys", words(others, isWhole))) }
        return facts
    }

    private var isWhole: Bool { sampled >= total }

    /// How many keys one of the sample stands for.
    private var weight: Double { max(1, Double(total) / Double(max(1, sampled))) }

    private static func words(_ keys: Double, _ isWhole: Bool) -> String {
        let count = Int64(keys.rounded())
        return (isWhole ? "" : "about ") + (count == 1 ? "1 key" : "\(count) keys")
    }
}
