import FeatureModel
import StorageAPI
import Synchronization

/// What a store may answer for keys that are written again and again, each time newer: nothing older than what it had
/// acknowledged before the question, nothing that was not sent before the answer, and every row as it was written.
///
/// A key has one writer at a time.
final class RowTruth: Sendable {
    /// The versions of a key's row; 0 where there is none.
    private struct Versions {
        var sent: Int64 = 0
        var acknowledged: Int64 = 0
    }

    private let versions = Mutex<[Int64: Versions]>([:])

    /// The next version of the rows of places, which counts as sent from now on.
    func nextRows(_ places: some Sequence<Int64>) -> [ValidatedRow] {
        versions.withLock { versions in
            places.map { place in
                versions[place, default: Versions()].sent += 1
                return Self.row(place, version: versions[place]?.sent ?? 0)
            }
        }
    }

    /// The store has acknowledged rows.
    func acknowledge(_ rows: [ValidatedRow]) {
        versions.withLock { versions in
            for row in rows {
                guard case .int64(let place) = row.key.values[0] else { continue }
                versions[place]?.acknowledged = row.eventTimestamp.seconds
            }
        }
    }

    /// The places of all rows that were sent.
    var places: [Int64] { versions.withLock { $0.keys.sorted() } }

    /// The oldest version that may be answered for each place, as of now.
    func acknowledged(_ places: [Int64]) -> [Int64] {
        versions.withLock { versions in places.map { versions[$0]?.acknowledged ?? 0 } }
    }

    /// The places of which no newer version was sent than was acknowledged.
    func isSettled(_ places: [Int64]) -> Bool {
        versions.withLock { versions in places.allSatisfy { versions[$0]?.acknowledged == versions[$0]?.sent } }
    }

    /// What reads all that ``complaints(about:of:since:)`` judges.
    static func request(_ places: [Int64]) -> OnlineRequest { RedisFixture.request(places, features: [0, 1]) }

    /// What is wrong with an answer that has just come.
    ///
    /// - Parameter acknowledged: what was acknowledged before the question.
    func complaints(about rows: [OnlineRow?], of places: [Int64], since acknowledged: [Int64]) -> [String] {
        guard rows.count == places.count else { return ["\(rows.count) rows for \(places.count) places"] }
        return versions.withLock { versions in
            rows.indices.compactMap { index in
                let place = places[index]
                let version = rows[index]?.eventTimestamp.seconds ?? 0
                if let row = rows[index], row != Self.answer(place, version: version) { return "\(place): \(row)" }
                let allowed = acknowledged[index]...max(acknowledged[index], versions[place]?.sent ?? 0)
                return allowed.contains(version) ? nil : "\(place): version \(version), not of \(allowed)"
            }
        }
    }

    private static func row(_ place: Int64, version: Int64) -> ValidatedRow {
        RedisFixture.row(
            place, visits: version, label: label(place, version), at: Timestamp(seconds: version))
    }

    private static func answer(_ place: Int64, version: Int64) -> OnlineRow {
        OnlineRow(
            eventTimestamp: Timestamp(seconds: version), createdTimestamp: nil,
            values: [.int64(version), .string(label(place, version))])
    }

    /// Texts of different lengths, so that values have different sizes.
    private static func label(_ place: Int64, _ version: Int64) -> String {
        "\(place):\(version)" + String(repeating: "·", count: Int((place + version) % 20))
    }
}
