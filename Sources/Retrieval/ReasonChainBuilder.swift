import FeatureModel
import StorageAPI

/// Walks the links; each answers whether the chain goes on.
struct ReasonChainBuilder {
    let facts: ReasonFacts
    private(set) var reasons: [Reason] = []
    private(set) var conclusion = ""

    init(facts: ReasonFacts) {
        self.facts = facts
    }

    mutating func build() {
        guard registration(), key(), store() else { return }
        guard reading() else { return }
        job()
        guard presence() else { return absent() }
        guard freshness() else { return stale() }
        value()
    }

    private mutating func add(_ step: Reason.Step, _ verdict: Reason.Verdict, _ fact: String) {
        reasons.append(Reason(step: step, verdict: verdict, fact: fact))
    }

    private mutating func registration() -> Bool {
        switch facts.registration {
        case .missing(let sentence):
            add(.featureSet, .fail, sentence)
            conclusion = "nothing is registered under this name: apply the feature set first"
            return false
        case .found(let status):
            let limit = facts.maxAgeSeconds.map { "max age \(AgeText.describe(seconds: $0))" } ?? "no max age"
            let state = status.rawValue.uppercased()
            add(.featureSet, status == .ready ? .ok : .info, "\(facts.featureSet) exists, \(state), \(limit)")
            return true
        }
    }

    private mutating func key() -> Bool {
        switch facts.key {
        case .success(let words):
            add(.key, .ok, "key \(words)")
            return true
        case .failure(let fault):
            add(.key, .fail, fault.description)
            conclusion = "the question does not fit the feature set: give every entity, by its type"
            return false
        }
    }

    private mutating func store() -> Bool {
        guard let first = facts.stores.first else {
            add(.store, .fail, "no store that answers online subscribes to \(facts.featureSet)")
            conclusion = "its rows go into no online store: add a subscription to one"
            return false
        }
        let others = facts.stores.count == 1 ? "" : ", and \(facts.stores.count - 1) more"
        add(.store, .ok, "store \(first) subscribes to \(facts.featureSet)\(others)")
        return true
    }

    private mutating func reading() -> Bool {
        guard case .failed(let sentence) = facts.reading else { return true }
        job()
        add(.value, .fail, sentence)
        conclusion = "the store did not answer: what it holds cannot be told"
        return false
    }

    /// A job that does not run is the broken link only where the value is missing or too old; a value that is there
    /// does not need it.
    private mutating func job() {
        let isNeeded = !isServed
        switch facts.feed {
        case .none:
            add(.job, isNeeded ? .fail : .info, "no job feeds this store with \(facts.featureSet)")
        case .job(let job, true):
            add(.job, isNeeded ? .fail : .info, "job \(job.id) feeds this store but its worker is not heard of")
        case .job(let job, false) where job.status == .running:
            let lag = job.lagRows.map { $0 == 0 ? ", nothing waits" : ", \($0) rows wait" } ?? ""
            add(.job, .ok, "job \(job.id) feeds this store, RUNNING\(lag)")
        case .job(let job, false):
            let reason = job.lastError.map { ": \($0)" } ?? ""
            add(
                .job, isNeeded ? .fail : .info,
                "job \(job.id) feeds this store but is \(job.status.rawValue)\(reason)")
        }
    }

    private var isServed: Bool {
        guard case .answered(let row?, .some) = facts.reading else { return false }
        return !age(of: row).isTooOld
    }

    private func age(of row: OnlineRow) -> ServingRule.Freshness {
        ServingRule.freshness(of: row.eventTimestamp, maxAgeSeconds: facts.maxAgeSeconds, at: facts.time)
    }

    private var feedIsBroken: Bool { reasons.contains { $0.step == .job && $0.verdict == .fail } }

    private mutating func presence() -> Bool {
        guard case .answered(nil, _) = facts.reading else { return true }
        add(.freshness, .fail, "the store has no row of this key")
        return false
    }

    private mutating func absent() {
        let wasSeen = history()
        deadLetters()
        if facts.deadLettersWithKey > 0 {
            conclusion = "rows of this key were set aside: look at the dead letters"
        } else if feedIsBroken {
            conclusion = "the value was probably never written: look at the job"
        } else if wasSeen {
            conclusion = "the key is in the history but not online: it was written before this store subscribed"
        } else {
            conclusion = "no row of this key ever came: look at what produces the rows"
        }
    }

    private mutating func freshness() -> Bool {
        guard case .answered(let row?, _) = facts.reading else { return false }
        let freshness = age(of: row)
        let stamp = row.eventTimestamp == .zero ? "a row without a time" : "row of \(row.eventTimestamp)"
        let age = row.eventTimestamp == .zero ? "-" : AgeText.describe(seconds: freshness.ageSeconds)
        let limit = facts.maxAgeSeconds.map(AgeText.describe(seconds:)) ?? "none"
        if freshness.isTooOld {
            add(.freshness, .fail, "\(stamp), age \(age), more than the limit \(limit)")
            return false
        }
        add(.freshness, .ok, "\(stamp), age \(age), limit \(limit)")
        if freshness.isAtTheLimit {
            add(.freshness, .info, "exactly at the limit: fresh online, but a historical join would no longer use it")
        }
        return true
    }

    private mutating func stale() {
        history()
        deadLetters()
        conclusion =
            facts.deadLettersWithKey > 0
            ? "newer rows of this key were set aside: look at the dead letters"
            : feedIsBroken
                ? "no newer row was written: look at the job" : "no newer row of this key came: it is served as null"
    }

    @discardableResult
    private mutating func history() -> Bool {
        switch facts.history {
        case .unavailable(let why):
            add(.history, .notApplicable, why)
            return false
        case .never(let store):
            add(.history, .info, "store \(store) has no value of this key up to \(facts.time)")
            return false
        case .seen(let store):
            add(.history, .info, "store \(store) has values of this key from before \(facts.time)")
            return true
        }
    }

    private mutating func deadLetters() {
        switch (facts.deadLettersSeen, facts.deadLettersWithKey) {
        case (0, _): add(.deadLetters, .ok, "no dead letter of \(facts.featureSet)")
        case (let seen, 0):
            add(.deadLetters, .info, "\(seen) dead letters of \(facts.featureSet), none carries this key")
        case (let seen, let carrying):
            add(.deadLetters, .fail, "\(carrying) of \(seen) dead letters of \(facts.featureSet) carry this key")
        }
    }

    private mutating func value() {
        guard case .answered(_, .some) = facts.reading else {
            add(.value, .info, "the newest row says null")
            conclusion = "the value was written as null: it is served as null"
            return
        }
        add(.value, .ok, "the value is there")
        conclusion = "the value is present and young enough: it is served as it is stored"
    }
}
