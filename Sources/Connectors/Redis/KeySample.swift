import RowCoding
import StorageAPI

/// Some of a server's keys, by feature set: how many of them there are, about, and how large their values are.
struct KeySample: Sendable {
    private struct Tally {
        var keys: Int64 = 0
        var bytes: Int64 = 0
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
        tallies[content.featureSet, default: Tally()].keys += 1
        tallies[content.featureSet, default: Tally()].bytes += bytes
    }

    /// What an operator reads, the largest sets first.
    var facts: [StoreProbe.Fact] {
        let sets = tallies.sorted { ($1.value.keys, $0.key) < ($0.value.keys, $1.key) }
        var facts = sets.prefix(Self.mostShown).map { name, tally in
            StoreProbe.Fact(name, "\(keys(tally.keys)) of \(tally.bytes / max(1, tally.keys)) bytes")
        }
        let others = sampled - sets.prefix(Self.mostShown).reduce(0) { $0 + $1.value.keys }
        if others > 0 { facts.append(StoreProbe.Fact("other keys", keys(others))) }
        return facts
    }

    private func keys(_ count: Int64) -> String {
        guard sampled < total else { return count == 1 ? "1 key" : "\(count) keys" }
        let estimate = (Double(count) / Double(max(1, sampled)) * Double(total)).rounded()
        return "about \(Int64(estimate)) keys"
    }
}
