import FeatureModel
import StorageAPI
import Testing

@testable import Retrieval

struct ReasonChainTests {
    private static let time = Timestamp(seconds: 10_000)
    private static let set = FeatureSetReference(project: "nyc", name: "weather")

    private static func job(_ status: JobStatus) -> ReasonFacts.Feed {
        var job = Job(
            id: "local-to-online1", source: .local, store: "online", featureSets: [set], createdAt: .zero)
        job.status = status
        return .job(job, hasLostHeartbeat: false)
    }

    private static func row(age: Int64) -> OnlineRow {
        OnlineRow(eventTimestamp: Timestamp(seconds: 10_000 - age), createdTimestamp: nil, values: [.double(1)])
    }

    private static func facts(
        registration: ReasonFacts.Registration = .found(status: .ready),
        key: Result<String, KeyFault> = .success("origin = \"EWR\""), stores: [StoreName] = ["online"],
        feed: ReasonFacts.Feed = job(.running),
        reading: ReasonFacts.Reading = .answered(
            row: row(age: 60), value: .double(1)), history: ReasonFacts.History = .seen("historical"),
        deadLettersWithKey: Int = 0, deadLettersSeen: Int = 0
    ) -> ReasonFacts {
        ReasonFacts(
            featureSet: set, maxAgeSeconds: 7_200, registration: registration, key: key, stores: stores, feed: feed,
            reading: reading, history: history, deadLettersWithKey: deadLettersWithKey,
            deadLettersSeen: deadLettersSeen, time: time)
    }

    private static func verdicts(_ facts: ReasonFacts) -> [String] {
        ReasonChain(facts).reasons.map { "\($0.step.rawValue) \($0.verdict)" }
    }

    @Test("a present value has no broken link")
    func present() {
        let chain = ReasonChain(Self.facts())
        #expect(chain.reasons.allSatisfy { $0.verdict == .ok })
        #expect(chain.reasons.map(\.step) == [.featureSet, .key, .store, .job, .freshness, .value])
        #expect(chain.conclusion.contains("present"))
    }

    @Test("an unknown feature set ends the chain at its first link")
    func unknownSet() {
        #expect(Self.verdicts(Self.facts(registration: .missing("no such set"))) == ["feature set fail"])
    }

    @Test("a key that does not fit ends the chain at the key")
    func wrongKey() {
        let fault = KeyFault.twice(entity: "origin")
        #expect(Self.verdicts(Self.facts(key: .failure(fault))) == ["feature set ok", "key fail"])
    }

    @Test("without a subscriber the chain ends at the store")
    func noStore() {
        #expect(Self.verdicts(Self.facts(stores: [])) == ["feature set ok", "key ok", "store fail"])
    }

    @Test("an absent key and an ended job blame the job")
    func absentAndEnded() {
        let chain = ReasonChain(
            Self.facts(
                feed: Self.job(.error), reading: .answered(row: nil, value: nil), history: .never("historical")))
        #expect(chain.reasons.contains { $0.step == .job && $0.verdict == .fail })
        #expect(chain.conclusion.contains("never written"))
    }

    @Test("an absent key that the history knows was written before the store subscribed")
    func absentButSeen() {
        let chain = ReasonChain(Self.facts(reading: .answered(row: nil, value: nil)))
        #expect(chain.conclusion.contains("history"))
    }

    @Test("dead letters with the key explain its absence")
    func deadLetters() {
        let chain = ReasonChain(
            Self.facts(reading: .answered(row: nil, value: nil), deadLettersWithKey: 2, deadLettersSeen: 5))
        #expect(chain.reasons.last?.step == .deadLetters)
        #expect(chain.reasons.last?.verdict == .fail)
        #expect(chain.conclusion.contains("dead letters"))
    }

    @Test("an ended job is only a note where the value is there")
    func endedJobOfPresentValue() {
        #expect(Self.verdicts(Self.facts(feed: Self.job(.aborted))).contains("job info"))
    }

    @Test("a value older than its limit breaks the link of freshness")
    func tooOld() {
        let chain = ReasonChain(Self.facts(reading: .answered(row: Self.row(age: 7_201), value: .double(1))))
        let freshness = chain.reasons.first { $0.step == .freshness }
        #expect(freshness?.verdict == .fail)
        #expect(freshness?.fact.contains("2h") == true)
    }

    @Test("at the limit the chain says that the two rules differ")
    func atTheLimit() {
        let chain = ReasonChain(Self.facts(reading: .answered(row: Self.row(age: 7_200), value: .double(1))))
        #expect(
            chain.reasons.contains { $0.step == .freshness && $0.verdict == .info && $0.fact.contains("historical") })
    }

    @Test("null is told as written null")
    func null() {
        let chain = ReasonChain(Self.facts(reading: .answered(row: Self.row(age: 1), value: nil)))
        #expect(chain.conclusion.contains("written as null"))
    }

    @Test("a store that does not answer is not taken for an absent key")
    func storeDown() {
        let chain = ReasonChain(Self.facts(reading: .failed("store online is down")))
        #expect(chain.conclusion.contains("did not answer"))
        #expect(!chain.reasons.contains { $0.step == .freshness })
    }
}
