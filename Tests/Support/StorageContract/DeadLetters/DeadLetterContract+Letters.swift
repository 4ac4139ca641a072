import FeatureModel
import StorageAPI

extension DeadLetterContract {
    /// A letter with every part.
    static let full = DeadLetter(
        id: "full", at: Sample.noon.adding(nanoseconds: 123_456_789), featureSet: Sample.readings.reference,
        store: "online", job: Sample.jobID, transform: "validate", reason: .wrongType,
        message: "feature count is no INT64: \u{1B}[31m\0 é e\u{301} 🛫 '", payload: Array(0...255),
        position: SourcePosition(partition: 3, offset: 9_007_199_254_740_993), ingestionID: Sample.ingestionID,
        replays: 0)

    /// A letter without any part that may be missing.
    static let bare = DeadLetter(
        id: "bare", at: .earliest, featureSet: nil, store: nil, job: nil, transform: "ingest", reason: .badInput,
        message: "", payload: [], position: nil)

    static func id(_ number: Int64) -> DeadLetterID { DeadLetterID("letter-\(number)") }

    static func letter(
        _ number: Int64, at time: Timestamp = Sample.noon, reason: DeadLetterReason = .wrongType,
        set: String = "readings", store: StoreName = "online", job: JobID = Sample.jobID, message: String = "bad"
    ) -> DeadLetter {
        DeadLetter(
            id: id(number), at: time, featureSet: FeatureSetReference(project: "contract", name: set), store: store,
            job: job, transform: "validate", reason: reason, message: message, payload: [1, 2, 3],
            position: SourcePosition(partition: 0, offset: number))
    }

    /// Letters that differ in everything that can be asked for.
    static let variety: [DeadLetter] =
        (0..<48 as Range<Int64>).map { number in
            letter(
                number, at: Sample.noon.adding(seconds: number), reason: number % 3 == 0 ? .undecodable : .wrongType,
                set: number % 4 == 0 ? "flights" : "readings", store: number % 5 == 0 ? "offline" : "online",
                job: number % 2 == 0 ? "job-a" : "job-b")
        } + [bare, full]

    /// Queries by name, with what they mean.
    static let queries: [(String, DeadLetterQuery, @Sendable (DeadLetter) -> Bool)] = {
        let flights = FeatureSetReference(project: "contract", name: "flights")
        let since = Sample.noon.adding(seconds: 20)
        return [
            ("nothing", DeadLetterQuery(), { _ in true }),
            ("reason", DeadLetterQuery(reason: .undecodable), { $0.reason == .undecodable }),
            ("feature set", DeadLetterQuery(featureSet: flights), { $0.featureSet == flights }),
            ("store", DeadLetterQuery(store: "offline"), { $0.store == "offline" }),
            ("job", DeadLetterQuery(job: "job-b"), { $0.job == "job-b" }),
            ("time", DeadLetterQuery(since: since), { $0.at >= since }),
            (
                "ids", DeadLetterQuery(ids: [id(3), id(4), "bare", "never"]),
                { [id(3), id(4), "bare"].contains($0.id) }
            ),
            ("no ids", DeadLetterQuery(ids: []), { _ in false }),
            (
                "everything", DeadLetterQuery(reason: .wrongType, store: "online", job: "job-a", since: since),
                { $0.reason == .wrongType && $0.store == "online" && $0.job == "job-a" && $0.at >= since }
            ),
        ]
    }()

    static func expectedGroups(_ letters: [DeadLetter]) -> Set<DeadLetterGroup> {
        struct Name: Hashable {
            let reason: DeadLetterReason
            let featureSet: FeatureSetReference?
            let store: StoreName?
        }
        let groups = Dictionary(grouping: letters) {
            Name(reason: $0.reason, featureSet: $0.featureSet, store: $0.store)
        }
        return Set(
            groups.map { name, letters in
                DeadLetterGroup(
                    reason: name.reason, featureSet: name.featureSet, store: name.store, count: Int64(letters.count),
                    first: letters.map(\.at).min() ?? .zero, last: letters.map(\.at).max() ?? .zero)
            })
    }
}
